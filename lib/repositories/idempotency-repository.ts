import { and, eq, lt, sql } from 'drizzle-orm'
import type { Transaction } from '@/lib/db/client'
import { idempotencyKeys } from '@/lib/db/schema/identity'
import type { AthleteScope } from '@/lib/policies/scope'

/** Keys that a person's writes came with, and the answers they got; kept for a day. */
export class IdempotencyRepository {
  constructor(
    private readonly tx: Transaction,
    private readonly scope: AthleteScope,
  ) {}

  /**
   * Claims a key until the transaction ends; a parallel claim of the same key waits for that.
   * @returns what is kept under the key already, null where it was free
   */
  async claim(key: string, requestHash: string) {
    const { userId, createdAt } = idempotencyKeys
    await this.tx
      .delete(idempotencyKeys)
      .where(and(eq(userId, this.scope.athleteId), lt(createdAt, sql`now() - interval '1 day'`)))
    const claimed = await this.tx
      .insert(idempotencyKeys)
      .values({ userId: this.scope.athleteId, key, requestHash })
      .onConflictDoNothing()
      .returning({ key: idempotencyKeys.key })
    if (claimed.length > 0) return null
    const [kept] = await this.tx.select().from(idempotencyKeys).where(this.own(key))
    if (!kept) throw new Error('A claimed idempotency key is gone')
    return kept
  }

  async keep(key: string, response: unknown): Promise<void> {
    await this.tx.update(idempotencyKeys).set({ response }).where(this.own(key))
  }

  private own(key: string) {
    return and(eq(idempotencyKeys.userId, this.scope.athleteId), eq(idempotencyKeys.key, key))
  }
}
