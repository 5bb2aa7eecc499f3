import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { getIdentity } from '@/lib/auth/identity'
import { ANSWERED_PATHS, DISABLED_PATHS, FORWARDED_PATHS } from '@/lib/auth/reachable-paths'
import { authSessions, rateLimits } from '@/lib/db/schema/identity'
import { getEnv, rereadEnv } from '@/lib/env'
import {
  createAccountDatabase,
  holdSession,
  newEmail,
  password,
  registerAndVerify,
  sessionsOf,
} from '@/tests/helpers/accounts'
import type { TestDatabase } from '@/tests/helpers/database'
import { authHandler } from './auth-handler'

/** The request that is answered; Next's own headers and cookies are bound to one. */
const browser = vi.hoisted(() => ({ jar: new Map<string, string>(), headers: new Headers() }))
vi.mock('next/headers', () => ({
  headers: async () => browser.headers,
  cookies: async () => ({
    get: (name: string) =>
      browser.jar.has(name) ? { name, value: browser.jar.get(name) } : undefined,
  }),
}))

let test: TestDatabase
beforeAll(async () => {
  test = await createAccountDatabase()
})
afterAll(() => test.drop())
beforeEach(() => browser.jar.clear())

/** Sends what a browser with these cookies would. */
async function send(
  method: string,
  path: string,
  { body, headers = {} }: { body?: unknown; headers?: Record<string, string> } = {},
) {
  const cookie = [...browser.jar].map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  browser.headers = new Headers({
    ...{ 'content-type': 'application/json', 'x-forwarded-for': '192.0.2.9' },
    ...{ ...(cookie.length > 0 && { cookie: cookie.join('; ') }), ...headers },
  })
  const answer = await authHandler(
    new Request(`${getEnv().APP_URL}/api/auth${path}`, {
      ...{ method, headers: browser.headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }),
  )
  const text = await answer.text()
  const type = answer.headers.get('content-type') ?? ''
  return { status: answer.status, headers: answer.headers, text, isJson: type.includes('json') }
}

const NOT_FOUND = { success: false, error: { code: 'not_found' } }

describe('what is reachable', () => {
  const known = Object.values(getKnownEndpoints())

  it('has every path of Better Auth on exactly one list', () => {
    const listed: string[] = [...FORWARDED_PATHS, ...ANSWERED_PATHS, ...DISABLED_PATHS]
    expect([...listed].sort()).toEqual([...new Set(known.map(({ path }) => path))].sort())
  })

  it.each([...DISABLED_PATHS])('is not %s', async (path) => {
    const concrete = path.replace(/:\w+/, 'something')
    for (const method of ['GET', 'POST']) {
      const answer = await send(method, concrete, method === 'POST' ? { body: {} } : {})
      expect([answer.status, JSON.parse(answer.text)]).toMatchObject([404, NOT_FOUND])
    }
  })

  it.each([
    ['GET', '/sign-in/email'],
    ['POST', '/get-session'],
    ['PUT', '/callback/google'],
    ['GET', '/organization/create'],
    ['GET', '/callback/google/more'],
    ['GET', '/callback/__proto__'],
    ['GET', '/constructor'],
    ['GET', '/'],
    ['GET', '//get-session'],
    ['GET', '/get-session/'],
  ])('is not %s %s', async (method, path) => {
    const answer = await send(method, path)
    expect([answer.status, JSON.parse(answer.text)]).toMatchObject([404, NOT_FOUND])
  })

  it('keeps Better Auth closed behind it too', async () => {
    for (const path of [...ANSWERED_PATHS, '/sign-up/email', '/update-user']) {
      const request = new Request(`${getEnv().APP_URL}/api/auth${path}`, { method: 'POST' })
      expect((await getIdentity().handler(request)).status).toBe(404)
    }
  })
})

function getKnownEndpoints(): Record<string, { path: string }> {
  const endpoints: [string, unknown][] = Object.entries(getIdentityForList().api)
  return Object.fromEntries(
    endpoints.flatMap(([name, endpoint]) => {
      const path: unknown = Reflect.get(Object(endpoint), 'path')
      return typeof path === 'string' ? [[name, { path }]] : []
    }),
  )
}

/** Only asked for what it has: no database is behind it yet. */
function getIdentityForList() {
  process.env.DATABASE_URL ??= 'postgres://nobody:nothing@127.0.0.1:1/none'
  process.env.APP_SECRET ??= 'q7Jw0ZxN2vRk8sTb5LmYc1HdPf4GaUe9'
  return getIdentity()
}

describe.each(['/sign-in/email', '/signin'])('%s', (path) => {
  it('signs in, with who it is and not the token in the answer', async () => {
    const email = await registerAndVerify()
    const before = (await sessionsOf(email)).length
    const answer = await send('POST', path, { body: { email, password } })
    expect(answer.status).toBe(200)
    expect(JSON.parse(answer.text)).toMatchObject({ redirect: false, user: { email, name: 'Kim' } })
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const sessions = await sessionsOf(email)
    expect(sessions).toHaveLength(before + 1)
    expect(sessions.at(-1)?.ipAddress).toBe('192.0.2.9')
    for (const { token } of sessions) expect(answer.text).not.toContain(token)
  })

  it('refuses in words, as the API does', async () => {
    const answer = await send('POST', path, { body: { email: newEmail(), password } })
    expect([answer.status, JSON.parse(answer.text)]).toMatchObject([
      401,
      { success: false, error: { code: 'unauthorized' } },
    ])
    const unknown = await send('POST', path, {
      body: { email: newEmail(), password, callbackURL: 'https://evil.example' },
    })
    expect([unknown.status, unknown.headers.has('location')]).toEqual([400, false])
  })

  it.each(['https://evil.example', 'null'])('takes nothing from the site %s', async (origin) => {
    const email = await registerAndVerify()
    const before = (await sessionsOf(email)).length
    const answer = await send('POST', path, { body: { email, password }, headers: { origin } })
    expect(answer.status).toBe(403)
    const asForm = { origin: getEnv().APP_URL, 'content-type': 'text/plain' }
    expect((await send('POST', path, { body: { email, password }, headers: asForm })).status).toBe(
      400,
    )
    expect(await sessionsOf(email)).toHaveLength(before)
  })
})

it('shares its limits with the sign-in page, and says when to try again', async () => {
  process.env.RATE_LIMIT_FACTOR = '1'
  rereadEnv()
  await test.db.delete(rateLimits)
  const body = { email: newEmail(), password }
  for (let tries = 0; tries < 10; tries += 1)
    expect((await send('POST', '/sign-in/email', { body })).status).toBe(401)
  const answer = await send('POST', '/signin', { body })
  expect([answer.status, JSON.parse(answer.text)]).toMatchObject([
    429,
    { success: false, error: { code: 'rate_limited', message: 'Too many requests' } },
  ])
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  await test.db.delete(rateLimits)
  process.env.RATE_LIMIT_FACTOR = '1000'
  rereadEnv()
})

describe.each(['/get-session', '/session'])('%s', (path) => {
  it('says who is signed in, and nothing that would open the session', async () => {
    const email = await registerAndVerify()
    const id = await holdSession(browser.jar, email)
    const answer = await send('GET', path)
    expect(answer.status).toBe(200)
    expect(JSON.parse(answer.text)).toEqual({
      session: {
        ...{ id, userId: expect.any(String) },
        ...{ createdAt: expect.any(String), expiresAt: expect.any(String) },
      },
      user: {
        ...{ id: expect.any(String), name: 'Kim', email },
        ...{ emailVerified: true, role: 'athlete' },
      },
    })
  })

  it('is null for nobody, and after seven days without use', async () => {
    expect((await send('GET', path)).text).toBe('null')
    const email = await registerAndVerify()
    const id = await holdSession(browser.jar, email)
    await test.db
      .update(authSessions)
      .set({ updatedAt: new Date(Date.now() - 8 * 86_400_000) })
      .where(eq(authSessions.id, id))
    expect((await send('GET', path)).text).toBe('null')
  })
})

it.each(['/sign-out', '/signout'])('%s ends the session at once', async (path) => {
  const email = await registerAndVerify()
  await holdSession(browser.jar, email)
  const foreign = { headers: { origin: 'https://evil.example' } }
  expect((await send('POST', path, foreign)).status).toBe(403)
  expect(await sessionsOf(email)).toHaveLength(1)
  const answer = await send('POST', path)
  expect([answer.status, JSON.parse(answer.text)]).toEqual([200, { success: true }])
  expect(await sessionsOf(email)).toEqual([])
  expect((await send('POST', path)).status).toBe(200)
})

it('leads an error to our own page', async () => {
  const answer = await send('GET', '/error?error=state_mismatch&error_description=%3Cb%3E')
  expect(answer.status).toBe(302)
  expect(answer.headers.get('location')).toMatch(/^\/auth\/error\?error=state_mismatch/)
})
