import type { Transaction } from '@/lib/db/client'
import { sessionTotals } from '@/lib/domain/session-totals'
import type { AthleteScope } from '@/lib/policies/scope'
import { RecordRepository } from '@/lib/repositories/record-repository'
import { SetRepository } from '@/lib/repositories/set-repository'
import { WorkoutRepository } from '@/lib/repositories/workout-repository'
import type { Tracking } from '@/lib/schemas/exercise'

/** Writes a session's totals and record count from its sets; idempotent. */
export async function writeTotals(
  tx: Transaction,
  scope: AthleteScope,
  session: { id: string; bodyWeightKg: number | null },
): Promise<void> {
  const workouts = new WorkoutRepository(tx, scope)
  const logs = await workouts.listExercises(session.id)
  const trackingOf = new Map(logs.map((log) => [log.id, log.tracking]))
  const sets = await new SetRepository(tx, scope).listOfSession(session.id)
  const counted = sets.flatMap((set) => {
    const tracking = trackingOf.get(set.exerciseLogId)
    return tracking ? [{ ...set, tracking }] : []
  })
  await workouts.update(session.id, sessionTotals(counted, session.bodyWeightKg))
  await new RecordRepository(tx, scope).recount([session.id])
}

/** An exercise whose records a change may have moved, from the earliest touched instant on. */
export interface TouchedExercise {
  id: string
  tracking: Tracking
  since: Date
}

/** Recomputes the records of each touched exercise, and the counts of the sessions that changed. */
export async function recomputeRecords(
  tx: Transaction,
  scope: AthleteScope,
  touched: readonly TouchedExercise[],
): Promise<void> {
  const records = new RecordRepository(tx, scope)
  const earliest = new Map<string, TouchedExercise>()
  for (const exercise of touched) {
    const known = earliest.get(exercise.id)
    if (!known || exercise.since < known.since) earliest.set(exercise.id, exercise)
  }
  const changed = new Set<string>()
  for (const exercise of earliest.values()) {
    const { changedSessions } = await records.recompute(exercise)
    for (const sessionId of changedSessions) changed.add(sessionId)
  }
  await records.recount(changed)
}
