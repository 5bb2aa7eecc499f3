import { and, desc, eq, inArray, isNull, ne, or, type SQL, sql } from 'drizzle-orm'
import { ACCOUNT_ACTIONS, type AuditAction, TRAINING_ACTIONS } from '@/lib/core/audit'
import type { Transaction } from '@/lib/db/client'
import { users } from '@/lib/db/schema/identity'
import { auditLog } from '@/lib/db/schema/training'
import type { AthleteScope } from '@/lib/policies/scope'
import type { AuditList } from '@/lib/schemas/audit'

/** What the trail tells somebody about their own data, newest first. */
export class AuditTrailRepository {
  constructor(
    private readonly tx: Transaction,
    private readonly scope: AthleteScope,
  ) {}

  async list({ view, before, limit }: AuditList) {
    const { athleteId } = this.scope
    return this.tx
      .select({
        id: auditLog.id,
        at: auditLog.createdAt,
        action: sql<AuditAction>`${auditLog.action}`,
        actorName: users.name,
        isOwn: sql<boolean>`coalesce(${auditLog.actorId} = ${athleteId}, false)`,
        read: sql<string | null>`${auditLog.details} ->> 'read'`,
      })
      .from(auditLog)
      .leftJoin(users, eq(users.id, auditLog.actorId))
      .where(and(eq(auditLog.ownerId, athleteId), this.seenIn(view), isBefore(before)))
      .orderBy(desc(auditLog.createdAt), desc(auditLog.id))
      .limit(limit)
  }

  private seenIn(view: AuditList['view']): SQL | undefined {
    const { athleteId } = this.scope
    if (view === 'others') return ne(auditLog.actorId, athleteId)
    const isMine = or(isNull(auditLog.actorId), eq(auditLog.actorId, athleteId))
    const actions = view === 'account' ? ACCOUNT_ACTIONS : TRAINING_ACTIONS
    return and(isMine, inArray(auditLog.action, [...actions]))
  }
}

const isBefore = (id: string | undefined): SQL | undefined =>
  id === undefined
    ? undefined
    : sql`(${auditLog.createdAt}, ${auditLog.id}) < (
        select earlier.created_at, earlier.id from ${auditLog} earlier where earlier.id = ${id}::uuid)`
