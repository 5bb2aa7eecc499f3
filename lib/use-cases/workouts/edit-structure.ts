import * as z from 'zod'
import { defineUseCase } from '@/lib/core/define-use-case'
import { NotFoundError } from '@/lib/core/errors'
import { newId } from '@/lib/core/id'
import type { Transaction } from '@/lib/db/client'
import { ownData } from '@/lib/policies/own-data'
import type { AthleteScope } from '@/lib/policies/scope'
import { SetRepository } from '@/lib/repositories/set-repository'
import { WorkoutRepository } from '@/lib/repositories/workout-repository'
import { idSchema, optionalText } from '@/lib/schemas/text'
import { recomputeRecords } from './totals'

const inSession = z.object({ sessionId: idSchema })
const SETS_OF_AN_ADDED_EXERCISE = 3

/** Adds a set at the end of an exercise; the same `id` again changes nothing. */
export const addSet = defineUseCase({
  name: 'workout.addSet',
  kind: 'write',
  access: 'user',
  input: z.strictObject({ exerciseLogId: idSchema, id: idSchema.optional() }),
  output: inSession,
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, actor, input }) => {
    const { log, sets } = await openExercise(tx, scope, input.exerciseLogId)
    const own = (await sets.listOfSession(log.sessionId)).filter(
      (set) => set.exerciseLogId === log.id,
    )
    const last = own.at(-1)
    await sets.add([
      {
        id: input.id ?? newId(),
        exerciseLogId: log.id,
        sessionId: log.sessionId,
        exerciseId: log.exerciseId,
        setNumber: (last?.setNumber ?? 0) + 1,
        weightUnit: last?.weightUnit ?? actor.weightUnit,
        target: last?.target ?? null,
      },
    ])
    return { sessionId: log.sessionId }
  },
})

/** Takes a set out; it leaves a tombstone, so that a late retry cannot bring it back. */
export const removeSet = defineUseCase({
  name: 'workout.removeSet',
  kind: 'write',
  access: 'user',
  input: z.strictObject({ setId: idSchema }),
  output: inSession,
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, input, now }) => {
    const sets = new SetRepository(tx, scope)
    const { sessionId, exerciseLogId } = await sets.get(input.setId)
    const { log } = await openExercise(tx, scope, exerciseLogId)
    const set = await sets.get(input.setId)
    if (set.deletedAt) return { sessionId }
    await sets.update(set.id, { deletedAt: now })
    if (set.performedAt) {
      await recomputeRecords(tx, scope, [
        { id: log.exerciseId, tracking: log.tracking, since: set.performedAt },
      ])
    }
    return { sessionId }
  },
})

/** Puts a set back that was taken out by itself; one that is there stays as it is. */
export const restoreSet = defineUseCase({
  name: 'workout.restoreSet',
  kind: 'write',
  access: 'user',
  input: z.strictObject({ setId: idSchema }),
  output: inSession,
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, input }) => {
    const { exerciseLogId } = await new SetRepository(tx, scope).get(input.setId)
    const { log, sets } = await openExercise(tx, scope, exerciseLogId)
    const set = await sets.get(input.setId)
    if (set.deletedAt && !log.deletedAt) {
      await sets.update(set.id, { deletedAt: null })
      if (set.performedAt)
        await recomputeRecords(tx, scope, [
          { id: log.exerciseId, tracking: log.tracking, since: set.performedAt },
        ])
    }
    return { sessionId: log.sessionId }
  },
})

/** Adds an exercise at the end with three empty sets, or in another's place (`swapFor`). */
export const addExercise = defineUseCase({
  name: 'workout.addExercise',
  kind: 'write',
  access: 'user',
  input: z.strictObject({
    sessionId: idSchema,
    exerciseId: idSchema,
    id: idSchema.optional(),
    swapFor: idSchema.optional(),
  }),
  output: inSession,
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, actor, input, now }) => {
    const workouts = new WorkoutRepository(tx, scope)
    const sets = new SetRepository(tx, scope)
    await workouts.lock(input.sessionId, 'in_progress')
    const exercise = await workouts.getUsableExercise(input.exerciseId)
    const logs = await workouts.listExercises(input.sessionId)
    const id = input.id ?? newId()
    if (logs.some((log) => log.id === id)) return { sessionId: input.sessionId }

    const replaced = logs.find((log) => log.id === input.swapFor && !log.deletedAt)
    if (input.swapFor && !replaced) throw new NotFoundError()
    const open = replaced
      ? (await sets.listOfSession(input.sessionId)).filter(
          (set) => set.exerciseLogId === replaced.id,
        )
      : []
    const left = open.filter((set) => !set.isCompleted)
    // What is done stays with the exercise it was done with; only the rest is swapped.
    if (replaced && left.length === open.length)
      await workouts.updateExercise(replaced.id, { deletedAt: now })
    for (const set of left) await sets.update(set.id, { deletedAt: now })

    const position = replaced ? replaced.position + 1 : (logs.at(-1)?.position ?? -1) + 1
    if (replaced) await workouts.makeRoom(input.sessionId, position)
    await workouts.addExercises([
      {
        id,
        sessionId: input.sessionId,
        exerciseId: exercise.id,
        position,
        block: replaced?.block ?? Math.max(-1, ...logs.map((log) => log.block)) + 1,
        blockKind: replaced?.blockKind ?? 'single',
        restSeconds: replaced?.restSeconds ?? null,
      },
    ])
    const count = replaced ? Math.max(1, left.length) : SETS_OF_AN_ADDED_EXERCISE
    await sets.add(
      Array.from({ length: count }, (_, index) => ({
        exerciseLogId: id,
        sessionId: input.sessionId,
        exerciseId: exercise.id,
        setNumber: index + 1,
        weightUnit: actor.weightUnit,
      })),
    )
    return { sessionId: input.sessionId }
  },
})

/** Takes an exercise out with its sets; `restoreExercise` puts both back. */
export const removeExercise = defineUseCase({
  name: 'workout.removeExercise',
  kind: 'write',
  access: 'user',
  input: z.strictObject({ exerciseLogId: idSchema }),
  output: inSession,
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, input, now }) => {
    const { log, workouts } = await openExercise(tx, scope, input.exerciseLogId)
    if (!log.deletedAt) {
      await workouts.updateExercise(log.id, { deletedAt: now })
      const since = await new SetRepository(tx, scope).hideOfExercise(log.id, now)
      if (since)
        await recomputeRecords(tx, scope, [{ id: log.exerciseId, tracking: log.tracking, since }])
    }
    return { sessionId: log.sessionId }
  },
})

export const restoreExercise = defineUseCase({
  name: 'workout.restoreExercise',
  kind: 'write',
  access: 'user',
  input: z.strictObject({ exerciseLogId: idSchema }),
  output: inSession,
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, input }) => {
    const { log, workouts } = await openExercise(tx, scope, input.exerciseLogId)
    if (log.deletedAt) {
      await workouts.updateExercise(log.id, { deletedAt: null })
      const since = await new SetRepository(tx, scope).showOfExercise(log.id, log.deletedAt)
      if (since)
        await recomputeRecords(tx, scope, [{ id: log.exerciseId, tracking: log.tracking, since }])
    }
    return { sessionId: log.sessionId }
  },
})

/** Changes places with the exercise before or after; at the edge nothing happens. */
export const moveExercise = defineUseCase({
  name: 'workout.moveExercise',
  kind: 'write',
  access: 'user',
  input: z.strictObject({ exerciseLogId: idSchema, direction: z.enum(['up', 'down']) }),
  output: inSession,
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, input }) => {
    const { log, workouts } = await openExercise(tx, scope, input.exerciseLogId)
    const present = (await workouts.listExercises(log.sessionId)).filter(
      (other) => !other.deletedAt,
    )
    const from = present.findIndex((other) => other.id === log.id)
    const neighbour = present[from + (input.direction === 'up' ? -1 : 1)]
    if (from >= 0 && neighbour) {
      await workouts.updateExercise(log.id, { position: neighbour.position })
      await workouts.updateExercise(neighbour.id, { position: log.position })
    }
    return { sessionId: log.sessionId }
  },
})

export const saveExerciseNotes = defineUseCase({
  name: 'workout.saveExerciseNotes',
  kind: 'write',
  access: 'user',
  input: z.strictObject({ exerciseLogId: idSchema, notes: optionalText(2000) }),
  output: inSession,
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, input }) => {
    const { log, workouts } = await openExercise(tx, scope, input.exerciseLogId)
    await workouts.updateExercise(log.id, { notes: input.notes })
    return { sessionId: log.sessionId }
  },
})

/** An exercise of a workout that is going on, the workout locked. */
async function openExercise(tx: Transaction, scope: AthleteScope, exerciseLogId: string) {
  const workouts = new WorkoutRepository(tx, scope)
  const { sessionId } = await workouts.getExercise(exerciseLogId)
  await workouts.lock(sessionId, 'in_progress')
  return {
    log: await workouts.getExercise(exerciseLogId),
    workouts,
    sets: new SetRepository(tx, scope),
  }
}
