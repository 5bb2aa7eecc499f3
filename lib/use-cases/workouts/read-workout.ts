import type { Actor } from '@/lib/core/actor'
import type { Transaction } from '@/lib/db/client'
import { prefillSet } from '@/lib/domain/plan-sets'
import type { AthleteScope } from '@/lib/policies/scope'
import { RecordRepository } from '@/lib/repositories/record-repository'
import { SetRepository, type SetRow } from '@/lib/repositories/set-repository'
import { type SessionRow, WorkoutRepository } from '@/lib/repositories/workout-repository'
import type { LoggedSet, Workout } from '@/lib/schemas/workout'

/**
 * A session with everything in it. Sets that are not done carry their grey values, so that one
 * tap accepts them. Four statements, whatever the size and the history.
 */
export async function readWorkout(
  context: { tx: Transaction; scope: AthleteScope; actor: Actor },
  session: SessionRow,
): Promise<Workout> {
  const { tx, scope, actor } = context
  const workouts = new WorkoutRepository(tx, scope)
  const logs = await workouts.listExercises(session.id)
  const sets = await new SetRepository(tx, scope).listOfSession(session.id)
  const exerciseIds = [...new Set(logs.map((log) => log.exerciseId))]
  const previous = await workouts.listPreviousSets(exerciseIds, session)
  const records = await new RecordRepository(tx, scope).listOfSession(session.id)

  const present = logs.filter((log) => log.deletedAt === null)
  return {
    ...session,
    exercises: present.map((log) => {
      const last = previous.filter(
        (set) => set.exerciseId === log.exerciseId && set.kind !== 'warmup',
      )
      const own = sets.filter((set) => set.exerciseLogId === log.id)
      const working = own.filter((set) => set.kind !== 'warmup')
      return {
        ...log,
        previous: last,
        sets: own.map((set) => {
          const sameSet = last[working.indexOf(set)] ?? last.at(-1) ?? null
          return withGreyValues(set, sameSet, actor)
        }),
        records: records.filter((record) => own.some((set) => set.id === record.setId)),
      }
    }),
    removedExercises: logs
      .filter((log) => log.deletedAt !== null)
      .sort((a, b) => Number(b.deletedAt) - Number(a.deletedAt)),
  }
}

/** What was typed wins over what the plan or the last time suggests. */
function withGreyValues(set: SetRow, last: SetRow | null, actor: Actor): LoggedSet {
  const isTouched =
    set.reps !== null ||
    set.weight !== null ||
    set.durationSeconds !== null ||
    set.distanceMeters !== null
  if (set.isCompleted || isTouched) return set
  return {
    ...set,
    ...prefillSet(set.target, set.kind === 'warmup' ? null : last, actor.weightUnit),
  }
}
