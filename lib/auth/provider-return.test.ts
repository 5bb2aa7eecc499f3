import { verify } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { newId } from '@/lib/core/id'
import type { Provider } from '@/lib/core/providers'
import { accounts, users } from '@/lib/db/schema/identity'
import { getEnv } from '@/lib/env'
import { createAccountDatabase } from '@/tests/helpers/accounts'
import type { TestDatabase } from '@/tests/helpers/database'
import { comeBack, goThrough, type Return, somebody } from '@/tests/helpers/provider-journey'
import {
  applePublicKey,
  fakeProviders,
  PROVIDER_KEYS,
  setOut,
  stateCookie,
  stateOf,
} from '@/tests/helpers/providers'
import { sessionCookieName } from './session-cookie'

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
  Object.assign(process.env, PROVIDER_KEYS)
  test = await createAccountDatabase()
})
afterAll(async () => {
  for (const name of Object.keys(PROVIDER_KEYS)) delete process.env[name]
  await test.drop()
})
beforeEach(() => browser.jar.clear())
afterEach(() => vi.unstubAllGlobals())

const userOf = async (email = '') =>
  (await test.db.select().from(users).where(eq(users.email, email)))[0]

const _linksOf = (userId = '') => test.db.select().from(accounts).where(eq(accounts.userId, userId))

const _sessionCookieOf = ({ cookies }: Return) =>
  cookies.find((each) => each.startsWith(`${sessionCookieName(getEnv().APP_URL)}=`))

describe('coming back', () => {
  const errorOf = ({ location }: Return) =>
    new URL(location, getEnv().APP_URL).searchParams.get('error')

  it('leads to own pages only', async () => {
    for (const next of ['https://evil.example', '//evil.example', '/\\evil.example'])
      expect((await goThrough(browser, 'google', somebody(), { next })).location).toBe('/dashboard')
  })

  it('without a yes, without an address and without an answer leads to words', async () => {
    const go = async (provider: Provider, query: Record<string, string>) => {
      const state = stateOf(await setOut(provider))
      return comeBack(browser, provider, { state, ...query }, { cookie: stateCookie(state) })
    }
    fakeProviders(somebody())
    const denied = await go('google', { error: 'access_denied', error_description: '<b>No</b>' })
    expect(denied.location).toMatch(/^\/auth\/error\?error=access_denied/)
    fakeProviders({ sub: newId() })
    expect(errorOf(await go('facebook', { code: 'x' }))).toBe('email_not_found')
    fakeProviders(somebody(), { isDown: true })
    expect(errorOf(await go('google', { code: 'x' }))).toBe('invalid_code')
  })

  it('takes a state of this browser alone, and once', async () => {
    const asked = fakeProviders(somebody())
    const state = stateOf(await setOut('google'))
    const other = stateOf(await setOut('google'))
    const at = (query: Record<string, string>, cookie: string) =>
      comeBack(browser, 'google', query, { cookie })
    expect(errorOf(await at({ code: 'x', state }, ''))).toBe('state_mismatch')
    expect(errorOf(await at({ code: 'x', state }, stateCookie(other)))).toBe('state_mismatch')
    expect(errorOf(await at({ code: 'x', state: 'made-up' }, stateCookie(state)))).toBe(
      'state_mismatch',
    )
    expect(errorOf(await at({ code: 'x' }, stateCookie(state)))).toBe('state_not_found')
    expect(asked).toEqual([])
    expect((await at({ code: 'x', state }, stateCookie(state))).location).toBe('/dashboard')
    expect(errorOf(await at({ code: 'x', state }, stateCookie(state)))).toBe('state_mismatch')
  })

  it("from Apple, which posts, with the secret made for the moment and the newcomer's name", async () => {
    const claims = somebody()
    delete claims.name
    const state = stateOf(await setOut('apple'))
    const user = JSON.stringify({ name: { firstName: 'Kim', lastName: 'Apple' } })
    const posted = await comeBack(
      browser,
      'apple',
      { code: 'x', state, user },
      { method: 'POST', cookie: 'theme=dark' },
    )
    const asked = fakeProviders(claims)
    const { searchParams } = new URL(posted.location)
    const back = await comeBack(browser, 'apple', Object.fromEntries(searchParams), {
      cookie: stateCookie(state),
    })
    expect(back.location).toBe('/dashboard')
    expect(await userOf(claims.email)).toMatchObject({ name: 'Kim Apple' })

    const secret = new URLSearchParams(asked[0]?.body).get('client_secret') ?? ''
    const [header = '', payload = '', signature = ''] = secret.split('.')
    const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString())
    expect(read(header)).toEqual({ alg: 'ES256', kid: 'KEY1234567', typ: 'JWT' })
    expect(read(payload)).toMatchObject({
      iss: 'TEAM123456',
      sub: 'com.example.gym',
      aud: 'https://appleid.apple.com',
    })
    expect(read(payload).exp - read(payload).iat).toBe(300)
    const key = { key: applePublicKey, dsaEncoding: 'ieee-p1363' } as const
    expect(
      verify(
        'sha256',
        Buffer.from(`${header}.${payload}`),
        key,
        Buffer.from(signature, 'base64url'),
      ),
    ).toBe(true)
  })
})
