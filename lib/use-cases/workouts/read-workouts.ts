import * as z from 'zod'
import { defineUseCase } from '@/lib/core/define-use-case'
import { hasRule } from '@/lib/domain/has-rule'
import { comparePlan } from '@/lib/domain/plan-comparison'
import { updateRoutine } from '@/lib/domain/routine-update/update-routine'
import { lineTexts } from '@/lib/domain/target-text'
import { ownData } from '@/lib/policies/own-data'
import { HistoryRepository } from '@/lib/repositories/history-repository'
import { RoutineRepository } from '@/lib/repositories/routine-repository'
import { type SessionRow, WorkoutRepository } from '@/lib/repositories/workout-repository'
import { sessionFilterSchema, sessionPageSchema } from '@/lib/schemas/history'
import { sessionSchema } from '@/lib/schemas/session-document'
import { idSchema } from '@/lib/schemas/text'
import {
  type PlanComparison,
  planComparisonSchema,
  runningWorkoutSchema,
  sessionSummarySchema,
  workoutSchema,
} from '@/lib/schemas/workout'
import { findRunning } from './find-running'
import type { Reading } from './lay-out'
import { readNextWorkout } from './next-workout'
import { readPlanAndDone } from './read-plan-and-done'
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
    const workout = await readWorkout({ tx, scope }, session)
    // What was left undone when it ended says nothing of what might have been.
    return session.status === 'completed' ? workout : withSuggestions(workout, actor.weightUnit)
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

/**
 * Working sets planned against done, by exercise, and what the workout would change in the routine
 * of one's own that it came from and what that asks for next; null where the workout had no plan.
 * Seventeen statements at most.
 */
export const comparePlanOfWorkout = defineUseCase({
  name: 'workout.comparePlan',
  kind: 'read',
  access: 'user',
  input: z.strictObject({ id: idSchema }),
  output: planComparisonSchema.nullable(),
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, actor, now, input }) => {
    const session = await new WorkoutRepository(tx, scope).get(input.id)
    const from = await readPlanAndDone({ tx, scope }, session)
    if (!from) return null
    const { routineId } = session
    const routines = new RoutineRepository(tx, scope)
    const routine = routineId ? await routines.findOwnDocument(routineId) : null
    const changes = routine ? updateRoutine(routine, from).changes : []
    const isRuled = routine !== null && hasRule(routine)
    // After a later workout of it, a routine is not brought back to what this one was.
    const isOffered = (changes.length > 0 || isRuled) && (await isLatest({ tx, scope }, session))
    const { distanceUnit: unit } = actor
    return {
      exercises: comparePlan(from.plan, from.done),
      routineName: routine?.name ?? null,
      changes: (isOffered ? changes : []).map((change) =>
        change.kind === 'targets'
          ? { ...change, sets: lineTexts(change.line, { tracking: change.tracking, unit }) }
          : change,
      ),
      next:
        isOffered && isRuled && routineId
          ? await readNext({ tx, scope, actor, now }, routineId)
          : [],
    }
  },
})

async function isLatest(
  { tx, scope }: Pick<Reading, 'tx' | 'scope'>,
  { id, routineId }: SessionRow,
): Promise<boolean> {
  const filter = sessionFilterSchema.parse({ routineId, limit: 1 })
  const [latest] = await new HistoryRepository(tx, scope).list(filter)
  return latest?.id === id
}

/** Lines of the next workout of a routine; empty where no progression rule decides about any. */
async function readNext(
  { now, ...reading }: Reading & { now: Date },
  routineId: string,
): Promise<PlanComparison['next']> {
  const lines = await readNextWorkout(reading, { routineId, now })
  return lines.some(({ reason }) => reason) ? lines : []
}

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
    const history = new HistoryRepository(tx, scope)
    const rows = await history.list({ ...input, limit: input.limit + 1 })
    const shown = rows.slice(0, input.limit)
    const exercises = await history.listExercises(shown.map(({ id }) => id))
    const sessions = shown.map((session) => ({
      ...session,
      exercises: exercises.filter((log) => log.sessionId === session.id),
    }))
    return { sessions, hasMore: rows.length > input.limit }
  },
})
