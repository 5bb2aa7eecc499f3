import * as z from 'zod'
import { defineUseCase } from '@/lib/core/define-use-case'
import { ValidationError } from '@/lib/core/errors'
import { newId } from '@/lib/core/id'
import { instantOf } from '@/lib/domain/local-date'
import { ownData } from '@/lib/policies/own-data'
import { WorkoutRepository } from '@/lib/repositories/workout-repository'
import {
  pastDateSchema,
  startWorkoutSchema,
  timeOfDaySchema,
  workoutLengthSchema,
} from '@/lib/schemas/session-document'
import { idSchema } from '@/lib/schemas/text'
import { nullish } from '@/lib/schemas/workout'
import { assertPast } from './correct-time'
import { layOutWorkout } from './lay-out'

const MOST_SECONDS = 86_400

/**
 * Begins to log a workout of a past day: its sets are laid out as at a start, and it stays planned,
 * beside whatever goes on, until a correction says what was done. One that was begun before and came to
 * nothing makes way.
 */
export const logPastWorkout = defineUseCase({
  name: 'workout.logPast',
  kind: 'write',
  access: 'user',
  input: z.strictObject({
    routineId: nullish(idSchema),
    name: startWorkoutSchema.shape.name,
    localDate: pastDateSchema,
    startTime: timeOfDaySchema,
    workoutLength: workoutLengthSchema,
  }),
  output: z.object({ id: idSchema }),
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, actor, scope, input, now }) => {
    const { routineId, name, localDate, startTime, workoutLength: durationSeconds } = input
    if (durationSeconds > MOST_SECONDS)
      throw new ValidationError({ workoutLength: [{ key: 'workoutTooLong' }] })
    const startedAt = instantOf({ date: localDate, time: startTime, ...actor })
    const completedAt = new Date(startedAt.getTime() + durationSeconds * 1000)
    assertPast({ localDate, completedAt }, { actor, now }, 'startTime')
    await new WorkoutRepository(tx, scope).deletePlanned()
    const id = newId()
    const from = { routineId, repeatOf: null, name }
    const head = { id, status: 'planned' as const, startedAt, localDate, durationSeconds }
    await layOutWorkout({ tx, scope, actor, now }, from, head)
    return { id }
  },
})
