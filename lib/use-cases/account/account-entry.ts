import type { Actor } from '@/lib/core/actor'
import type { AuditAction } from '@/lib/core/audit'

/** A line of the trail about somebody's own account, by themselves. */
export const accountEntry = (
  { userId, sessionId }: Pick<Actor, 'userId' | 'sessionId'>,
  action: AuditAction,
  details: Record<string, unknown> = {},
) => ({
  ...{ actorId: userId, ownerId: userId, sessionId, action, details },
  ...{ subjectType: 'user' as const, subjectId: userId },
})
