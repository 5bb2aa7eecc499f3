import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { RateLimitedError } from '@/lib/core/errors'
import { rateLimits } from '@/lib/db/schema/identity'
import { rereadEnv } from '@/lib/env'
import { createTestDatabase, type TestDatabase } from '@/tests/helpers/database'
import { countAttempt } from './rate-limiter'

let test: TestDatabase
beforeAll(async () => {
  process.env.RATE_LIMIT_FACTOR = '1'
  test = await createTestDatabase()
  rereadEnv()
})
afterAll(() => test.drop())
beforeEach(() => test.db.delete(rateLimits))

const limit = { per: 'account', max: 3, windowSeconds: 600 } as const
const attempt = (who = 'kim@example.com', name = 'auth.signIn') =>
  countAttempt({ name, limit, who }).then(
    () => null,
    (error: unknown) => error,
  )

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

it('says how long to wait, and begins anew when that is over', async () => {
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
