import 'server-only'
import { eq, lt, sql } from 'drizzle-orm'
import { to } from '@/lib/core/result'
import { getDatabase, type Transaction } from '@/lib/db/client'
import { rateLimits } from '@/lib/db/schema/identity'
import { getEnv } from '@/lib/env'
import { log } from './log'
import { redisCounters } from './redis-counters'

interface Counted {
  count: number
  /** Until the count begins anew. */
  secondsLeft: number
}

/** Counts in fixed windows, shared by every server. */
export interface Counters {
  /**
   * One more, in one atomic step. The window begins with the first. Whoever has a transaction gives
   * it along, since a second connection beside it could wait for ever.
   */
  increment(key: string, windowSeconds: number, tx?: Transaction): Promise<Counted>
  clear(key: string): Promise<void>
}

/** In Redis where there is one; a Redis that is away does not open the doors. */
export const counters: Counters = {
  increment: (key, windowSeconds, tx) => choose((store) => store.increment(key, windowSeconds, tx)),
  clear: (key) => choose((store) => store.clear(key)),
}

async function choose<T>(work: (store: Counters) => Promise<T>): Promise<T> {
  const { REDIS_URL } = getEnv()
  if (!REDIS_URL) return work(databaseCounters)
  const [error, done] = await to(work(redisCounters(REDIS_URL)))
  if (!error) return done as T
  log.error({ err: error }, 'Redis does not count; the database does')
  return work(databaseCounters)
}

/** Longer than any window. */
const FORGOTTEN_AFTER = sql`interval '2 days'`
/** One new window in so many clears away the old ones. */
const CLEARS_ONE_IN = 200

/** Outside any transaction but one that is given, so that a failed attempt counts too. */
const databaseCounters: Counters = {
  increment: async (key, windowSeconds, tx) => {
    const windowEnd = sql`${rateLimits.windowStartedAt} + ${windowSeconds} * interval '1 second'`
    const [row] = await (tx ?? getDatabase())
      .insert(rateLimits)
      .values({ key, count: 1, windowStartedAt: sql`now()` })
      .onConflictDoUpdate({
        target: rateLimits.key,
        set: {
          count: sql`case when ${windowEnd} <= now() then 1 else ${rateLimits.count} + 1 end`,
          windowStartedAt: sql`case when ${windowEnd} <= now() then now() else ${rateLimits.windowStartedAt} end`,
        },
      })
      .returning({
        count: rateLimits.count,
        secondsLeft: sql<number>`ceil(extract(epoch from ${windowEnd} - now()))::int`,
      })
    if (!row) throw new Error('The database did not count')
    if (!tx && row.count === 1 && Math.random() * CLEARS_ONE_IN < 1) await forgetOldCounts()
    return row
  },
  clear: async (key) => {
    await getDatabase().delete(rateLimits).where(eq(rateLimits.key, key))
  },
}

export async function forgetOldCounts(): Promise<void> {
  await getDatabase()
    .delete(rateLimits)
    .where(lt(rateLimits.windowStartedAt, sql`now() - ${FORGOTTEN_AFTER}`))
}
