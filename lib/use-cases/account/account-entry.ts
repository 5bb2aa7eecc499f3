import type { AuditAction } from '@/lib/core/audit'

/**
 * A line of the trail about somebody's own account, by themselves.
 * @param who without a session where they came by a mailed link
 */
export const accountEntry = (
  { userId, sessionId }: { userId: string; sessionId?: string | null },
  action: AuditAction,
  details: Record<string, unknown> = {},
) => ({
  ...{ actorId: userId, ownerId: userId, action, details },
  ...{ subjectType: 'user' as const, subjectId: userId },
  ...(sessionId && { sessionId }),
})
