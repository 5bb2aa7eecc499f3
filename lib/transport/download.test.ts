import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type { Actor } from '@/lib/core/actor'
import { auditLog } from '@/lib/db/schema/training'
import { rereadEnv } from '@/lib/env'
import { createTestDatabase, type TestDatabase } from '@/tests/helpers/database'
import { createPerson } from '@/tests/helpers/people'
import { downloadExport } from './download'

const request = vi.hoisted(() => ({ actor: null as Actor | null }))
vi.mock('@/lib/auth/session', () => ({ findActor: async () => request.actor }))
vi.mock('next/headers', () => ({
  headers: async () => new Headers(),
  cookies: async () => ({ get: () => undefined, set: () => {} }),
}))
vi.mock('next/server', () => ({ after: () => {} }))

let test: TestDatabase
beforeAll(async () => {
  test = await createTestDatabase()
})
afterAll(() => test.drop())
beforeEach(async () => {
  request.actor = await createPerson(test.db, { name: '"; filename=evil.exe' })
})

const ask = (query = '', headers = {}) =>
  downloadExport(new Request(`http://gym.test/api/export${query}`, { headers }))

it('is a file to keep, under a name of ours, that nobody stores on the way', async () => {
  const { status, headers, body } = await ask()
  expect(status).toBe(200)
  expect(headers.get('content-disposition')).toMatch(
    /^attachment; filename="gym-tracker-\d{4}-\d\d-\d\d\.json"$/,
  )
  expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
  expect(headers.get('cache-control')).toBe('no-store')
  let chunks = 0
  let text = ''
  const decoder = new TextDecoder()
  for await (const chunk of body ?? []) {
    chunks += 1
    text += decoder.decode(chunk, { stream: true })
  }
  expect(chunks).toBeGreaterThan(20)
  expect(JSON.parse(text)).toMatchObject({
    success: true,
    data: { format: 'gym-tracker', account: [{ email: request.actor?.email }] },
  })
})

it('is not begun by a link of another site, which would use up the hour', async () => {
  const from = (site: string) => ask('', { 'sec-fetch-site': site })
  const lines = () =>
    test.db
      .select()
      .from(auditLog)
      .where(eq(auditLog.actorId, request.actor?.userId ?? ''))
  for (const site of ['cross-site', 'same-site']) {
    const answer = await from(site)
    expect([answer.status, (await answer.json()).error.message]).toEqual([
      ...[403, 'This request comes from another site.'],
    ])
  }
  expect(await lines()).toEqual([])
  for (const site of ['same-origin', 'none']) expect((await from(site)).status).toBe(200)
  expect(await lines()).toHaveLength(2)
})

it('is refused in words to strangers, to wrong questions and to who asks all the time', async () => {
  expect((await ask('?userId=1')).status).toBe(400)
  vi.stubEnv('RATE_LIMIT_FACTOR', '0.2')
  rereadEnv()
  const statuses = [(await ask()).status, (await ask()).status, (await ask()).status]
  vi.unstubAllEnvs()
  rereadEnv()
  expect(statuses).toEqual([200, 200, 429])
  request.actor = null
  expect((await ask()).status).toBe(401)
})
