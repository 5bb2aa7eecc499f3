import { eq, sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { PERSON_COOKIE } from '@/lib/auth/person-cookie'
import type { Actor } from '@/lib/core/actor'
import { newId } from '@/lib/core/id'
import { apiKeys, authSessions, users } from '@/lib/db/schema/identity'
import { workoutSessions } from '@/lib/db/schema/training'
import { closeNotices } from '@/lib/services/notices'
import { createApiKey } from '@/lib/use-cases/api-keys/api-keys'
import { startWorkout } from '@/lib/use-cases/workouts/start-workout'
import { createAccountDatabase, holdSession } from '@/tests/helpers/accounts'
import type { TestDatabase } from '@/tests/helpers/database'
import { callAs, createPerson } from '@/tests/helpers/people'
import { endStreams } from './open-streams'
import { streamRevisions } from './stream'

/** The browser's cookies; Next's own are bound to a request. */
const jar = vi.hoisted(() => new Map<string, string>())
vi.mock('next/headers', () => ({
  headers: async () => new Headers(),
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
    set: (name: string, value: string) => jar.set(name, value),
  }),
}))

let test: TestDatabase
let actor: Actor
let sessionId: string
const opened: (() => Promise<void>)[] = []

beforeAll(async () => {
  test = await createAccountDatabase()
})
afterAll(async () => {
  await closeNotices()
  await test.drop()
})
beforeEach(async () => {
  jar.clear()
  actor = await createPerson(test.db)
  await signInHere(actor)
  sessionId = (await callAs(actor, startWorkout, {})).id
})
afterEach(async () => {
  vi.useRealTimers()
  for (const leave of opened.splice(0)) await leave()
})

async function signInHere({ userId, email }: Actor) {
  const expiresAt = new Date(Date.now() + 86_400_000)
  await test.db.insert(authSessions).values({ id: newId(), token: newId(), userId, expiresAt })
  return holdSession(jar, email)
}

const ask = (id: string, headers: Record<string, string> = {}) =>
  streamRevisions(new Request(`http://gym.test/api/sessions/${id}/stream`, { headers }), {
    params: Promise.resolve({ id }),
  })

/** What a stream says, by and by; `null` is its end. */
async function watch(id: string, headers: Record<string, string> = {}) {
  const response = await ask(id, headers)
  expect(response.status).toBe(200)
  const reader = response.body?.getReader()
  if (!reader) throw new Error('No stream')
  opened.push(() => reader.cancel())
  const said: (number | null)[] = []
  const read = async () => {
    const { done, value } = await reader.read()
    if (done) return void said.push(null)
    const text = new TextDecoder().decode(value)
    for (const [, data = ''] of text.matchAll(/^data: (.*)$/gm))
      said.push(JSON.parse(data).revision)
    await read()
  }
  void read()
  await vi.waitFor(() => expect(said.length).toBeGreaterThan(0))
  return { said, headers: response.headers, leave: () => reader.cancel() }
}

const change = (id: string) =>
  test.db
    .update(workoutSessions)
    .set({ revision: sql`${workoutSessions.revision} + 1` })
    .where(eq(workoutSessions.id, id))

const within2Seconds = { timeout: 2000, interval: 20 }

it('says at once where the workout stands, and how to read on', async () => {
  const { said, headers } = await watch(sessionId)
  expect(said).toEqual([1])
  expect(headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  expect(headers.get('cache-control')).toBe('no-store, no-transform')
  expect(headers.get('x-accel-buffering')).toBe('no')
})

it('tells both devices of a change within two seconds, and nobody of another workout', async () => {
  const other = await createPerson(test.db)
  const elsewhere = (await callAs(other, startWorkout, {})).id
  const [phone, laptop] = [await watch(sessionId), await watch(sessionId)]
  await signInHere(other)
  const stranger = await watch(elsewhere)
  await change(sessionId)
  await vi.waitFor(() => {
    expect(phone.said).toEqual([1, 2])
    expect(laptop.said).toEqual([1, 2])
  }, within2Seconds)
  await change(elsewhere)
  await vi.waitFor(() => expect(stranger.said).toEqual([1, 2]), within2Seconds)
  expect(phone.said).toEqual([1, 2])
})

it('says that a workout is gone, and ends', async () => {
  const { said } = await watch(sessionId)
  await test.db.delete(workoutSessions).where(eq(workoutSessions.id, sessionId))
  await vi.waitFor(() => expect(said).toEqual([1, 0, null]), within2Seconds)
})

it('hears of what changed while the connection to the database was lost', async () => {
  const { said } = await watch(sessionId)
  const ended = await test.owner.execute(sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and query like 'listen %'`)
  expect(ended).toHaveLength(1)
  await change(sessionId)
  await vi.waitFor(() => expect(said).toEqual([1, 2]), { timeout: 10_000 })
  await change(sessionId)
  await vi.waitFor(() => expect(said).toEqual([1, 2, 3]), within2Seconds)
})

it('ends with the session, at the next change or heartbeat', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const quiet = await watch(sessionId)
  await test.db.delete(authSessions).where(eq(authSessions.userId, actor.userId))
  vi.advanceTimersByTime(20_000)
  await vi.waitFor(() => expect(quiet.said).toEqual([1, null]), within2Seconds)
  await signInHere(actor)
  const again = await watch(sessionId)
  await test.db.delete(authSessions).where(eq(authSessions.userId, actor.userId))
  await change(sessionId)
  await vi.waitFor(() => expect(again.said).toEqual([1, null]), within2Seconds)
})

it('is open to a key that may read for as long as it may, and to no other', async () => {
  jar.clear()
  const makeKey = (scopes: string[]) => callAs(actor, createApiKey, { name: newId(), scopes })
  const [reading, writing] = [await makeKey(['read']), await makeKey(['write'])]
  const bearer = (key: string) => ({ authorization: `Bearer ${key}` })
  expect((await ask(sessionId, bearer(writing.key))).status).toBe(403)
  const { said } = await watch(sessionId, bearer(reading.key))
  expect(jar.has(PERSON_COOKIE)).toBe(false)
  await test.db.delete(apiKeys).where(eq(apiKeys.id, reading.id))
  await change(sessionId)
  await vi.waitFor(() => expect(said).toEqual([1, null]), within2Seconds)
})

it('is nobody else’s', async () => {
  await signInHere(await createPerson(test.db))
  expect((await ask(sessionId)).status).toBe(404)
  jar.clear()
  expect((await ask(sessionId)).status).toBe(401)
  expect((await ask('nothing')).status).toBe(401)
})

it('corrects the cookie that says whose phone it is', async () => {
  jar.set(PERSON_COOKIE, newId())
  await watch(sessionId)
  expect(jar.get(PERSON_COOKIE)).toBe(actor.userId)
})

it('is refused to whom opens too many, until one is left', async () => {
  const streams = []
  for (let count = 0; count < 20; count++) streams.push(await watch(sessionId))
  const refused = await ask(sessionId)
  expect(refused.status).toBe(429)
  expect(refused.headers.get('retry-after')).toBe('30')
  await streams[0]?.leave()
  await watch(sessionId)
})

it('ends when the server stops', async () => {
  const { said } = await watch(sessionId)
  endStreams()
  await vi.waitFor(() => expect(said).toEqual([1, null]), within2Seconds)
})

it('has no watcher of an account that was deleted', async () => {
  const { said } = await watch(sessionId)
  await test.db.delete(users).where(eq(users.id, actor.userId))
  await vi.waitFor(() => expect(said.at(-1)).toBeNull(), within2Seconds)
})
