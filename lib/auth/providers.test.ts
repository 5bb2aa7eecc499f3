import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { accounts, profiles, users } from '@/lib/db/schema/identity'
import { auditLog } from '@/lib/db/schema/training'
import { getEnv } from '@/lib/env'
import { register } from '@/lib/use-cases/auth/register'
import { requestPasswordReset, resetPassword } from '@/lib/use-cases/auth/reset-password'
import { verifyEmail } from '@/lib/use-cases/auth/verify-email'
import { confirmTwoFactor, getTwoFactor, startTwoFactor } from '@/lib/use-cases/security/two-factor'
import {
  createAccountDatabase,
  holdSession,
  mailedToken,
  mailsTo,
  newEmail,
  newPassword,
  password,
  registerAndVerify,
  registration,
  sessionsOf,
} from '@/tests/helpers/accounts'
import type { TestDatabase } from '@/tests/helpers/database'
import { callAs } from '@/tests/helpers/people'
import { goThrough, type Return, somebody } from '@/tests/helpers/provider-journey'
import { PROVIDER_KEYS, setOut } from '@/tests/helpers/providers'
import { codeFor } from '@/tests/helpers/two-factor'
import { readPersonCookie } from './person-cookie'
import { registrationCookieName } from './registration-cookie'
import { findActor } from './session'
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

const linksOf = (userId = '') => test.db.select().from(accounts).where(eq(accounts.userId, userId))

const sessionCookieOf = ({ cookies }: Return) =>
  cookies.find((each) => each.startsWith(`${sessionCookieName(getEnv().APP_URL)}=`))

/** What the browser sends of it from then on. */
const registeredOf = ({ cookies }: Return) =>
  cookies
    .find((each) => each.startsWith(registrationCookieName(getEnv().APP_URL)))
    ?.split(';')[0] ?? ''

describe('setting out', () => {
  it.each([
    ['google', 'https://accounts.google.com/o/oauth2/v2/auth', 'google-app'],
    ['apple', 'https://appleid.apple.com/auth/authorize', 'com.example.gym'],
    ['facebook', 'https://www.facebook.com/v24.0/dialog/oauth', 'facebook-app'],
  ] as const)('%s asks at its own page, for nothing but who it is', async (provider, page, app) => {
    const address = new URL(await setOut(provider))
    expect(address.origin + address.pathname).toBe(page)
    expect(address.searchParams.get('client_id')).toBe(app)
    expect(address.searchParams.get('redirect_uri')).toBe(
      `${getEnv().APP_URL}/api/auth/callback/${provider}`,
    )
    const scopes = address.searchParams.get('scope')?.split(' ').sort()
    expect([
      ['email', 'openid', 'profile'],
      ['email', 'name'],
      ['email', 'public_profile'],
    ]).toContainEqual(scopes)
    expect(address.searchParams.has('code_challenge')).toBe(provider !== 'facebook')
  })
})

describe('a newcomer', () => {
  it.each(['google', 'apple'] as const)(
    'of %s is in, with a profile and nothing kept that opens anything',
    async (provider) => {
      const claims = somebody()
      const back = await goThrough(browser, provider, claims, {
        next: '/routines',
        timeZone: 'Asia/Tokyo',
      })
      expect(back.location).toBe('/routines')
      expect(sessionCookieOf(back)).toMatch(/HttpOnly/)
      const user = await userOf(claims.email)
      expect(user).toMatchObject({ emailVerified: true, image: null })
      expect(
        back.cookies.some((each) => readPersonCookie(each.split(';')[0] ?? '') === user?.id),
      ).toBe(true)
      const [profile] = await test.db
        .select()
        .from(profiles)
        .where(eq(profiles.userId, user?.id ?? ''))
      expect(profile).toMatchObject({ timeZone: 'Asia/Tokyo', role: 'athlete' })
      const [link] = await linksOf(user?.id)
      expect(link).toMatchObject({
        ...{ providerId: provider, accountId: claims.sub, scope: null, password: null },
        ...{ accessToken: null, refreshToken: null, idToken: null },
      })
      const trail = await test.db
        .select()
        .from(auditLog)
        .where(eq(auditLog.ownerId, user?.id ?? ''))
      expect(trail.map(({ action }) => action)).toEqual(['signed_in'])
      expect(await mailsTo(claims.email ?? '')).toEqual([])
    },
  )

  it('whose provider does not vouch for the address confirms it first, and then goes on', async () => {
    const claims = somebody()
    const next = '/auth/accept-invitation?id=1'
    const way = encodeURIComponent(next)
    const back = await goThrough(browser, 'facebook', claims, { next })
    expect(back.location).toBe(`/auth/error?next=${way}&error=unconfirmed`)
    expect(sessionCookieOf(back)).toBeUndefined()
    expect(await userOf(claims.email)).toMatchObject({ emailVerified: false })
    expect((await mailsTo(claims.email ?? ''))[0]?.text).toContain(`/verify-email?next=${way}&`)
    // Trying once more before the mail is read takes nothing away.
    const former = registeredOf(back)
    const again = await goThrough(browser, 'facebook', claims, { former })
    expect(again.location).toBe('/auth/error?error=unconfirmed')
    const token = await mailedToken(claims.email ?? '')
    await callAs(null, verifyEmail, { token }, registeredOf(again))
    expect((await goThrough(browser, 'facebook', claims)).location).toBe('/dashboard')
  })

  it('loses a connection that was not made in the browser that confirms', async () => {
    const claims = somebody()
    await goThrough(browser, 'facebook', claims)
    const token = await mailedToken(claims.email ?? '')
    const { redirectTo } = await callAs(null, verifyEmail, { token })
    const query = new URL(redirectTo, 'http://here').searchParams
    const chosen = { token: query.get('token'), password: newPassword }
    await callAs(null, resetPassword, chosen)
    expect((await goThrough(browser, 'facebook', claims)).location).toBe(
      '/auth/error?error=unconfirmed',
    )
    const user = await userOf(claims.email)
    expect((await linksOf(user?.id)).map(({ providerId }) => providerId)).toEqual(['credential'])
  })

  it('loses a connection made before the address was confirmed to who resets the password', async () => {
    const claims = somebody()
    await goThrough(browser, 'facebook', claims)
    const email = claims.email ?? ''
    await callAs(null, requestPasswordReset, { email })
    await callAs(null, resetPassword, { token: await mailedToken(email), password: newPassword })
    const back = await goThrough(browser, 'facebook', claims)
    expect(back.location).toBe('/auth/error?error=unconfirmed')
    expect(sessionCookieOf(back)).toBeUndefined()
  })

  it.each([
    [undefined, /^[0-9a-f-]{36}$/],
    [' \u0000 ', /^[0-9a-f-]{36}$/],
    ['K'.repeat(300), /^K{80}$/],
    [`${'k'.repeat(79)}💪`, /^k{79}$/],
    ['Kim\u0000\nRunner', /^Kim Runner$/],
  ])('called %j gets a name that can be kept', async (name, expected) => {
    const claims = somebody(name === undefined ? {} : { name })
    if (name === undefined) delete claims.name
    await goThrough(browser, 'google', claims)
    expect((await userOf(claims.email))?.name).toMatch(expected)
  })

  it('with a time zone that is none, or none at all, starts in the usual one', async () => {
    for (const timeZone of ['Mars/Olympus', undefined]) {
      const claims = somebody()
      await goThrough(browser, 'google', claims, timeZone ? { timeZone } : {})
      const user = await userOf(claims.email)
      const [profile] = await test.db
        .select()
        .from(profiles)
        .where(eq(profiles.userId, user?.id ?? ''))
      expect(profile?.timeZone).toBe('UTC')
    }
  })
})

describe('who has an account', () => {
  it('is connected where both ends are verified, told of it, and gets in the next time too', async () => {
    const email = await registerAndVerify()
    const claims = somebody({ email: email.toUpperCase() })
    expect((await goThrough(browser, 'google', claims)).location).toBe('/dashboard')
    const user = await userOf(email)
    expect((await linksOf(user?.id)).map(({ providerId }) => providerId).sort()).toEqual([
      'credential',
      'google',
    ])
    expect((await mailsTo(email)).map(({ subject }) => subject).join()).toMatch(/Google/)
    const trail = await test.db
      .select()
      .from(auditLog)
      .where(eq(auditLog.ownerId, user?.id ?? ''))
    expect(trail.filter(({ action }) => action === 'provider_linked')).toMatchObject([
      { details: { provider: 'google' } },
    ])
    const moved = { ...claims, email: newEmail() }
    expect((await goThrough(browser, 'google', moved)).location).toBe('/dashboard')
    expect(await userOf(moved.email)).toBeUndefined()
  })

  it.each([
    ['the provider does not vouch for the address', 'google', false, true],
    ['the provider never does', 'facebook', true, true],
    ['our account is not confirmed', 'google', true, false],
  ] as const)('is not connected when %s', async (_why, provider, isVouched, isConfirmed) => {
    const email = newEmail()
    if (isConfirmed) await registerAndVerify(email)
    else await callAs(null, register, registration(email))
    const before = (await sessionsOf(email)).length
    const back = await goThrough(browser, provider, somebody({ email, email_verified: isVouched }))
    expect(back.location).toBe('/auth/error?error=unconfirmed')
    expect(sessionCookieOf(back)).toBeUndefined()
    expect(registeredOf(back)).toMatch(/=[0-9a-f-]{36}$/)
    const user = await userOf(email)
    expect(user?.emailVerified).toBe(isConfirmed)
    expect(await linksOf(user?.id)).toHaveLength(1)
    expect(await sessionsOf(email)).toHaveLength(before)
  })

  it('ends the session this browser had', async () => {
    const email = await registerAndVerify()
    const claims = somebody({ email })
    await holdSession(browser.jar, email)
    const name = sessionCookieName(getEnv().APP_URL)
    const former = `${name}=${encodeURIComponent(browser.jar.get(name) ?? '')}`
    await goThrough(browser, 'google', claims, { former })
    expect(await sessionsOf(email)).toHaveLength(1)
  })

  it('still has the second step before them', async () => {
    const email = await registerAndVerify()
    await holdSession(browser.jar, email)
    const actor = await findActor()
    if (!actor) throw new Error('Nobody is signed in')
    await callAs(actor, startTwoFactor, { password })
    const { setup } = await callAs(actor, getTwoFactor, {})
    await callAs(actor, confirmTwoFactor, { code: codeFor(setup?.key ?? '') })
    const before = (await sessionsOf(email)).length
    const back = await goThrough(browser, 'google', somebody({ email }), { next: '/history' })
    expect(back.location).toBe('/auth/two-factor?next=%2Fhistory')
    expect(back.cookies.map((each) => each.split('=')[0])).toEqual(['gym-tracker.two_factor'])
    expect(await sessionsOf(email)).toHaveLength(before)
  })
})
