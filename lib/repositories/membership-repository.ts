import { and, asc, count, eq, gt, sql } from 'drizzle-orm'
import type { Transaction } from '@/lib/db/client'
import { authSessions, users } from '@/lib/db/schema/identity'
import { invitations, members, organizations } from '@/lib/db/schema/organizations'
import type { AthleteScope } from '@/lib/policies/scope'

/** The gyms that a person is in or is asked into. */
export class MembershipRepository {
  constructor(
    private readonly tx: Transaction,
    private readonly scope: AthleteScope,
  ) {}

  private mine() {
    return eq(members.userId, this.scope.athleteId)
  }

  /** By name. */
  list() {
    const everybody = this.tx
      .select({ count: count() })
      .from(sql`${members} m`)
      .where(sql`m.organization_id = ${organizations.id}`)
    return this.tx
      .select({
        id: organizations.id,
        slug: organizations.slug,
        name: organizations.name,
        role: members.role,
        memberCount: sql<number>`(${everybody})`.mapWith(Number),
      })
      .from(members)
      .innerJoin(organizations, eq(organizations.id, members.organizationId))
      .where(this.mine())
      .orderBy(asc(sql`lower(${organizations.name})`), asc(organizations.id))
  }

  /** How many they own; whoever asks opens theirs one after the other from here on. */
  async lockAndCountOwned(): Promise<number> {
    const userId = this.scope.athleteId
    await this.tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('update')
    const [row] = await this.tx
      .select({ count: count() })
      .from(members)
      .where(and(this.mine(), eq(members.role, 'owner')))
    return row?.count ?? 0
  }

  /** Opens a gym with them as its owner; null where another one has this address. */
  async create(gym: { name: string; slug: string }): Promise<string | null> {
    const [row] = await this.tx
      .insert(organizations)
      .values(gym)
      .onConflictDoNothing({ target: organizations.slug })
      .returning({ id: organizations.id })
    if (!row) return null
    await this.tx
      .insert(members)
      .values({ organizationId: row.id, userId: this.scope.athleteId, role: 'owner' })
    return row.id
  }

  /** The gym that one of their sessions looks at; null looks at none. */
  async setActive(sessionId: string, gymId: string | null): Promise<void> {
    await this.tx
      .update(authSessions)
      .set({ activeOrganizationId: gymId, updatedAt: sql`${authSessions.updatedAt}` })
      .where(and(eq(authSessions.id, sessionId), eq(authSessions.userId, this.scope.athleteId)))
  }

  async getActive(sessionId: string): Promise<string | null> {
    const [row] = await this.tx
      .select({ id: members.organizationId })
      .from(authSessions)
      .innerJoin(members, eq(members.organizationId, authSessions.activeOrganizationId))
      .where(
        and(
          eq(authSessions.id, sessionId),
          eq(authSessions.userId, this.scope.athleteId),
          this.mine(),
        ),
      )
    return row?.id ?? null
  }

  /** What waits for their answer, the one that ends first at the top. */
  listInvitations(now: Date) {
    const inviter = this.tx.select({ id: users.id, name: users.name }).from(users).as('inviter')
    return this.tx
      .select({
        id: invitations.id,
        gymName: organizations.name,
        role: invitations.role,
        invitedBy: inviter.name,
        expiresAt: invitations.expiresAt,
      })
      .from(users)
      .innerJoin(invitations, eq(invitations.email, users.email))
      .innerJoin(organizations, eq(organizations.id, invitations.organizationId))
      .innerJoin(inviter, eq(inviter.id, invitations.inviterId))
      .where(
        and(
          eq(users.id, this.scope.athleteId),
          eq(users.emailVerified, true),
          eq(invitations.status, 'pending'),
          gt(invitations.expiresAt, now),
        ),
      )
      .orderBy(asc(invitations.expiresAt), asc(invitations.id))
  }
}
