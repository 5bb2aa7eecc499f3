import * as z from 'zod'
import { defineUseCase } from '@/lib/core/define-use-case'
import { ownData } from '@/lib/policies/own-data'
import { WorkoutRepository } from '@/lib/repositories/workout-repository'
import { idSchema, instantSchema, localDateSchema } from '@/lib/schemas/text'
import { sessionSummarySchema, workoutSchema } from '@/lib/schemas/workout'
import { readWorkout } from './read-workout'

export const getWorkout = defineUseCase({
  name: 'workout.get',
  kind: 'read',
  access: 'user',
  input: z.strictObject({ id: idSchema }),
  output: workoutSchema,
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, actor, scope, input }) => {
    const session = await new WorkoutRepository(tx, scope).get(input.id)
    return readWorkout({ tx, scope, actor }, session)
  },
})

/** The finished workout of the same routine before this one; null where there is none. */
export const getPreviousWorkout = defineUseCase({
  name: 'workout.getPrevious',
  kind: 'read',
  access: 'user',
  input: z.strictObject({ id: idSchema }),
  output: sessionSummarySchema.nullable(),
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, input }) => {
    const workouts = new WorkoutRepository(tx, scope)
    return workouts.findPrevious(await workouts.get(input.id))
  },
})

/** The workout that is going on; null where there is none. */
export const getRunningWorkout = defineUseCase({
  name: 'workout.getRunning',
  kind: 'read',
  access: 'user',
  input: z.strictObject({}),
  output: sessionSummarySchema.nullable(),
  authorize: ({ actor }) => ownData(actor),
  run: ({ tx, scope }) => new WorkoutRepository(tx, scope).findInProgress(),
})

/** Finished workouts, newest first, a page at a time. */
export const listWorkouts = defineUseCase({
  name: 'workout.list',
  kind: 'read',
  access: 'user',
  input: z.strictObject({
    limit: z.int().min(1).max(100).default(20),
    /** Only from this day on. */
    from: localDateSchema.optional(),
    /** The last workout of the page before. */
    before: z.strictObject({ localDate: localDateSchema, startedAt: instantSchema }).optional(),
  }),
  output: z.object({ sessions: z.array(sessionSummarySchema), hasMore: z.boolean() }),
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, input }) => {
    const { limit, from, before } = input
    const rows = await new WorkoutRepository(tx, scope).list({
      limit: limit + 1,
      ...(from && { from }),
      ...(before && { before }),
    })
    return { sessions: rows.slice(0, limit), hasMore: rows.length > limit }
  },
})
