import 'server-only'
import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { RateLimit } from '@/lib/core/define-use-case'
import { RateLimitedError } from '@/lib/core/errors'
import { getDatabase } from '@/lib/db/client'
import { rateLimits } from '@/lib/db/schema/identity'
import { getEnv } from '@/lib/env'

/**
 * Counts one attempt in a fixed window, in one atomic statement outside any transaction, so that
 * a failed attempt counts too and several servers share the count.
 *
 * @throws RateLimitedError with the seconds until the window ends
 */
export async function countAttempt(attempt: {
  name: string
  limit: RateLimit
  who: string
}): Promise<void> {
  const { name, limit, who } = attempt
  const hash = createHash('sha256').update(who.toLowerCase()).digest('base64url')
  const windowEnd = sql`${rateLimits.windowStartedAt} + ${limit.windowSeconds} * interval '1 second'`
  const [row] = await getDatabase()
    .insert(rateLimits)
    .values({ key: `${name}:${limit.per}:${hash}`, count: 1, windowStartedAt: sql`now()` })
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
  if (row && row.count > limit.max * getEnv().RATE_LIMIT_FACTOR) {
    throw new RateLimitedError(row.secondsLeft)
  }
}
