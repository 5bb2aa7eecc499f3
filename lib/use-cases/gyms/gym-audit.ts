import type { Actor } from '@/lib/core/actor'
import type { AuditAction, AuditSubject } from '@/lib/core/audit'
import type { Transaction } from '@/lib/db/client'
import type { RoutineScope } from '@/lib/policies/scope'
import { AuditRepository } from '@/lib/repositories/audit-repository'

interface GymEntry {
  action: AuditAction
  subjectType: AuditSubject
  subjectId: string
  /** Whom it was done to; left out it is nobody, or the actor alone. */
  ownerId?: string
  details?: Record<string, unknown>
}

/** Writes down what was done in a gym, for its owner and for the person it was done to. */
export const recordInGym = (
  { tx, actor, gymId }: { tx: Transaction; actor: Actor; gymId: string },
  entry: GymEntry,
): Promise<void> =>
  new AuditRepository(tx).record({
    actorId: actor.userId,
    organizationId: gymId,
    sessionId: actor.sessionId,
    ...entry,
  })

/** The same of a routine that is a gym's; one's own leave no trail. */
export async function recordGymRoutine(
  { tx, actor, scope }: { tx: Transaction; actor: Actor; scope: RoutineScope },
  action: Extract<AuditAction, `gym_routine_${string}`>,
  subjectId: string,
): Promise<void> {
  if (!('gymId' in scope)) return
  const { gymId } = scope
  await recordInGym({ tx, actor, gymId }, { action, subjectType: 'routine', subjectId })
}
