import { createEmailVerificationToken } from 'better-auth/api'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { getIdentity } from '@/lib/auth/identity'
import { findActor } from '@/lib/auth/session'
import { sessionCookieName } from '@/lib/auth/session-cookie'
import { getEnv } from '@/lib/env'
import {
  createAccountDatabase,
  holdSession,
  mailedToken,
  mailsTo,
  newEmail,
  newPassword,
  password,
  refusal,
  registerAndVerify,
  registerIn,
  registrationCookie,
  sessionsOf,
} from '@/tests/helpers/accounts'
import type { TestDatabase } from '@/tests/helpers/database'
import { callAs } from '@/tests/helpers/people'
import { resetPassword } from './reset-password'
import { signIn } from './sign-in'
import { resendVerification, verifyEmail } from './verify-email'

/** The browser's cookies; Next's own are bound to a request. */
const jar = vi.hoisted(() => new Map<string, string>())
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
  }),
}))
beforeEach(() => jar.clear())

let test: TestDatabase
beforeAll(async () => {
  test = await createAccountDatabase()
})
afterAll(() => test.drop())

describe('the verification link', () => {
  it('signs in once; later it only says that the address is confirmed', async () => {
    const email = newEmail()
    const cookie = await registerIn(email)
    const token = await mailedToken(email)
    await callAs(null, verifyEmail, { token }, cookie)
    expect(await callAs(null, verifyEmail, { token }, cookie)).toEqual({
      ...{ isSignedIn: false, redirectTo: '/auth/login?reason=verified' },
    })
    expect(await sessionsOf(email)).toHaveLength(1)
  })

  it('leads back to where the newcomer came from, on paths of our own only', async () => {
    for (const [next, redirectTo] of [
      ['/auth/accept-invitation?id=1', '/auth/accept-invitation?id=1'],
      ['//evil.example', '/dashboard'],
    ] as const) {
      const email = newEmail()
      const cookie = await registerIn(email, { next })
      const [mail] = await mailsTo(email)
      const link = new URL(mail?.text.match(/http\S+/)?.[0] ?? '')
      const asked = Object.fromEntries(link.searchParams)
      expect(await callAs(null, verifyEmail, asked, cookie)).toEqual({
        ...{ isSignedIn: true, redirectTo },
      })
    }
  })

  it('holds for 24 hours', async () => {
    const email = newEmail()
    const cookie = await registerIn(email)
    const [, payload = ''] = (await mailedToken(email)).split('.')
    const { iat, exp } = JSON.parse(Buffer.from(payload, 'base64url').toString())
    expect(exp - iat).toBe(24 * 3600)
    const secret = getEnv().APP_SECRET ?? ''
    const expired = await createEmailVerificationToken(secret, email, undefined, -1)
    const late = callAs(null, verifyEmail, { token: expired }, cookie)
    expect((await refusal(late)).key).toBe('linkInvalid')
    expect(await sessionsOf(email)).toEqual([])
  })

  it('is refused when it was tampered with', async () => {
    const email = newEmail()
    const cookie = await registerIn(email)
    const token = await mailedToken(email)
    const forged = [`${token.slice(0, -2)}xx`, 'nonsense', token.split('.').slice(0, 2).join('.')]
    for (const each of forged) {
      const attempt = callAs(null, verifyEmail, { token: each }, cookie)
      expect((await refusal(attempt)).key).toBe('linkInvalid')
    }
  })

  it('is sent again to whom waits for it, with one answer for everybody', async () => {
    const waiting = newEmail()
    await registerIn(waiting)
    const verified = await registerAndVerify()
    const unknown = newEmail()
    for (const [email, mails] of [
      [waiting, 2] as const,
      [verified, 1] as const,
      [unknown, 0] as const,
    ]) {
      expect(await callAs(null, resendVerification, { email })).toEqual({ email })
      expect(await mailsTo(email)).toHaveLength(mails)
    }
    await callAs(null, resendVerification, { email: waiting, next: '/organizations' })
    expect((await mailsTo(waiting))[0]?.text).toContain('?next=%2Forganizations&token=')
  })
})

/** What the page says where the link leads to choosing a password. */
const firstPassword = (redirectTo: string) =>
  Object.fromEntries(new URL(redirectTo, 'http://here').searchParams)

describe('of an account that somebody else made first, the link', () => {
  const signInWith = (email: string, secret: string) =>
    callAs(null, signIn, { email, password: secret }).then(
      ({ user }) => user?.name,
      ({ key }) => key,
    )

  it('keeps what the owner of the mailbox typed, and nothing of the other', async () => {
    const email = newEmail()
    await registerIn(email, { name: 'Mallory', role: 'coach', password: newPassword })
    const cookie = await registerIn(email)
    await callAs(null, resendVerification, { email })
    const answer = await callAs(null, verifyEmail, { token: await mailedToken(email) }, cookie)
    expect(answer).toEqual({ isSignedIn: true, redirectTo: '/dashboard' })
    expect((await mailsTo(email)).map(({ subject }) => subject)).toEqual(
      Array(3).fill('Verify your Gym Tracker email'),
    )
    expect(await signInWith(email, newPassword)).toBe('credentials')
    expect(await signInWith(email, password)).toBe('Kim')
  })

  it('asks for a password where the other registered after the owner', async () => {
    const email = newEmail()
    const cookie = await registerIn(email)
    await registerIn(email, { name: 'Mallory', password: newPassword })
    const answer = await callAs(null, verifyEmail, { token: await mailedToken(email) }, cookie)
    expect(answer).toMatchObject({ isSignedIn: false })
    expect(answer.redirectTo).toMatch(/^\/auth\/reset-password\?/)
    expect(await sessionsOf(email)).toEqual([])
    const { token } = firstPassword(answer.redirectTo)
    await callAs(null, resetPassword, { token, password: 'the sentence of the owner' })
    expect(await signInWith(email, newPassword)).toBe('credentials')
    expect(await signInWith(email, password)).toBe('credentials')
    expect(await signInWith(email, 'the sentence of the owner')).toBe('Mallory')
  })

  it('asks for a password in a browser where nothing was typed, and confirms nothing before', async () => {
    const email = newEmail()
    await registerIn(email, { password: newPassword })
    const strange = await registerIn(newEmail())
    for (const cookie of ['', strange, registrationCookie('nonsense')]) {
      const token = await mailedToken(email)
      const asked = { token, next: '/auth/accept-invitation?id=1' }
      const answer = await callAs(null, verifyEmail, asked, cookie)
      expect(firstPassword(answer.redirectTo)).toMatchObject({ first: '1', next: asked.next })
      expect(await signInWith(email, newPassword)).toBe('credentials')
    }
    const answer = await callAs(null, verifyEmail, { token: await mailedToken(email) })
    const { token, next } = firstPassword(answer.redirectTo)
    const chosen = { token, password: 'the sentence of the owner', next }
    await callAs(null, resetPassword, chosen)
    expect(await signInWith(email, newPassword)).toBe('credentials')
    expect(await signInWith(email, chosen.password)).toBe('Kim')
  })

  it('keeps neither where the other registers while it is followed', async () => {
    const email = newEmail()
    const cookie = await registerIn(email)
    const token = await mailedToken(email)
    const { api } = getIdentity()
    const verify = api.verifyEmail
    const raced = vi.spyOn(api, 'verifyEmail').mockImplementation((async (about) => {
      await registerIn(email, { password: newPassword })
      return verify(about)
    }) as typeof verify)
    const answer = await callAs(null, verifyEmail, { token }, cookie)
    raced.mockRestore()
    expect(answer.isSignedIn).toBe(false)
    expect(firstPassword(answer.redirectTo)).toHaveProperty('token')
    expect(await sessionsOf(email)).toEqual([])
    expect(await signInWith(email, newPassword)).toBe('credentials')
  })
})

it('ends the session that this browser had, of whomever it was', async () => {
  const other = await registerAndVerify()
  await holdSession(jar, other)
  const actor = await findActor()
  const email = newEmail()
  const cookie = await registerIn(email)
  const name = sessionCookieName(getEnv().APP_URL)
  const both = `${cookie}; ${name}=${encodeURIComponent(jar.get(name) ?? '')}`
  await callAs(actor, verifyEmail, { token: await mailedToken(email) }, both)
  expect(await sessionsOf(other)).toEqual([])
  expect(await sessionsOf(email)).toHaveLength(1)
})
