import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { newId } from '@/lib/core/id'
import { getDatabase, openPool } from '@/lib/db/client'
import { rereadEnv } from '@/lib/env'
import { createTestDatabase, type TestDatabase } from '@/tests/helpers/database'
import { databaseUrl } from '@/tests/helpers/database-server'
import { grantAppRights, migrateDatabase } from './migrate'

let test: TestDatabase
beforeAll(async () => {
  test = await createTestDatabase()
})
afterAll(() => test.drop())

describe('migrateDatabase', () => {
  it('fills an empty database once when two start together, and again changes nothing', async () => {
    await test.owner.execute(sql`create database migrate_twice template template0`)
    const url = databaseUrl(test.url, 'migrate_twice')
    await Promise.all([migrateDatabase(url), migrateDatabase(url)])
    const empty = postgres(url, { max: 1 })
    const count = async () =>
      (await empty`select count(*)::int as n from drizzle.__drizzle_migrations`)[0]?.n
    const afterBoth = await count()
    await migrateDatabase(url)
    expect(await count()).toBe(afterBoth)
    expect((await empty`select to_regclass('exercises') is not null as exists`)[0]?.exists).toBe(
      true,
    )
    await empty.end()
    await test.owner.execute(sql`drop database migrate_twice`)
  })

  it('brings data of the first release along, with what is counted from it since', async () => {
    await test.owner.execute(sql`create database migrate_on template template0`)
    const url = databaseUrl(test.url, 'migrate_on')
    const client = postgres(url, { max: 1, onnotice: () => {} })
    const folder = await migrationsUpTo(2)
    await migrate(drizzle(client), { migrationsFolder: folder })
    await rm(folder, { recursive: true })
    const [user, session] = [newId(), newId()]
    await client`insert into users (id, name, email) values (${user}, 'Sam', 'sam@example.com')`
    await client`update profiles set body_weight_kg = 102.06, weight_unit = 'lb'`
    await client`insert into workout_sessions
      (id, user_id, name, status, started_at, completed_at, local_date, duration_seconds, volume_kg)
      values (${session}, ${user}, 'Leg day', 'completed', now(), now(), '2026-01-31', 60, 500)`

    await migrateDatabase(url)
    expect(
      await client`select month::text, workout_count, workouts_by_day, volume_kg::int
      from training_months`,
    ).toEqual([
      {
        ...{ month: '2026-01-01', workout_count: 1, volume_kg: 500 },
        workouts_by_day: [0, 0, 0, 0, 0, 0, 1],
      },
    ])
    expect(await client`select value::text, unit from body_measurements`).toEqual([
      { value: '225.00', unit: 'lb' },
    ])
    const [row] = await client`select search_text, body_weight_kg::text from workout_sessions`
    expect(row).toEqual({ search_text: 'leg day', body_weight_kg: '102.06' })
    await client.end()
    await test.owner.execute(sql`drop database migrate_on`)
  })
})

/** The first so many migrations, in a folder of their own. */
async function migrationsUpTo(count: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'gym-tracker-migrations-'))
  await cp('drizzle', folder, { recursive: true })
  const journal = join(folder, 'meta', '_journal.json')
  const { entries, ...rest } = JSON.parse(await readFile(journal, 'utf8'))
  await writeFile(journal, JSON.stringify({ ...rest, entries: entries.slice(0, count) }))
  return folder
}

/** As a user of its own, and as a role that the connections of the owner take. */
const ways = {
  'a user of its own': async () => {
    const name = `gym_app_${new URL(test.url).pathname.slice(-8)}`
    await test.owner.execute(sql.raw(`create role ${name} login password 'app'`))
    const address = new URL(test.url)
    address.username = name
    address.password = 'app'
    const urls = { ownerUrl: test.url, appUrl: address.href }
    // Twice, as every start does.
    await grantAppRights(urls)
    expect(await grantAppRights(urls)).toBeNull()
    const drop = async () => {
      await test.owner.execute(sql.raw(`drop owned by ${name}`))
      await test.owner.execute(sql.raw(`drop role ${name}`))
    }
    return { app: postgres(address.href, { max: 1 }), drop }
  },
  'a role of its connections': async () => {
    const urls = { ownerUrl: test.url, appUrl: test.url }
    const [role] = await Promise.all([grantAppRights(urls), grantAppRights(urls)])
    expect(role).toBe('gym_tracker_app')
    vi.stubEnv('DATABASE_ROLE', role ?? '')
    rereadEnv()
    const app = openPool(test.url, { size: 1 })
    vi.unstubAllEnvs()
    rereadEnv()
    return { app, drop: async () => {} }
  },
}

describe.each(Object.entries(ways))('grantAppRights to %s', (_, open) => {
  let app: postgres.Sql
  let drop: () => Promise<void>
  beforeAll(async () => {
    const opened = await open()
    app = opened.app
    drop = opened.drop
  })
  afterAll(async () => {
    await app.end()
    await drop()
  })
  const refused = { code: '42501' }

  it('lets the app write rows but not change tables', async () => {
    expect((await app`update exercises set name = name`).count).toBeGreaterThan(0)
    await expect(app`drop table exercises`).rejects.toMatchObject(refused)
    await expect(app`truncate exercises`).rejects.toMatchObject(refused)
    await expect(app`create table mine (n int)`).rejects.toMatchObject(refused)
    await expect(app`alter table exercises add x int`).rejects.toMatchObject(refused)
  })

  it('lets it append to the audit trail and read it, and never change it', async () => {
    const [id, subject] = [newId(), newId()]
    await app`insert into audit_log (id, action, subject_type, subject_id)
      values (${id}, 'session_started', 'workout_session', ${subject})`
    expect(await app`select action from audit_log where id = ${id}`).toHaveLength(1)
    await expect(app`update audit_log set action = 'nothing'`).rejects.toMatchObject(refused)
    await expect(app`delete from audit_log`).rejects.toMatchObject(refused)
    await expect(app`truncate audit_log`).rejects.toMatchObject(refused)
  })

  it('lets it see which migrations there are, as readiness asks, and not forge one', async () => {
    expect((await app`select 1 from drizzle.__drizzle_migrations`).length).toBeGreaterThan(0)
    await expect(app`delete from drizzle.__drizzle_migrations`).rejects.toMatchObject(refused)
  })
})

describe('createTestDatabase', () => {
  it('is the database of getDatabase and holds the library', async () => {
    const [row] = await getDatabase().execute(
      sql`select current_database() as name, count(*)::int as n from exercises`,
    )
    expect(new URL(test.url).pathname).toBe(`/${row?.name}`)
    expect(row?.n).toBeGreaterThan(100)
  })
})
