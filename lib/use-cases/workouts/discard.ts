import { monthOf } from '@/lib/domain/local-date'
import { AuditRepository } from '@/lib/repositories/audit-repository'
import { DiscardedRepository } from '@/lib/repositories/discarded-repository'
import { MonthRepository } from '@/lib/repositories/month-repository'
import { RoutineRepository } from '@/lib/repositories/routine-repository'
import { type SessionRow, WorkoutRepository } from '@/lib/repositories/workout-repository'
import type { WriteContext } from './apply-operations'
import { recomputeOthers, touchedBySession } from './totals'

/**
 * Takes a session away with all its sets; records fall back to what stood before. One that goes on
 * can be restored for a day, any other is deleted for good.
 */
export async function discard(context: WriteContext, session: SessionRow): Promise<void> {
  const { tx, scope, actor, now } = context
  const workouts = new WorkoutRepository(tx, scope)
  const logs = await workouts.listExercises(session.id)
  const touched = await touchedBySession(tx, scope, session.id)
  const isRunning = session.status === 'in_progress'
  if (isRunning) await new DiscardedRepository(tx, scope).hide(session.id, now)
  else await workouts.delete(session.id)
  await recomputeOthers(tx, scope, { sessionId: session.id, touched })
  if (session.status === 'completed') {
    await new MonthRepository(tx, scope).refresh({
      month: monthOf(session.localDate),
      exerciseIds: logs.map((log) => log.exerciseId),
    })
    if (session.routineId) await new RoutineRepository(tx, scope).recountUse(session.routineId)
  }
  await new AuditRepository(tx).record({
    actorId: actor.userId,
    action: isRunning ? 'session_discarded' : 'session_deleted',
    subjectType: 'workout_session',
    subjectId: session.id,
    ownerId: scope.athleteId,
  })
}
