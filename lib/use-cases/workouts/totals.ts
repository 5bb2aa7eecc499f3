import type { Transaction } from '@/lib/db/client'
import { monthOf } from '@/lib/domain/local-date'
import type { RecordEntry } from '@/lib/domain/records'
import { exerciseTotals, sessionTotals } from '@/lib/domain/session-totals'
import type { AthleteScope } from '@/lib/policies/scope'
import { MonthRepository } from '@/lib/repositories/month-repository'
import { RecordRepository } from '@/lib/repositories/record-repository'
import { RoutineRepository } from '@/lib/repositories/routine-repository'
import { SetRepository } from '@/lib/repositories/set-repository'
import { WorkoutRepository } from '@/lib/repositories/workout-repository'
import type { Tracking } from '@/lib/schemas/exercise'

/**
 * Writes what a finished session comes to, from its sets: its totals and record count, those of
 * its exercises, what a search finds it by, the month it lies in and its routine's use. Idempotent.
 */
export async function writeTotals(
  tx: Transaction,
  scope: AthleteScope,
  sessionId: string,
): Promise<void> {
  const workouts = new WorkoutRepository(tx, scope)
  const session = await workouts.get(sessionId)
  const logs = await workouts.listExercises(sessionId)
  const sets = await new SetRepository(tx, scope).listOfSession(sessionId)
  const present = logs.filter((log) => log.deletedAt === null)
  // One that was taken out comes to nothing, whatever it came to before.
  const totals = logs.map(({ id, tracking, deletedAt }) => {
    const own = deletedAt ? [] : sets.filter((set) => set.exerciseLogId === id)
    return { id, ...exerciseTotals({ tracking, bodyWeightKg: session.bodyWeightKg }, own) }
  })
  await workouts.writeExerciseTotals(session, totals)
  await workouts.update(sessionId, {
    ...sessionTotals(totals),
    searchText: [session.name, session.notes, ...present.map((log) => log.notes)]
      .filter(Boolean)
      .join('\n')
      .toLowerCase(),
  })
  await new RecordRepository(tx, scope).recount([sessionId])
  await new MonthRepository(tx, scope).refresh({
    month: monthOf(session.localDate),
    exerciseIds: logs.map((log) => log.exerciseId),
  })
  if (session.routineId) await new RoutineRepository(tx, scope).recountUse(session.routineId)
}

/** An exercise whose records a change may have moved, from the earliest touched instant on. */
export interface TouchedExercise {
  id: string
  tracking: Tracking
  since: Date
}

/**
 * Recomputes the records of each touched exercise.
 * @returns the records since each was touched, and the sessions whose records changed
 */
export async function recomputeTouched(
  tx: Transaction,
  scope: AthleteScope,
  touched: readonly TouchedExercise[],
): Promise<{ records: RecordEntry[]; changedSessions: Set<string> }> {
  const repository = new RecordRepository(tx, scope)
  const earliest = new Map<string, TouchedExercise>()
  for (const exercise of touched) {
    const known = earliest.get(exercise.id)
    if (!known || exercise.since < known.since) earliest.set(exercise.id, exercise)
  }
  const records: RecordEntry[] = []
  const changed = new Set<string>()
  for (const exercise of earliest.values()) {
    const { records: since, changedSessions } = await repository.recompute(exercise)
    records.push(...since)
    for (const sessionId of changedSessions) changed.add(sessionId)
  }
  return { records, changedSessions: changed }
}

/** The same, with the counts of the finished sessions that changed. */
export async function recomputeRecords(
  tx: Transaction,
  scope: AthleteScope,
  touched: readonly TouchedExercise[],
): Promise<void> {
  const { changedSessions } = await recomputeTouched(tx, scope, touched)
  await new RecordRepository(tx, scope).recount(changedSessions)
}

/** The exercises that a session's done sets may have moved the records of. */
export async function touchedBySession(
  tx: Transaction,
  scope: AthleteScope,
  sessionId: string,
): Promise<TouchedExercise[]> {
  const logs = await new WorkoutRepository(tx, scope).listExercises(sessionId)
  const sets = await new SetRepository(tx, scope).listOfSession(sessionId)
  return sets.flatMap((set): TouchedExercise[] => {
    const tracking = logs.find((log) => log.id === set.exerciseLogId)?.tracking
    return tracking && set.performedAt
      ? [{ id: set.exerciseId, tracking, since: set.performedAt }]
      : []
  })
}

/**
 * Recomputes the records after a session came or went, with the counts of all other sessions: its own
 * count stays as it was, so that a restored workout is the one that was discarded.
 */
export async function recomputeOthers(
  tx: Transaction,
  scope: AthleteScope,
  { sessionId, touched }: { sessionId: string; touched: readonly TouchedExercise[] },
): Promise<void> {
  const { changedSessions } = await recomputeTouched(tx, scope, touched)
  changedSessions.delete(sessionId)
  await new RecordRepository(tx, scope).recount(changedSessions)
}
