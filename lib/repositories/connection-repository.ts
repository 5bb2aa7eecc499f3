import { and, asc, eq, inArray } from 'drizzle-orm'
import { PROVIDERS, type Provider } from '@/lib/core/providers'
import type { Transaction } from '@/lib/db/client'
import { accounts } from '@/lib/db/schema/identity'
import type { AthleteScope } from '@/lib/policies/scope'

/** The providers that a person signs in with. */
export class ConnectionRepository {
  constructor(
    private readonly tx: Transaction,
    private readonly scope: AthleteScope,
  ) {}

  async list(): Promise<{ id: string; provider: Provider }[]> {
    const rows = await this.tx
      .select({ id: accounts.id, providerId: accounts.providerId })
      .from(accounts)
      .where(and(this.isOwn, inArray(accounts.providerId, [...PROVIDERS])))
      .orderBy(asc(accounts.id))
    return rows.flatMap(({ id, providerId }) => {
      const provider = PROVIDERS.find((each) => each === providerId)
      return provider ? [{ id, provider }] : []
    })
  }

  async delete(id: string): Promise<void> {
    await this.tx.delete(accounts).where(and(this.isOwn, eq(accounts.id, id)))
  }

  private get isOwn() {
    return eq(accounts.userId, this.scope.athleteId)
  }
}
