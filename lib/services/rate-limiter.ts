import 'server-only'
import { createHash } from 'node:crypto'
import type { RateLimit } from '@/lib/core/define-use-case'
import { RateLimitedError } from '@/lib/core/errors'
import type { Transaction } from '@/lib/db/client'
import { getEnv } from '@/lib/env'
import { counters } from './counters'

interface Counting {
  /** What is tried, such as a use case. */
  name: string
  per: RateLimit['per']
  /** The address or account it counts for, in any spelling; only its hash is kept. */
  who: string
}

const keyOf = ({ name, per, who }: Counting): string =>
  `${name}:${per}:${createHash('sha256').update(who.toLowerCase()).digest('base64url')}`

/**
 * Counts one attempt in a fixed window, so that a failed one counts too; inside a transaction (`tx`)
 * only one that is committed does.
 * @throws RateLimitedError with the seconds until the window ends
 */
export async function countAttempt(
  { name, limit, who }: { name: string; limit: RateLimit; who: string },
  tx?: Transaction,
): Promise<void> {
  const key = keyOf({ name, per: limit.per, who })
  const { count, secondsLeft } = await counters.increment(key, limit.windowSeconds, tx)
  if (count > limit.max * getEnv().RATE_LIMIT_FACTOR) throw new RateLimitedError(secondsLeft)
}

/** Lets an account try again at once, for whoever has shown that it is theirs. */
export const forgetAttempts = (attempts: Omit<Counting, 'per'>): Promise<void> =>
  counters.clear(keyOf({ ...attempts, per: 'account' }))
