import { and, asc, eq, sql } from 'drizzle-orm'
import { ConflictError } from '@/lib/core/errors'
import type { Transaction } from '@/lib/db/client'
import { violatedUnique } from '@/lib/db/database-errors'
import { passkeys } from '@/lib/db/schema/identity'
import type { AthleteScope } from '@/lib/policies/scope'

type NewPasskey = Omit<typeof passkeys.$inferInsert, 'id' | 'userId' | 'createdAt' | 'lastUsedAt'>

/** The devices that a person signs in with in place of a password. */
export class PasskeyRepository {
  constructor(
    private readonly tx: Transaction,
    private readonly scope: AthleteScope,
  ) {}

  /** Oldest first. */
  list() {
    return this.tx.select().from(passkeys).where(this.isOwn).orderBy(asc(passkeys.id))
  }

  /** @throws ConflictError for one that an account has already */
  async add(passkey: NewPasskey): Promise<void> {
    await this.tx
      .insert(passkeys)
      .values({ ...passkey, userId: this.scope.athleteId })
      .catch((error) => {
        if (violatedUnique(error) === 'passkeys_credential_unique')
          throw new ConflictError('passkeyKnown')
        throw error
      })
  }

  async markUsed(credentialID: string): Promise<void> {
    await this.tx
      .update(passkeys)
      .set({ lastUsedAt: sql`now()` })
      .where(and(this.isOwn, eq(passkeys.credentialID, credentialID)))
  }

  async delete(id: string): Promise<void> {
    await this.tx.delete(passkeys).where(and(this.isOwn, eq(passkeys.id, id)))
  }

  private get isOwn() {
    return eq(passkeys.userId, this.scope.athleteId)
  }
}
