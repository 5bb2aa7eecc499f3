import { and, count, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { NotFoundError } from '@/lib/core/errors'
import type { GymRole } from '@/lib/core/gym'
import type { Transaction } from '@/lib/db/client'
import { users } from '@/lib/db/schema/identity'
import { invitations, members, organizations } from '@/lib/db/schema/organizations'
import type { InvitedScope } from '@/lib/policies/scope'

/** The one thing a stranger learns of an invitation: to whom it went, and whether it is open. */
export async function findInvitationAddress(tx: Transaction, id: string) {
  const [row] = await tx
    .select({
      email: invitations.email,
      status: invitations.status,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .where(eq(invitations.id, id))
  return row ?? null
}

/** An invitation, as the person it went to reads and answers it. */
export class ReceivedInvitationRepository {
  constructor(
    private readonly tx: Transaction,
    private readonly scope: InvitedScope,
  ) {}

  /** The roles are null for who is no member: the inviter any more, the invited as yet. */
  async get() {
    const inviter = alias(users, 'inviter')
    const inviting = alias(members, 'inviting')
    const { gymId, invitedId, invitationId } = this.scope
    const [row] = await this.tx
      .select({
        email: invitations.email,
        status: invitations.status,
        role: invitations.role,
        expiresAt: invitations.expiresAt,
        gymName: organizations.name,
        gymSlug: organizations.slug,
        inviterId: invitations.inviterId,
        invitedBy: inviter.name,
        inviterRole: inviting.role,
        ownRole: members.role,
      })
      .from(invitations)
      .innerJoin(organizations, eq(organizations.id, invitations.organizationId))
      .innerJoin(inviter, eq(inviter.id, invitations.inviterId))
      .leftJoin(
        inviting,
        and(eq(inviting.organizationId, gymId), eq(inviting.userId, invitations.inviterId)),
      )
      .leftJoin(members, and(eq(members.organizationId, gymId), eq(members.userId, invitedId)))
      .where(eq(invitations.id, invitationId))
    if (!row) throw new NotFoundError()
    return row
  }

  async countMembers(): Promise<number> {
    const [row] = await this.tx
      .select({ count: count() })
      .from(members)
      .where(eq(members.organizationId, this.scope.gymId))
    return row?.count ?? 0
  }

  async settle(status: 'accepted' | 'rejected'): Promise<void> {
    await this.tx
      .update(invitations)
      .set({ status })
      .where(
        and(eq(invitations.id, this.scope.invitationId), sql`${invitations.status} = 'pending'`),
      )
  }

  async join(role: GymRole): Promise<void> {
    const { gymId, invitedId } = this.scope
    await this.tx.insert(members).values({ organizationId: gymId, userId: invitedId, role })
  }
}
