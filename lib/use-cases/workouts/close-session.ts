import { AuditRepository } from '@/lib/repositories/audit-repository'
import { WorkoutRepository } from '@/lib/repositories/workout-repository'
import type { WriteContext } from './apply-operations'
import { writeTotals } from './totals'

/** What a session that has just been completed is given: its length, body weight, totals and trail. */
export async function closeSession(
  { tx, scope, actor, now }: WriteContext,
  sessionId: string,
): Promise<void> {
  const workouts = new WorkoutRepository(tx, scope)
  const { startedAt, completedAt } = await workouts.get(sessionId)
  const lastedMs = (completedAt ?? now).getTime() - startedAt.getTime()
  await workouts.update(sessionId, {
    bodyWeightKg: actor.bodyWeightKg,
    durationSeconds: Math.max(0, Math.round(lastedMs / 1000)),
  })
  await writeTotals(tx, scope, sessionId)
  await new AuditRepository(tx).record({
    actorId: actor.userId,
    action: 'session_completed',
    subjectType: 'workout_session',
    subjectId: sessionId,
    ownerId: scope.athleteId,
  })
}
