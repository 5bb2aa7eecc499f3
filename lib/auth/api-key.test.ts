import { inspect } from 'node:util'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/core/actor'
import { apiKeys, profiles, users } from '@/lib/db/schema/identity'
import { createApiKey, revokeApiKey } from '@/lib/use-cases/api-keys/api-keys'
import { createTestDatabase, type TestDatabase } from '@/tests/helpers/database'
import { callAs, createPerson } from '@/tests/helpers/people'
import { findKeyActor } from './api-key'

let test: TestDatabase
let person: Actor
let id: string
let key: string
beforeAll(async () => {
  test = await createTestDatabase()
})
afterAll(() => test.drop())
beforeEach(async () => {
  person = await createPerson(test.db)
  ;({ id, key } = await callAs(person, createApiKey, { name: 'Watch', scopes: ['read'] }))
})

const shift = (column: 'lastUsedAt' | 'expiresAt', offset: string) =>
  test.db
    .update(apiKeys)
    .set({ [column]: sql`now() + ${offset}::interval` })
    .where(eq(apiKeys.id, id))

async function secondsUnused(): Promise<number | null> {
  const [row] = await test.db
    .select({
      seconds: sql<number | null>`extract(epoch from now() - ${apiKeys.lastUsedAt})::int`,
    })
    .from(apiKeys)
    .where(eq(apiKeys.id, id))
  return row?.seconds ?? null
}

describe('an API key', () => {
  it('speaks for its person with its scopes, and never as a fresh sign-in', async () => {
    expect(await findKeyActor(key)).toEqual({
      ...person,
      sessionId: id,
      keyScopes: ['read'],
      authenticatedAt: new Date(0),
    })
  })

  it('is kept as a hash alone', async () => {
    const rows = await test.db.execute(sql`select to_jsonb(k) as row from api_keys k`)
    expect(JSON.stringify(rows)).not.toContain(key.slice(4))
    expect(key).toMatch(/^gym_[\w-]{43}$/)
  })

  it('is nobody’s with another character, or without its beginning', async () => {
    const last = key.endsWith('A') ? 'B' : 'A'
    for (const forged of [key.slice(0, -1) + last, key.slice(4), `${key}A`, '', `gym_${id}`]) {
      expect(await findKeyActor(forged)).toBeNull()
    }
  })

  it('ends when it is revoked, when its time is over, and while its person’s address is unconfirmed', async () => {
    await shift('expiresAt', '1 minute')
    expect(await findKeyActor(key)).not.toBeNull()
    await shift('expiresAt', '-1 second')
    expect(await findKeyActor(key)).toBeNull()

    const other = await callAs(person, createApiKey, { name: 'Other', scopes: ['write'] })
    await callAs(person, revokeApiKey, { id: other.id })
    expect(await findKeyActor(other.key)).toBeNull()

    const third = await callAs(person, createApiKey, { name: 'Third', scopes: ['write'] })
    await test.db.update(users).set({ emailVerified: false }).where(eq(users.id, person.userId))
    expect(await findKeyActor(third.key)).toBeNull()
  })

  it('follows a change of its person at once', async () => {
    await test.db
      .update(profiles)
      .set({ timeZone: 'Asia/Bangkok' })
      .where(eq(profiles.userId, person.userId))
    expect(await findKeyActor(key)).toMatchObject({ timeZone: 'Asia/Bangkok' })
  })

  it('notes when it was used, once an hour', async () => {
    expect(await secondsUnused()).toBeNull()
    await findKeyActor(key)
    expect(await secondsUnused()).toBeLessThan(60)
    await shift('lastUsedAt', '-59 minutes')
    await findKeyActor(key)
    expect(await secondsUnused()).toBeGreaterThan(3000)
    await shift('lastUsedAt', '-61 minutes')
    await findKeyActor(key)
    expect(await secondsUnused()).toBeLessThan(60)
  })

  it('is in no message when the database fails', async () => {
    await test.owner.execute(sql`alter table api_keys rename to api_keys_gone`)
    const error: unknown = await findKeyActor(key).catch((thrown) => thrown)
    const [row] = await test.db.execute(sql`select hash from api_keys_gone where id = ${id}`)
    await test.owner.execute(sql`alter table api_keys_gone rename to api_keys`)
    expect(error).toBeInstanceOf(Error)
    expect(inspect(error)).toContain('42P01')
    expect(inspect(error)).not.toContain(key)
    expect(inspect(error)).not.toContain(String(row?.hash))
  })
})
