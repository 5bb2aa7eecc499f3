import type { Actor } from '@/lib/core/actor'
import type { Transaction } from '@/lib/db/client'
import { monthOf } from '@/lib/domain/local-date'
import type { AthleteScope } from '@/lib/policies/scope'
import { AuditRepository } from '@/lib/repositories/audit-repository'
import { MonthRepository } from '@/lib/repositories/month-repository'
import { RoutineRepository } from '@/lib/repositories/routine-repository'
import { SetRepository } from '@/lib/repositories/set-repository'
import { type SessionRow, WorkoutRepository } from '@/lib/repositories/workout-repository'
import { recomputeRecords, type TouchedExercise } from './totals'

/** Takes a session away with all its sets; records fall back to what stood before. */
export async function discard(
  context: { tx: Transaction; scope: AthleteScope; actor: Actor },
  session: SessionRow,
): Promise<void> {
  const { tx, scope, actor } = context
  const workouts = new WorkoutRepository(tx, scope)
  const logs = await workouts.listExercises(session.id)
  const sets = await new SetRepository(tx, scope).listOfSession(session.id)
  const touched = sets.flatMap((set): TouchedExercise[] => {
    const tracking = logs.find((log) => log.id === set.exerciseLogId)?.tracking
    return tracking && set.performedAt
      ? [{ id: set.exerciseId, tracking, since: set.performedAt }]
      : []
  })
  await workouts.delete(session.id)
  await recomputeRecords(tx, scope, touched)
  if (session.status === 'completed') {
    await new MonthRepository(tx, scope).refresh({
      month: monthOf(session.localDate),
      exerciseIds: logs.map((log) => log.exerciseId),
    })
    if (session.routineId) await new RoutineRepository(tx, scope).recountUse(session.routineId)
  }
  await new AuditRepository(tx).record({
    actorId: actor.userId,
    action: session.status === 'completed' ? 'session_deleted' : 'session_discarded',
    subjectType: 'workout_session',
    subjectId: session.id,
    ownerId: scope.athleteId,
  })
}
