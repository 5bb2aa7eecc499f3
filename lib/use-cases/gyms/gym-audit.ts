import type { Actor } from '@/lib/core/actor'
import type { AuditAction, AuditSubject } from '@/lib/core/audit'
import type { Transaction } from '@/lib/db/client'
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
