import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/tests/helpers/database'
import { isDatabaseReady } from './readiness'

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase()
})
afterEach(() => database?.drop())

it('is ready once every migration is applied', async () => {
  expect(await isDatabaseReady()).toBe(true)
})

it('is not ready while the newest migration is missing', async () => {
  await database.owner.execute(
    sql`delete from drizzle.__drizzle_migrations where created_at = (select max(created_at) from drizzle.__drizzle_migrations)`,
  )
  expect(await isDatabaseReady()).toBe(false)
})

it('fails where there are no tables at all', async () => {
  await database.owner.execute(sql`drop schema drizzle cascade`)
  await expect(isDatabaseReady()).rejects.toThrow()
})
