import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { RateLimitedError } from '@/lib/core/errors'
import { findFreePort } from '@/lib/db/embedded-server'
import { rateLimits } from '@/lib/db/schema/identity'
import { rereadEnv } from '@/lib/env'
import { createTestDatabase, type TestDatabase } from '@/tests/helpers/database'
import { findRedisServer, type RedisServer, startRedis } from '@/tests/helpers/redis-server'
import { forgetOldCounts } from './counters'
import { countAttempt, forgetAttempts } from './rate-limiter'
import { closeRedis } from './redis-counters'

let test: TestDatabase
beforeAll(async () => {
  process.env.RATE_LIMIT_FACTOR = '1'
  test = await createTestDatabase()
  rereadEnv()
})
afterAll(() => test.drop())

const limit = { per: 'account', max: 3, windowSeconds: 600 } as const
const attempt = (who = 'kim@example.com', name = 'auth.signIn') =>
  countAttempt({ name, limit, who }).then(
    () => null,
    (error: unknown) => error,
  )

const redisServer = findRedisServer()
const stores = [
  { store: 'the database', address: '' },
  ...(redisServer ? [{ store: 'Redis', address: 'redis://127.0.0.1' }] : []),
]

describe.each(stores)('in $store', ({ address }) => {
  let redis: RedisServer | null = null
  beforeAll(async () => {
    if (address && redisServer) redis = await startRedis(redisServer)
    process.env.REDIS_URL = redis?.url ?? ''
    rereadEnv()
  })
  afterAll(async () => {
    await closeRedis()
    await redis?.stop()
    process.env.REDIS_URL = ''
    rereadEnv()
  })
  beforeEach(async () => {
    await test.db.delete(rateLimits)
    await redis?.empty()
  })

  it('lets exactly as many through as it may, of twenty at once', async () => {
    const errors = await Promise.all(Array.from({ length: 20 }, () => attempt()))
    expect(errors.filter((error) => error === null)).toHaveLength(3)
    expect(errors.filter((error) => error instanceof RateLimitedError)).toHaveLength(17)
  })

  it('counts each account and each thing on its own', async () => {
    await Promise.all(Array.from({ length: 4 }, () => attempt()))
    expect(await attempt('sam@example.com')).toBeNull()
    expect(await attempt('kim@example.com', 'auth.register')).toBeNull()
    expect(await attempt('KIM@example.com')).toBeInstanceOf(RateLimitedError)
  })

  it('lets an account that proved itself try again at once, and no other', async () => {
    for (let tries = 0; tries < 3; tries += 1) await attempt()
    await attempt('sam@example.com')
    await forgetAttempts({ name: 'auth.signIn', who: 'Kim@example.com' })
    for (let tries = 0; tries < 3; tries += 1) expect(await attempt()).toBeNull()
    expect(await attempt()).toBeInstanceOf(RateLimitedError)
    for (let tries = 0; tries < 2; tries += 1) await attempt('sam@example.com')
    expect(await attempt('sam@example.com')).toBeInstanceOf(RateLimitedError)
  })

  it('says how long to wait, and begins anew when that is over', async () => {
    const short = (who: string) =>
      countAttempt({ name: 'x', limit: { ...limit, max: 1, windowSeconds: 1 }, who })
    await short('kim')
    await expect(short('kim')).rejects.toMatchObject({ retryAfterSeconds: 1 })
    await sleep(1100)
    await short('kim')
  })
})

describe('in the database', () => {
  beforeEach(() => test.db.delete(rateLimits))

  it('counts a window from its first attempt', async () => {
    for (let tries = 0; tries < 3; tries += 1) await attempt()
    await test.db.update(rateLimits).set({ windowStartedAt: sql`now() - interval '599 seconds'` })
    expect(await attempt()).toMatchObject({ retryAfterSeconds: 1 })
    await test.db.update(rateLimits).set({ windowStartedAt: sql`now() - interval '600 seconds'` })
    for (let tries = 0; tries < 3; tries += 1) expect(await attempt()).toBeNull()
    expect(await attempt()).toBeInstanceOf(RateLimitedError)
  })

  it('keeps no address and no account in the clear', async () => {
    await attempt('kim@example.com')
    expect(JSON.stringify(await test.db.select().from(rateLimits))).not.toContain('kim')
  })

  it('forgets what is long over and nothing else', async () => {
    await attempt('old')
    await test.db.update(rateLimits).set({ windowStartedAt: sql`now() - interval '3 days'` })
    await attempt('new')
    await forgetOldCounts()
    expect(await test.db.select().from(rateLimits)).toHaveLength(1)
  })

  it('counts where a Redis is said to be that does not answer', async () => {
    process.env.REDIS_URL = `redis://127.0.0.1:${await findFreePort()}`
    rereadEnv()
    for (let tries = 0; tries < 3; tries += 1) expect(await attempt()).toBeNull()
    expect(await attempt()).toBeInstanceOf(RateLimitedError)
    await closeRedis()
    process.env.REDIS_URL = ''
    rereadEnv()
  })
})
