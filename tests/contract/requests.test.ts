import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Actor } from '@/lib/core/actor'
import { newId } from '@/lib/core/id'
import { idempotencyKeys, rateLimits } from '@/lib/db/schema/identity'
import { exercises, routines } from '@/lib/db/schema/library'
import { getEnv, rereadEnv } from '@/lib/env'
import { log } from '@/lib/services/log'
import { createAccountDatabase } from '@/tests/helpers/accounts'
import type { TestDatabase } from '@/tests/helpers/database'
import { createPerson } from '@/tests/helpers/people'
import { send } from './api'

let test: TestDatabase
let person: Actor
beforeAll(async () => {
  test = await createAccountDatabase()
})
afterAll(() => test.drop())
beforeEach(async () => {
  person = await createPerson(test.db)
})

const list = 'GET /api/routines'
const create = 'POST /api/routines'
const countRoutines = async () =>
  (await test.db.select().from(routines).where(eq(routines.ownerId, person.userId))).length

describe('a body', () => {
  it.each([
    ['no JSON', '{"name": '],
    ['a list', '[]'],
    ['a text', '"Push"'],
    ['nothing', 'null'],
    ['no UTF-8 that a database keeps', '{"name":"\\u0000"}'],
  ])('that is %s is refused', async (_, body) => {
    const { status, error } = await send(person, create, { body })
    expect([status, error.code, error.message]).toEqual([400, 'validation', 'Validation failed'])
  })

  it('that is no JSON by its type is refused', async () => {
    const headers = { 'content-type': 'text/plain' }
    const { error } = await send(person, create, { body: '{"name":"Push"}', headers })
    expect(error.details.validationErrors).toEqual({
      body: ['Send a JSON object, as application/json.'],
    })
  })

  it.each(['__proto__', 'constructor', 'ownerId'])(
    'with a %s of its own is refused',
    async (key) => {
      const { status, error } = await send(person, create, { body: `{"name":"Push","${key}":"x"}` })
      expect(status).toBe(400)
      expect(Object.keys(error.details.validationErrors)).toEqual([key])
    },
  )

  it('of more than 1 MB is not read, whatever its length is said to be', async () => {
    const body = JSON.stringify({ name: 'x'.repeat(1024 * 1024) })
    for (const headers of [{}, { 'content-length': '5' }]) {
      const { status, error } = await send(person, create, { body, headers })
      expect([status, error.code]).toEqual([413, 'too_large'])
    }
    expect(await countRoutines()).toBe(0)
  })
})

describe('a query', () => {
  it('is read as numbers and truths where those are asked for', async () => {
    for (const name of ['A', 'B', 'C']) await send(person, create, { body: { name } })
    const { data, pagination } = await send(person, list, {
      query: { limit: '2', offset: '1', isArchived: 'false' },
    })
    expect(data.map(({ name }: { name: string }) => name)).toEqual(['B', 'C'])
    expect(pagination).toEqual({ limit: 2 })
  })

  it.each([{ limit: 'many' }, { limit: '1.5' }, { limit: '0' }, { isArchived: 'perhaps' }])(
    '%j is refused',
    async (query) => {
      expect((await send(person, list, { query })).status).toBe(400)
    },
  )

  it('leads through a list by its cursor, each thing once', async () => {
    for (const name of ['A', 'B', 'C', 'D', 'E']) await send(person, create, { body: { name } })
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const query = { limit: '2', ...(cursor && { cursor }) }
      const { data, pagination } = await send(person, list, { query })
      seen.push(...data.map(({ name }: { name: string }) => name))
      cursor = pagination.nextCursor
    } while (cursor)
    expect(seen).toEqual(['A', 'B', 'C', 'D', 'E'])
  })

  it('says how many there are where a list is numbered', async () => {
    const { data, pagination } = await send(person, 'GET /api/exercises', {
      query: { category: 'strength', limit: '10', page: '2' },
    })
    const [row] = await test.db
      .select({ count: sql<string>`count(*)` })
      .from(exercises)
      .where(eq(exercises.category, 'strength'))
    expect(data).toHaveLength(10)
    expect(pagination).toMatchObject({ limit: 10, page: 2, total: Number(row?.count) })
    expect(pagination.totalPages).toBe(Math.ceil(Number(row?.count) / 10))
  })
})

describe('what another site sends', () => {
  it.each(['https://evil.example', 'null'])('from %s changes nothing', async (origin) => {
    const sent = { body: { name: 'Theirs' }, headers: { origin } }
    const { status, error } = await send(person, create, sent)
    expect([status, error.code]).toEqual([403, 'forbidden'])
    expect(await countRoutines()).toBe(0)
  })

  it('is what has another origin than ours', async () => {
    const { origin } = new URL(getEnv().APP_URL)
    const sent = { body: { name: 'Ours' }, headers: { origin } }
    expect((await send(person, create, sent)).status).toBe(201)
  })
})

describe('an API key', () => {
  const keyOf = async (scopes: string[]) => {
    const made = await send(person, 'POST /api/keys', { body: { name: 'Program', scopes } })
    return { authorization: `Bearer ${made.data.key}` }
  }

  it('signs in without a session, for what its scopes say', async () => {
    const headers = await keyOf(['read'])
    expect((await send(null, list, { headers })).status).toBe(200)
    const { status, error } = await send(null, create, { body: { name: 'Push' }, headers })
    expect([status, error.code]).toEqual([403, 'forbidden'])
    const writing = { ...(await keyOf(['read', 'write'])), origin: 'https://app.example' }
    expect((await send(null, create, { body: { name: 'Push' }, headers: writing })).status).toBe(
      201,
    )
  })

  it('decides alone: a wrong one is nobody, whoever the session says', async () => {
    for (const authorization of ['Bearer wrong', 'Bearer ', 'Basic a2V5'])
      expect((await send(person, list, { headers: { authorization } })).status).toBe(401)
  })

  it('is not shown again by a repetition, and not kept for one', async () => {
    const sent = { body: { name: 'Once', scopes: ['read'] }, headers: { 'idempotency-key': 'k' } }
    const first = await send(person, 'POST /api/keys', sent)
    expect((await send(person, 'POST /api/keys', sent)).status).toBe(409)
    const kept = await test.db.select().from(idempotencyKeys)
    expect(JSON.stringify(kept)).not.toContain(first.data.key)
  })
})

describe('the general limit', () => {
  it('holds for an account and says when to come back', async () => {
    process.env.RATE_LIMIT_FACTOR = '0.03'
    rereadEnv()
    try {
      await test.db.delete(rateLimits)
      const answers = []
      for (let at = 0; at < 4; at++) answers.push(await send(person, list))
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429])
      const [{ error, headers }] = answers.slice(-1) as [(typeof answers)[number]]
      expect(error).toMatchObject({ code: 'rate_limited', message: 'Too many requests' })
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
      expect((await send(null, list)).status).toBe(429)
    } finally {
      process.env.RATE_LIMIT_FACTOR = '1000'
      rereadEnv()
    }
  })
})

it('an unexpected failure says its number and nothing else', async () => {
  const logged = vi.spyOn(log, 'error').mockReturnValue()
  await test.owner.execute(sql`alter table routines rename to routines_gone`)
  const { status, error } = await send(person, list)
  await test.owner.execute(sql`alter table routines_gone rename to routines`)
  expect([status, error.code, error.message]).toEqual([
    ...[500, 'internal', 'Failed to process request'],
  ])
  expect(logged).toHaveBeenCalledWith(
    expect.objectContaining({ id: error.details.id }),
    expect.anything(),
  )
  expect(JSON.stringify(error)).not.toContain('routines')
})

describe('an Idempotency-Key', () => {
  const under = (key: string, body: object) => send(person, create, { body, headers: keyed(key) })
  const keyed = (key: string) => ({ 'idempotency-key': key })

  it('makes a repetition answer the same and do nothing', async () => {
    const first = await under('a-key', { name: 'Push' })
    const again = await under('a-key', { name: 'Push' })
    expect([again.status, again.data]).toEqual([201, first.data])
    expect(await countRoutines()).toBe(1)
  })

  it('makes twenty at once one', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => under('twenty', { name: 'Push' })),
    )
    expect(new Set(answers.map(({ data }) => data.id)).size).toBe(1)
    expect(await countRoutines()).toBe(1)
  })

  it('is refused for another body or another path', async () => {
    await under('twice', { name: 'Push' })
    const other = await under('twice', { name: 'Pull' })
    expect([other.status, other.error.code]).toEqual([409, 'conflict'])
    const path = await send(person, 'POST /api/exercises', {
      body: { name: 'Push', tracking: 'reps', category: 'strength' },
      headers: keyed('twice'),
    })
    expect(path.status).toBe(409)
    expect(await countRoutines()).toBe(1)
  })

  it('is free again after a failure', async () => {
    const body = { name: 'Push', blocks: [{ exercises: [{ exerciseId: newId() }] }] }
    expect((await under('retry', body)).status).toBe(404)
    expect((await under('retry', { name: 'Push' })).status).toBe(201)
  })

  it("is a person's own, for a day", async () => {
    await under('shared', { name: 'Push' })
    const other = await createPerson(test.db)
    const theirs = await send(other, create, { body: { name: 'Pull' }, headers: keyed('shared') })
    expect(theirs.status).toBe(201)
    const again = await send(other, create, { body: { name: 'Pull' }, headers: keyed('shared') })
    expect([again.status, again.data]).toEqual([201, theirs.data])
    await test.db
      .update(idempotencyKeys)
      .set({ createdAt: sql`now() - interval '25 hours'` })
      .where(eq(idempotencyKeys.userId, person.userId))
    await under('shared', { name: 'Legs' })
    expect(await countRoutines()).toBe(2)
  })

  it('clears away what is a day old, of whoever it is, and nothing younger', async () => {
    await under('theirs', { name: 'Push' })
    const kept = (userId: string) =>
      test.db.select().from(idempotencyKeys).where(eq(idempotencyKeys.userId, userId))
    const other = person
    person = await createPerson(test.db)
    await under('young', { name: 'Push' })
    expect(await kept(other.userId)).toHaveLength(1)
    await test.db
      .update(idempotencyKeys)
      .set({ createdAt: sql`now() - interval '25 hours'` })
      .where(eq(idempotencyKeys.userId, other.userId))
    await under('younger', { name: 'Push' })
    expect(await kept(other.userId)).toEqual([])
    expect(await kept(person.userId)).toHaveLength(2)
  })

  it.each(['', 'with space', 'é', 'x'.repeat(201)])('%j is none', async (key) => {
    const { status, error } = await under(key, { name: 'Push' })
    expect([status, Object.keys(error.details.validationErrors)]).toEqual([
      ...[400, ['Idempotency-Key']],
    ])
  })
})
