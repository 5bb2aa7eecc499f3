import { ConflictError } from '@/lib/core/errors'
import { AuditRepository } from '@/lib/repositories/audit-repository'
import { SetRepository } from '@/lib/repositories/set-repository'
import { type SessionRow, WorkoutRepository } from '@/lib/repositories/workout-repository'
import type { WriteContext } from './apply-operations'
import { writeTotals } from './totals'

/**
 * Ends a session that whoever calls has locked, now or when its last set was done.
 * @throws ConflictError where nothing was done
 */
export async function finishSession(
  context: WriteContext,
  sessionId: string,
  { values, isEndedAtLastSet }: { values?: Partial<SessionRow>; isEndedAtLastSet: boolean },
): Promise<void> {
  const { tx, scope, now } = context
  const last = await new SetRepository(tx, scope).findLastDone(sessionId)
  if (!last) throw new ConflictError('nothingDone')
  await new WorkoutRepository(tx, scope).update(sessionId, {
    ...values,
    status: 'completed',
    completedAt: isEndedAtLastSet ? last : now,
  })
  await closeSession(context, sessionId)
}

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
  await new SetRepository(tx, scope).writeRests(sessionId)
  await writeTotals(tx, scope, sessionId)
  await new AuditRepository(tx).record({
    actorId: actor.userId,
    action: 'session_completed',
    subjectType: 'workout_session',
    subjectId: sessionId,
    ownerId: scope.athleteId,
  })
}
