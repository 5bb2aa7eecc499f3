import { and, eq, lt, or, sql } from 'drizzle-orm'
import type { Transaction } from '@/lib/db/client'
import { idempotencyKeys } from '@/lib/db/schema/identity'
import type { AthleteScope } from '@/lib/policies/scope'

const OLD = lt(idempotencyKeys.createdAt, sql`now() - interval '1 day'`)
/** How many of other people go with each claim; nobody waits for a row that another one is clearing. */
const CLEARED_AT_ONCE = 100

/** Keys that a person's writes came with, and the answers they got; kept for a day. */
export class IdempotencyRepository {
  constructor(
    private readonly tx: Transaction,
    private readonly scope: AthleteScope,
  ) {}

  /**
   * Claims a key until the transaction ends; a parallel claim of the same key waits for that. Clears
   * what is a day old away, of whoever it is: answers hold what others are called.
   * @returns what is kept under the key already, null where it was free
   */
  async claim(key: string, requestHash: string) {
    const old = sql`select ctid from ${idempotencyKeys} where ${OLD} limit ${CLEARED_AT_ONCE}
      for update skip locked`
    await this.tx.delete(idempotencyKeys).where(and(OLD, or(this.ofOwner, sql`ctid in (${old})`)))
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

  private get ofOwner() {
    return eq(idempotencyKeys.userId, this.scope.athleteId)
  }

  private own(key: string) {
    return and(this.ofOwner, eq(idempotencyKeys.key, key))
  }
}
