import * as z from 'zod'
import { defineUseCase } from '@/lib/core/define-use-case'
import { newId } from '@/lib/core/id'
import { withoutUndefined } from '@/lib/core/without-undefined'
import { SESSION_FEELINGS } from '@/lib/domain/feelings'
import { ownData } from '@/lib/policies/own-data'
import { SetRepository } from '@/lib/repositories/set-repository'
import { WorkoutRepository } from '@/lib/repositories/workout-repository'
import { rpeSchema } from '@/lib/schemas/plan'
import {
  correctedExerciseSchema,
  correctionSchema,
  pastDateSchema,
  timeOfDaySchema,
  workoutLengthSchema,
} from '@/lib/schemas/session-document'
import { idSchema, optionalText, text } from '@/lib/schemas/text'
import { correctedSetSchema, nullish } from '@/lib/schemas/workout'
import { correct } from './correct'
import { figuresOf } from './correct-sets'

/**
 * Corrects a finished workout, or completes one that is logged afterwards: what the form says is
 * written, sets and exercises that it does not name stay. Totals and records follow, and the trail
 * keeps what was there before and after.
 */
export const correctWorkout = defineUseCase({
  name: 'workout.correct',
  kind: 'write',
  access: 'user',
  input: z.strictObject({
    sessionId: idSchema,
    name: text({ min: 1, max: 100 }),
    notes: optionalText(2000),
    feeling: nullish(z.enum(SESSION_FEELINGS)),
    sessionRpe: nullish(rpeSchema),
    localDate: pastDateSchema.optional(),
    startTime: timeOfDaySchema.optional(),
    workoutLength: workoutLengthSchema.optional(),
    isEndedAtLastSet: z.boolean().default(false),
    isShortMeant: z.boolean().default(false),
    exercises: z
      .array(correctedExerciseSchema.extend({ notes: optionalText(2000) }))
      .max(100)
      .default([]),
    sets: z.array(correctedSetSchema).max(500).default([]),
    /** Saves on the way to another exercise, so a workout without a set is no mistake yet. */
    isAddingExercise: z.boolean().default(false),
    /** Saves on the way to the exercise that replaces this one of the workout. */
    swapFor: idSchema.optional(),
  }),
  output: z.object({ id: idSchema }),
  authorize: ({ actor }) => ownData(actor),
  run: (context) => {
    const { localDate, startTime, workoutLength, swapFor, ...rest } = context.input
    const time = { localDate, startTime, durationSeconds: workoutLength }
    const fields = { way: 'distance', start: 'startTime', length: 'workoutLength' } as const
    const isAddingExercise = rest.isAddingExercise || swapFor !== undefined
    return correct(context, { ...rest, isAddingExercise, time, fields })
  },
})

/** As `workout.correct`, with what is left out staying as it is, of a set too. */
export const amendWorkout = defineUseCase({
  name: 'workout.amend',
  kind: 'write',
  access: 'user',
  input: correctionSchema,
  output: z.object({ id: idSchema }),
  authorize: ({ actor }) => ownData(actor),
  run: async (context) => {
    const { tx, actor, scope, input } = context
    const { localDate, startedAt, durationSeconds, exercises, ...rest } = input
    // Locked before it is read: what is left out must stay as it is, not as it was a moment ago.
    await new WorkoutRepository(tx, scope).lock(input.sessionId, 'completed', 'planned')
    const before = await new SetRepository(tx, scope).listOfSession(input.sessionId)
    const sets = input.sets.map((corrected) => {
      const { id: setId, exerciseLogId, exerciseId: _, deleted: isRemoved, ...named } = corrected
      const old = before.find((set) => set.id === setId)
      const blank = { ...BLANK, weightUnit: actor.weightUnit }
      const { distanceMeters, ...figures } = {
        ...(old ? { ...figuresOf(old), notes: old.notes } : blank),
        ...withoutUndefined(named),
      }
      const way = { distance: distanceMeters, distanceUnit: 'm' as const }
      return { setId, exerciseLogId, isRemoved, ...UNASKED, ...figures, ...way }
    })
    // A set may bring its exercise along.
    const brought = new Map(
      input.sets.flatMap(({ exerciseLogId: id, exerciseId }) =>
        id && exerciseId && !exercises.some((each) => each.id === id)
          ? [[id, { id, exerciseId, deleted: false }] as const]
          : [],
      ),
    )
    return correct(context, {
      ...{ ...rest, sets, exercises: [...exercises, ...brought.values()] },
      time: { localDate, startedAt, durationSeconds },
      fields: { way: 'distanceMeters', start: 'startedAt', length: 'durationSeconds' },
      ...{ isAddingExercise: false, isShortMeant: true },
    })
  },
})

/** As many as a workout holds. */
const MOST_AT_ONCE = 100

/**
 * Adds exercises to a finished workout, for the sets of them that were forgotten or, with `swapFor`, the
 * first of them for those that were logged under the wrong exercise.
 */
export const addForgottenExercises = defineUseCase({
  name: 'workout.addForgottenExercises',
  kind: 'write',
  access: 'user',
  input: z.strictObject({
    sessionId: idSchema,
    exerciseIds: z.array(idSchema).min(1).max(MOST_AT_ONCE),
    swapFor: idSchema.optional(),
  }),
  output: z.object({ id: idSchema, exerciseLogIds: z.array(idSchema) }),
  authorize: ({ actor }) => ownData(actor),
  run: async (context) => {
    const { sessionId, exerciseIds, swapFor } = context.input
    const exercises = exerciseIds.map((exerciseId, at) => ({
      ...{ id: newId(), exerciseId, deleted: false },
      ...(at === 0 && { swapFor }),
    }))
    const fields = { way: 'distance', start: 'startTime', length: 'workoutLength' } as const
    const nothing = {
      sets: [],
      time: {},
      isEndedAtLastSet: false,
      isShortMeant: true,
      isAddingExercise: true,
    }
    const { id } = await correct(context, { sessionId, exercises, fields, ...nothing })
    return { id, exerciseLogIds: exercises.map((each) => each.id) }
  },
})

/** A program cannot be asked whether it means what it sends. */
const UNASKED = { isSuggested: false, isTicked: false, isMeant: true }

const BLANK = {
  kind: 'normal' as const,
  reps: null,
  weight: null,
  durationSeconds: null,
  distanceMeters: null,
  rpe: null,
  side: null,
  notes: '',
}
