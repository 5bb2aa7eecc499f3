import { and, desc, eq, inArray, isNull, ne, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { ACCOUNT_ACTIONS, type AuditAction, TRAINING_ACTIONS } from '@/lib/core/audit'
import type { Transaction } from '@/lib/db/client'
import { users } from '@/lib/db/schema/identity'
import { auditLog } from '@/lib/db/schema/training'
import type { AthleteScope, GymScope } from '@/lib/policies/scope'
import type { AuditList, GymAuditList } from '@/lib/schemas/audit'

type Page = Pick<AuditList, 'before' | 'limit'>

const actors = alias(users, 'actors')
const owners = alias(users, 'owners')

/** Newest first; `reader` is who looks at it. */
const readTrail = (tx: Transaction, { reader, where, before, limit }: Page & Reading) =>
  tx
    .select({
      id: auditLog.id,
      at: auditLog.createdAt,
      action: sql<AuditAction>`${auditLog.action}`,
      actorName: actors.name,
      isOwn: sql<boolean>`coalesce(${auditLog.actorId} = ${reader}, false)`,
      toName: owners.name,
      read: sql<string | null>`${auditLog.details} ->> 'read'`,
    })
    .from(auditLog)
    .leftJoin(actors, eq(actors.id, auditLog.actorId))
    .leftJoin(
      owners,
      and(
        eq(owners.id, auditLog.ownerId),
        ne(owners.id, reader),
        sql`${owners.id} is distinct from ${auditLog.actorId}`,
      ),
    )
    .where(and(where, isBefore(before)))
    .orderBy(desc(auditLog.createdAt), desc(auditLog.id))
    .limit(limit)

interface Reading {
  reader: string
  where: SQL | undefined
}

/** What the trail tells somebody about their own data. */
export class AuditTrailRepository {
  constructor(
    private readonly tx: Transaction,
    private readonly scope: AthleteScope,
  ) {}

  list({ view, ...page }: AuditList) {
    const where = and(eq(auditLog.ownerId, this.scope.athleteId), this.seenIn(view))
    return readTrail(this.tx, { ...page, reader: this.scope.athleteId, where })
  }

  private seenIn(view: AuditList['view']): SQL | undefined {
    const { athleteId } = this.scope
    if (view === 'others') return ne(auditLog.actorId, athleteId)
    const isMine = or(isNull(auditLog.actorId), eq(auditLog.actorId, athleteId))
    const actions = view === 'account' ? ACCOUNT_ACTIONS : TRAINING_ACTIONS
    return and(isMine, inArray(auditLog.action, [...actions]))
  }
}

/** What the trail tells the owner of a gym about what was done in it. */
export class GymTrailRepository {
  constructor(
    private readonly tx: Transaction,
    private readonly scope: GymScope,
  ) {}

  list({ before, limit }: GymAuditList) {
    const where = eq(auditLog.organizationId, this.scope.gymId)
    return readTrail(this.tx, { before, limit, reader: this.scope.memberId, where })
  }
}

const isBefore = (id: string | undefined): SQL | undefined =>
  id === undefined
    ? undefined
    : sql`(${auditLog.createdAt}, ${auditLog.id}) < (
        select earlier.created_at, earlier.id from ${auditLog} earlier where earlier.id = ${id}::uuid)`
