import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import { ConflictError, NotFoundError } from '@/lib/core/errors'
import type { Transaction } from '@/lib/db/client'
import { violatedUnique } from '@/lib/db/database-errors'
import { accounts, users } from '@/lib/db/schema/identity'
import { invitations, members, organizations } from '@/lib/db/schema/organizations'
import type { AthleteScope } from '@/lib/policies/scope'

/** What a person signs in with, and what stands in the way of their leaving. */
export class AccountRepository {
  constructor(
    private readonly tx: Transaction,
    private readonly scope: AthleteScope,
  ) {}

  /** Makes changes of an account wait for one another. @throws NotFoundError for one that is gone */
  async lock(): Promise<{ email: string }> {
    const [row] = await this.tx
      .select({ email: users.email })
      .from(users)
      .where(eq(users.id, this.scope.athleteId))
      .for('update')
    if (!row) throw new NotFoundError()
    return row
  }

  /** Null for an account that was only ever signed in to by a provider. */
  async findPasswordHash(): Promise<string | null> {
    const [row] = await this.tx
      .select({ hash: accounts.password })
      .from(accounts)
      .where(and(this.isCredential, isNotNull(accounts.password)))
    return row?.hash ?? null
  }

  async changePasswordHash(hash: string): Promise<void> {
    await this.tx.update(accounts).set({ password: hash }).where(this.isCredential)
  }

  /**
   * @param email in lower case and confirmed; whoever reads its mail may know that it has an account
   * @throws ConflictError where it has one
   */
  async changeEmail(email: string): Promise<void> {
    await this.tx
      .update(users)
      .set({ email, emailVerified: true })
      .where(eq(users.id, this.scope.athleteId))
      .catch((error) => {
        if (violatedUnique(error) === 'users_email_unique') throw new ConflictError('emailTaken')
        throw error
      })
  }

  /** The gyms they own, each with how many others belong to it. */
  listOwnGyms() {
    const others = this.tx
      .select({ count: sql<number>`count(*)::int` })
      .from(sql`${members} as other`)
      .where(sql`other.organization_id = ${organizations.id} and other.role <> 'owner'`)
    return this.tx
      .select({ id: organizations.id, name: organizations.name, others: sql<number>`(${others})` })
      .from(organizations)
      .innerJoin(members, eq(members.organizationId, organizations.id))
      .where(and(eq(members.userId, this.scope.athleteId), eq(members.role, 'owner')))
      .orderBy(organizations.name)
  }

  /** The same; until the end of the transaction nobody joins them, since a member refers to its gym. */
  async lockOwnGyms() {
    const own = this.tx
      .select({ id: members.organizationId })
      .from(members)
      .where(and(eq(members.userId, this.scope.athleteId), eq(members.role, 'owner')))
    await this.tx
      .select({ id: organizations.id })
      .from(organizations)
      .where(inArray(organizations.id, own))
      .for('update')
    return this.listOwnGyms()
  }

  /** The gyms they are in, and as what. */
  listMemberships() {
    return this.tx
      .select({ gymId: members.organizationId, role: members.role })
      .from(members)
      .where(eq(members.userId, this.scope.athleteId))
  }

  /** What they have sent and nobody has answered. */
  listSentInvitations() {
    return this.tx
      .select({ id: invitations.id, gymId: invitations.organizationId })
      .from(invitations)
      .where(
        and(eq(invitations.inviterId, this.scope.athleteId), eq(invitations.status, 'pending')),
      )
  }

  private get isCredential() {
    return and(eq(accounts.userId, this.scope.athleteId), eq(accounts.providerId, 'credential'))
  }
}
