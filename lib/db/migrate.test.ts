import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getDatabase } from '@/lib/db/client'
import { createTestDatabase, type TestDatabase } from '@/tests/helpers/database'
import { databaseUrl } from '@/tests/helpers/database-server'
import { migrateDatabase } from './migrate'

let test: TestDatabase
beforeAll(async () => {
  test = await createTestDatabase()
})
afterAll(() => test.drop())

describe('migrateDatabase', () => {
  it('fills an empty database once when two start together, and again changes nothing', async () => {
    await test.db.execute(sql`create database migrate_twice template template0`)
    const url = databaseUrl(test.url, 'migrate_twice')
    await Promise.all([migrateDatabase(url), migrateDatabase(url)])
    const empty = postgres(url, { max: 1 })
    const count = async () => (await empty`select count(*)::int as n from drizzle.__drizzle_migrations`)[0]?.n
    const afterBoth = await count()
    await migrateDatabase(url)
    expect(await count()).toBe(afterBoth)
    expect((await empty`select to_regclass('exercises') is not null as exists`)[0]?.exists).toBe(true)
    await empty.end()
    await test.db.execute(sql`drop database migrate_twice`)
  })
})

describe('createTestDatabase', () => {
  it('is the database of getDatabase and holds the library', async () => {
    const [row] = await getDatabase().execute(sql`select current_database() as name, count(*)::int as n from exercises`)
    expect(new URL(test.url).pathname).toBe(`/${row?.name}`)
    expect(row?.n).toBeGreaterThan(100)
  })
})
