import { and, asc, count, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm'
import { NotFoundError } from '@/lib/core/errors'
import { GYM_ROLES, type GymRole } from '@/lib/core/gym'
import type { Transaction } from '@/lib/db/client'
import { authSessions, users } from '@/lib/db/schema/identity'
import { routines } from '@/lib/db/schema/library'
import { invitations, members, organizations } from '@/lib/db/schema/organizations'
import type { GymScope } from '@/lib/policies/scope'

/** From the owner down. */
const byRank = sql`array_position(array[${sql.join(
  GYM_ROLES.map((role) => sql`${role}`),
  sql`, `,
)}]::text[], ${members.role})`

/** A gym and who is in it. */
export class GymRepository {
  constructor(
    private readonly tx: Transaction,
    private readonly scope: GymScope,
  ) {}

  private own() {
    return eq(organizations.id, this.scope.gymId)
  }

  private inGym() {
    return eq(members.organizationId, this.scope.gymId)
  }

  async get() {
    const [row] = await this.tx
      .select({ name: organizations.name, createdAt: organizations.createdAt })
      .from(organizations)
      .where(this.own())
    if (!row) throw new NotFoundError()
    return row
  }

  /** By rank and name: those of these roles, and whoever asks. */
  listMembers(roles: readonly GymRole[]) {
    return this.tx
      .select({
        userId: users.id,
        name: users.name,
        email: users.email,
        role: members.role,
        joinedAt: members.createdAt,
      })
      .from(members)
      .innerJoin(users, eq(users.id, members.userId))
      .where(
        and(
          this.inGym(),
          or(inArray(members.role, [...roles]), eq(members.userId, this.scope.memberId)),
        ),
      )
      .orderBy(byRank, asc(sql`lower(${users.name})`), asc(users.id))
  }

  private memberById(userId: string) {
    return this.tx
      .select({ userId: users.id, name: users.name, email: users.email, role: members.role })
      .from(members)
      .innerJoin(users, eq(users.id, members.userId))
      .where(and(this.inGym(), eq(members.userId, userId)))
  }

  /** @throws NotFoundError for who is no member */
  async getMember(userId: string) {
    const [row] = await this.memberById(userId)
    if (!row) throw new NotFoundError()
    return row
  }

  /** The same, whose account is not deleted before the transaction ends. @throws NotFoundError */
  async holdMember(userId: string) {
    const [row] = await this.memberById(userId).for('key share', { of: users })
    if (!row) throw new NotFoundError()
    return row
  }

  async hasMemberWithEmail(email: string): Promise<boolean> {
    const [row] = await this.tx
      .select({ id: members.id })
      .from(members)
      .innerJoin(users, eq(users.id, members.userId))
      .where(and(this.inGym(), eq(users.email, email)))
    return row !== undefined
  }

  /** What goes with the gym: its members, its open invitations and its routines. */
  async countContents(now: Date) {
    const { gymId } = this.scope
    const counted = (from: typeof members | typeof invitations | typeof routines) =>
      this.tx.select({ count: count() }).from(from)
    const [row] = await this.tx
      .select({
        members: sql<number>`(${counted(members).where(this.inGym())})`.mapWith(Number),
        invitations: sql<number>`(${counted(invitations).where(
          and(
            eq(invitations.organizationId, gymId),
            eq(invitations.status, 'pending'),
            gt(invitations.expiresAt, now),
          ),
        )})`.mapWith(Number),
        routines: sql<number>`(${counted(routines).where(
          and(eq(routines.organizationId, gymId), isNull(routines.deletedAt)),
        )})`.mapWith(Number),
      })
      .from(organizations)
      .where(this.own())
    if (!row) throw new NotFoundError()
    return row
  }

  /** The unique index refuses an address that another gym has. */
  async update(gym: { name: string; slug: string }): Promise<void> {
    await this.tx.update(organizations).set(gym).where(this.own())
  }

  /** With it go its members, invitations and routines; workouts done with those stay. */
  async delete(): Promise<void> {
    await this.tx.delete(organizations).where(this.own())
  }

  async setRole(userId: string, role: GymRole): Promise<void> {
    await this.tx
      .update(members)
      .set({ role })
      .where(and(this.inGym(), eq(members.userId, userId)))
  }

  /** Ends a membership, and takes the gym off the sessions that look at it. */
  async removeMember(userId: string): Promise<void> {
    await this.tx.delete(members).where(and(this.inGym(), eq(members.userId, userId)))
    await this.tx
      .update(authSessions)
      // Not a use of theirs, which would let a session live on.
      .set({ activeOrganizationId: null, updatedAt: sql`${authSessions.updatedAt}` })
      .where(
        and(
          eq(authSessions.userId, userId),
          eq(authSessions.activeOrganizationId, this.scope.gymId),
        ),
      )
  }
}
