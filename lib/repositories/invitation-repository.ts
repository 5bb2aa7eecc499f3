import { and, asc, count, eq, getTableColumns, gt, inArray } from 'drizzle-orm'
import { NotFoundError } from '@/lib/core/errors'
import type { GymRole, INVITED_ROLES } from '@/lib/core/gym'
import type { Transaction } from '@/lib/db/client'
import { users } from '@/lib/db/schema/identity'
import { invitations } from '@/lib/db/schema/organizations'
import type { GymScope } from '@/lib/policies/scope'

interface NewInvitation {
  email: string
  role: (typeof INVITED_ROLES)[number]
  expiresAt: Date
}

/** The invitations that a gym has sent. */
export class InvitationRepository {
  constructor(
    private readonly tx: Transaction,
    private readonly scope: GymScope,
  ) {}

  private pending() {
    return and(eq(invitations.organizationId, this.scope.gymId), eq(invitations.status, 'pending'))
  }

  /** Those nobody has answered, expired ones too, the oldest first. */
  listPending() {
    return this.tx
      .select({
        id: invitations.id,
        email: invitations.email,
        role: invitations.role,
        expiresAt: invitations.expiresAt,
        invitedBy: users.name,
      })
      .from(invitations)
      .innerJoin(users, eq(users.id, invitations.inviterId))
      .where(this.pending())
      .orderBy(asc(invitations.createdAt), asc(invitations.id))
  }

  async countOpen(now: Date): Promise<number> {
    const [row] = await this.tx
      .select({ count: count() })
      .from(invitations)
      .where(and(this.pending(), gt(invitations.expiresAt, now)))
    return row?.count ?? 0
  }

  async findPending(email: string) {
    const [row] = await this.tx
      .select(getTableColumns(invitations))
      .from(invitations)
      .where(and(this.pending(), eq(invitations.email, email)))
    return row ?? null
  }

  /** @throws NotFoundError for one that is answered, cancelled or another gym's */
  async getPending(id: string) {
    const [row] = await this.tx
      .select(getTableColumns(invitations))
      .from(invitations)
      .where(and(this.pending(), eq(invitations.id, id)))
    if (!row) throw new NotFoundError()
    return row
  }

  async create(invitation: NewInvitation): Promise<string> {
    const [row] = await this.tx
      .insert(invitations)
      .values({
        ...invitation,
        organizationId: this.scope.gymId,
        inviterId: this.scope.memberId,
      })
      .returning({ id: invitations.id })
    if (!row) throw new Error('An inserted invitation was not returned')
    return row.id
  }

  /** From now on it is the one of whoever asks, with this role and this end. */
  async renew(id: string, { role, expiresAt }: NewInvitation): Promise<void> {
    await this.tx
      .update(invitations)
      .set({ role, expiresAt, inviterId: this.scope.memberId })
      .where(and(this.pending(), eq(invitations.id, id)))
  }

  async cancel(id: string): Promise<void> {
    await this.tx
      .update(invitations)
      .set({ status: 'canceled' })
      .where(and(this.pending(), eq(invitations.id, id)))
  }

  /** Cancels what somebody has sent for these roles; answers with the ids. */
  async cancelSentBy(inviterId: string, roles: readonly GymRole[]): Promise<string[]> {
    const rows = await this.tx
      .update(invitations)
      .set({ status: 'canceled' })
      .where(
        and(
          this.pending(),
          eq(invitations.inviterId, inviterId),
          inArray(invitations.role, [...roles]),
        ),
      )
      .returning({ id: invitations.id })
    return rows.map(({ id }) => id)
  }
}
