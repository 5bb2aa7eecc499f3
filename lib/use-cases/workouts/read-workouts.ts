import * as z from 'zod'
import { defineUseCase } from '@/lib/core/define-use-case'
import { comparePlan } from '@/lib/domain/plan-comparison'
import { ownData } from '@/lib/policies/own-data'
import { HistoryRepository } from '@/lib/repositories/history-repository'
import { SetRepository } from '@/lib/repositories/set-repository'
import { WorkoutRepository } from '@/lib/repositories/workout-repository'
import { sessionFilterSchema, sessionPageSchema } from '@/lib/schemas/history'
import { sessionSchema } from '@/lib/schemas/session-document'
import { idSchema } from '@/lib/schemas/text'
import { runningWorkoutSchema, sessionSummarySchema, workoutSchema } from '@/lib/schemas/workout'
import { findRunning } from './find-running'
import { readWorkout, withSuggestions } from './read-workout'

export const getWorkout = defineUseCase({
  name: 'workout.get',
  kind: 'read',
  access: 'user',
  input: z.strictObject({ id: idSchema }),
  output: workoutSchema,
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, actor, scope, input }) => {
    const session = await new WorkoutRepository(tx, scope).get(input.id)
    return withSuggestions(await readWorkout({ tx, scope }, session), actor.weightUnit)
  },
})

/** A session as it is stored: what is not done yet says nothing but its target. */
export const getSession = defineUseCase({
  name: 'workout.getSession',
  kind: 'read',
  access: 'user',
  input: z.strictObject({ sessionId: idSchema }),
  output: sessionSchema,
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, input }) => {
    const session = await new WorkoutRepository(tx, scope).get(input.sessionId)
    const { exercises, ...head } = await readWorkout({ tx, scope }, session)
    return { ...head, exercises: exercises.map((log) => ({ ...log, order: log.position })) }
  },
})

/** How often a session was changed, for whoever watches it on another device. */
export const getRevision = defineUseCase({
  name: 'workout.getRevision',
  kind: 'read',
  access: 'user',
  input: z.strictObject({ sessionId: idSchema }),
  output: z.object({ revision: z.int() }),
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, input }) => {
    const { revision } = await new WorkoutRepository(tx, scope).get(input.sessionId)
    return { revision }
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
    const session = await new WorkoutRepository(tx, scope).get(input.id)
    return new HistoryRepository(tx, scope).findPrevious(session)
  },
})

/** Working sets planned against done, by exercise; null where the workout had no plan. */
export const comparePlanOfWorkout = defineUseCase({
  name: 'workout.comparePlan',
  kind: 'read',
  access: 'user',
  input: z.strictObject({ id: idSchema }),
  output: z
    .array(z.object({ exerciseId: idSchema, name: z.string(), planned: z.int(), done: z.int() }))
    .nullable(),
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, input }) => {
    const workouts = new WorkoutRepository(tx, scope)
    const session = await workouts.get(input.id)
    const plan = await workouts.findSnapshot(session)
    if (!plan) return null
    const logs = await workouts.listExercises(session.id)
    const sets = await new SetRepository(tx, scope).listOfSession(session.id)
    return comparePlan(
      plan,
      logs
        .filter((log) => log.deletedAt === null)
        .map((log) => ({ ...log, sets: sets.filter((set) => set.exerciseLogId === log.id) })),
    )
  },
})

/** The workout that is going on; null where there is none. */
export const getRunningWorkout = defineUseCase({
  name: 'workout.getRunning',
  kind: 'read',
  access: 'user',
  input: z.strictObject({}),
  output: runningWorkoutSchema.nullable(),
  authorize: ({ actor }) => ownData(actor),
  run: findRunning,
})

/** Sessions that match, newest first unless asked otherwise, a page at a time. */
export const listWorkouts = defineUseCase({
  name: 'workout.list',
  kind: 'read',
  access: 'user',
  input: sessionFilterSchema,
  output: sessionPageSchema,
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, input }) => {
    const rows = await new HistoryRepository(tx, scope).list({ ...input, limit: input.limit + 1 })
    return { sessions: rows.slice(0, input.limit), hasMore: rows.length > input.limit }
  },
})
