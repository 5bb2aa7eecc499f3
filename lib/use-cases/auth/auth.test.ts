import { createHmac } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { sessionCookieName } from '@/lib/auth/cookie-name'
import { getIdentity } from '@/lib/auth/identity'
import { findActor } from '@/lib/auth/session'
import { RateLimitedError } from '@/lib/core/errors'
import { newId } from '@/lib/core/id'
import { authSessions, profiles, rateLimits, users } from '@/lib/db/schema/identity'
import { getEnv, rereadEnv } from '@/lib/env'
import { listOutbox } from '@/lib/services/outbox'
import { execute } from '@/lib/transport/execute'
import { createTestDatabase, type TestDatabase } from '@/tests/helpers/database'
import { callAs } from '@/tests/helpers/people'
import { register } from './register'
import { requestPasswordReset, resetPassword } from './reset-password'
import { signIn, signOut } from './sign-in'
import { resendVerification, verifyEmail } from './verify-email'

/** The browser's cookies; Next's own are bound to a request. */
const jar = vi.hoisted(() => new Map<string, string>())
vi.mock('next/headers', () => ({
  cookies: async () => ({
    has: (name: string) => jar.has(name),
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
  }),
}))

const password = 'correct horse battery'
const newPassword = 'staple goes in last'

let test: TestDatabase
let dataDir: string

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'gym-tracker-auth-'))
  process.env.DATA_DIR = dataDir
  process.env.RATE_LIMIT_FACTOR = '1000'
  test = await createTestDatabase()
})
afterAll(async () => {
  await test.drop()
  await rm(dataDir, { recursive: true })
})
beforeEach(() => jar.clear())

const newEmail = () => `${newId()}@example.com`

const form = (email: string, about: object = {}) => ({
  name: 'Kim',
  email,
  password,
  role: 'athlete',
  weightUnit: 'kg',
  ...about,
})

async function mailsTo(email: string) {
  return (await listOutbox()).filter((mail) => mail.to === email)
}

/** The token of the newest link mailed to this address. */
async function mailedToken(email: string): Promise<string> {
  const [mail] = await mailsTo(email)
  const token = mail?.text.match(/token=(\S+)/)?.[1]
  if (!token) throw new Error(`No link was mailed to ${email}`)
  return decodeURIComponent(token)
}

async function registerAndVerify(email = newEmail(), about: object = {}): Promise<string> {
  await callAs(null, register, form(email, about))
  await callAs(null, verifyEmail, { token: await mailedToken(email) })
  return email
}

async function sessionsOf(email: string) {
  return test.db
    .select({ id: authSessions.id, token: authSessions.token })
    .from(authSessions)
    .innerJoin(users, eq(users.id, authSessions.userId))
    .where(eq(users.email, email))
    .orderBy(authSessions.createdAt)
}

/** Takes the newest session of an account into the browser. */
async function holdSession(email: string): Promise<string> {
  const session = (await sessionsOf(email)).at(-1)
  if (!session) throw new Error(`${email} has no session`)
  const secret = getEnv().APP_SECRET ?? ''
  const signature = createHmac('sha256', secret).update(session.token).digest('base64')
  jar.set(sessionCookieName(getEnv().APP_URL), `${session.token}.${signature}`)
  return session.id
}

/** What someone outside learns of a refusal. */
async function refusal(attempt: Promise<unknown>) {
  const error = await attempt.then(
    () => null,
    (thrown) => thrown,
  )
  if (!error) throw new Error('It was not refused')
  return { name: error.name, code: error.code, key: error.key, fields: error.fields }
}

describe('registering', () => {
  it('leads over the mailed link to a signed-in person with what they chose', async () => {
    const email = newEmail()
    const about = { role: 'coach', weightUnit: 'lb', timeZone: 'Asia/Bangkok' }
    await callAs(null, register, form(email, about))
    expect(await sessionsOf(email)).toEqual([])
    const answer = await callAs(null, verifyEmail, { token: await mailedToken(email) })
    expect(answer).toEqual({ isSignedIn: true })
    const sessionId = await holdSession(email)
    expect(await findActor()).toMatchObject({ sessionId, email, name: 'Kim', ...about })
  })

  it('takes the server’s time zone for one that is missing or unknown', async () => {
    for (const about of [{}, { timeZone: 'Mars/Olympus' }]) {
      const email = await registerAndVerify(newEmail(), about)
      await holdSession(email)
      expect(await findActor()).toMatchObject({ timeZone: getEnv().DEFAULT_TIME_ZONE })
    }
  })

  it('answers the same for a known address, leaves its account alone and tells its owner', async () => {
    const email = await registerAndVerify()
    const again = form(email.toUpperCase(), { name: 'Eve', password: newPassword, role: 'coach' })
    expect(await callAs(null, register, again)).toEqual({ email })
    const [profile] = await test.db
      .select({ name: users.name, role: profiles.role })
      .from(users)
      .innerJoin(profiles, eq(profiles.userId, users.id))
      .where(eq(users.email, email))
    expect(profile).toEqual({ name: 'Kim', role: 'athlete' })
    expect((await mailsTo(email))[0]?.subject).toBe('You already have an account')
    await callAs(null, signIn, { email, password })
  })

  it('makes one account of twenty requests at once and answers all alike', async () => {
    const email = newEmail()
    const attempts = Array.from({ length: 20 }, () => callAs(null, register, form(email)))
    expect(await Promise.all(attempts)).toEqual(Array(20).fill({ email }))
    const rows = await test.db.select().from(users).where(eq(users.email, email))
    expect(rows).toHaveLength(1)
    const links = (await mailsTo(email)).filter((mail) => mail.text.includes('token='))
    expect(links).toHaveLength(1)
  })

  it('refuses short, common and guessable passwords and what it does not ask for', async () => {
    const email = newEmail()
    const refused = (about: object) => refusal(callAs(null, register, form(email, about)))
    expect((await refused({ password: 'too short' })).fields).toHaveProperty('password')
    expect((await refused({ password: 'qwertyuiop' })).fields).toHaveProperty('password')
    expect((await refused({ password: 'my gym tracker 7' })).fields).toHaveProperty('password')
    expect((await refused({ emailVerified: true })).code).toBe('validation')
    expect(await test.db.select().from(users).where(eq(users.email, email))).toEqual([])
  })
})

describe('the verification link', () => {
  it('signs in once; later it only says that the address is confirmed', async () => {
    const email = newEmail()
    await callAs(null, register, form(email))
    const token = await mailedToken(email)
    await callAs(null, verifyEmail, { token })
    expect(await callAs(null, verifyEmail, { token })).toEqual({ isSignedIn: false })
    expect(await sessionsOf(email)).toHaveLength(1)
  })

  it('is refused when it was tampered with', async () => {
    const email = newEmail()
    await callAs(null, register, form(email))
    const token = await mailedToken(email)
    const forged = [`${token.slice(0, -2)}xx`, 'nonsense', token.split('.').slice(0, 2).join('.')]
    for (const each of forged) {
      expect((await refusal(callAs(null, verifyEmail, { token: each }))).key).toBe('linkInvalid')
    }
  })

  it('is sent again to whom waits for it, with one answer for everybody', async () => {
    const waiting = newEmail()
    await callAs(null, register, form(waiting))
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
  })
})

describe('signing in', () => {
  it('sets a cookie that is recognised, over https with its prefix', async () => {
    const email = await registerAndVerify()
    for (const appUrl of ['http://127.0.0.1:3000', 'https://gym.example.com']) {
      vi.stubEnv('APP_URL', appUrl)
      rereadEnv()
      const cookie = await signInCookie(email)
      expect(cookie).toMatch(/; HttpOnly/)
      expect(cookie).toMatch(/; SameSite=Lax/)
      expect(cookie.includes('; Secure')).toBe(appUrl.startsWith('https:'))
      const [, name = '', value = ''] = cookie.match(/^([^=]+)=([^;]+)/) ?? []
      expect(name.startsWith('__Secure-')).toBe(appUrl.startsWith('https:'))
      jar.set(name, decodeURIComponent(value))
      expect(await findActor()).toMatchObject({ email })
    }
    vi.unstubAllEnvs()
    rereadEnv()
  })

  it('gives one answer for an unknown address, a wrong password and an unconfirmed one', async () => {
    const known = await registerAndVerify()
    const unconfirmed = newEmail()
    await callAs(null, register, form(unconfirmed))
    const answers = await Promise.all([
      refusal(callAs(null, signIn, { email: known, password: newPassword })),
      refusal(callAs(null, signIn, { email: newEmail(), password })),
      refusal(callAs(null, signIn, { email: unconfirmed, password })),
    ])
    expect(answers[0]).toMatchObject({ code: 'validation', key: 'credentials' })
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  })

  it('follows paths of our own only', async () => {
    const email = await registerAndVerify()
    const goTo = async (next: string) =>
      (await callAs(null, signIn, { email, password, next })).redirectTo
    expect(await goTo('/routines?tab=templates')).toBe('/routines?tab=templates')
    expect(await goTo('//evil.example')).toBe('/dashboard')
  })

  it('takes the place of the session this browser had', async () => {
    const email = await registerAndVerify()
    const before = await holdSession(email)
    await callAs(await findActor(), signIn, { email, password })
    const sessions = await sessionsOf(email)
    expect(sessions).toHaveLength(1)
    expect(sessions[0]?.id).not.toBe(before)
  })

  it('stops guessing at one account and says for how many minutes', async () => {
    const email = newEmail()
    vi.stubEnv('RATE_LIMIT_FACTOR', '1')
    rereadEnv()
    await test.db.delete(rateLimits)
    const guess = () => callAs(null, signIn, { email, password }).catch((error) => error)
    for (let tries = 0; tries < 10; tries += 1) {
      expect(await guess()).not.toBeInstanceOf(RateLimitedError)
    }
    const stopped = await guess()
    expect(stopped).toBeInstanceOf(RateLimitedError)
    expect(stopped.values).toEqual({ minutes: 15 })
    vi.unstubAllEnvs()
    rereadEnv()
  })
})

describe('a session', () => {
  it('is nobody’s without our signature', async () => {
    const email = await registerAndVerify()
    await holdSession(email)
    const [[name, value] = ['', '']] = jar
    const [token = '', signature = ''] = value.split('.')
    for (const forged of [token, `${token}.`, `${token}.AAAA`, `x${token}.${signature}`]) {
      jar.set(name, forged)
      expect(await findActor()).toBeNull()
    }
  })

  it('ends after 7 days unused and after 30 days in any case, and is renewed once a day', async () => {
    const email = await registerAndVerify()
    const id = await holdSession(email)
    const age = async (change: Partial<Record<'updatedAt' | 'expiresAt', string>>) => {
      const values = Object.entries(change).map(([column, offset]) => [
        column,
        sql`now() + ${offset}::interval`,
      ])
      await test.db
        .update(authSessions)
        .set(Object.fromEntries(values))
        .where(eq(authSessions.id, id))
    }
    await age({ updatedAt: '-6 days' })
    expect(await findActor()).toMatchObject({ email })
    const [renewed] = await test.db
      .select({ isRecent: sql<boolean>`${authSessions.updatedAt} > now() - interval '1 minute'` })
      .from(authSessions)
      .where(eq(authSessions.id, id))
    expect(renewed).toEqual({ isRecent: true })
    await age({ updatedAt: '-8 days' })
    expect(await findActor()).toBeNull()
    await age({ updatedAt: '0 days', expiresAt: '-1 second' })
    expect(await findActor()).toBeNull()
  })

  it('counts for nothing while its address is unconfirmed', async () => {
    const email = await registerAndVerify()
    await holdSession(email)
    await test.db.update(users).set({ emailVerified: false }).where(eq(users.email, email))
    expect(await findActor()).toBeNull()
  })

  it('ends with signing out, which works twice', async () => {
    const email = await registerAndVerify()
    await holdSession(email)
    const cookie = [...jar]
      .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
      .join('; ')
    const actor = await findActor()
    const caller = { address: '127.0.0.1', headers: new Headers({ cookie }) }
    for (const who of [actor, null]) {
      await execute(signOut, {}, { actor: who, caller, after: () => {} })
    }
    expect(await sessionsOf(email)).toEqual([])
    expect(await findActor()).toBeNull()
  })
})

describe('a forgotten password', () => {
  it('is replaced by a link once; every session ends and the owner is told', async () => {
    const email = await registerAndVerify()
    await callAs(null, signIn, { email, password })
    await callAs(null, requestPasswordReset, { email })
    const token = await mailedToken(email)
    await callAs(null, resetPassword, { token, password: newPassword })
    expect(await sessionsOf(email)).toEqual([])
    expect((await mailsTo(email))[0]?.subject).toBe('Your password was changed')
    const again = refusal(callAs(null, resetPassword, { token, password }))
    expect((await again).key).toBe('linkInvalid')
    expect((await refusal(callAs(null, signIn, { email, password }))).key).toBe('credentials')
    await callAs(null, signIn, { email, password: newPassword })
  })

  it('kills older links with a newer one, and all with a use', async () => {
    const email = await registerAndVerify()
    await callAs(null, requestPasswordReset, { email })
    const older = await mailedToken(email)
    await callAs(null, requestPasswordReset, { email })
    const newer = await mailedToken(email)
    const use = (token: string) => callAs(null, resetPassword, { token, password: newPassword })
    expect((await refusal(use(older))).key).toBe('linkInvalid')
    await use(newer)
    expect((await refusal(use(newer))).key).toBe('linkInvalid')
  })

  it('keeps the link when the new password is refused', async () => {
    const email = await registerAndVerify()
    await callAs(null, requestPasswordReset, { email })
    const token = await mailedToken(email)
    const weak = callAs(null, resetPassword, { token, password: 'qwertyuiop' })
    expect((await refusal(weak)).fields).toHaveProperty('password')
    await callAs(null, resetPassword, { token, password: newPassword })
  })

  it('confirms the mailbox, so that whoever reads it can take over an unconfirmed account', async () => {
    const email = newEmail()
    await callAs(null, register, form(email))
    await callAs(null, requestPasswordReset, { email })
    await callAs(null, resetPassword, { token: await mailedToken(email), password: newPassword })
    await callAs(null, signIn, { email, password: newPassword })
  })

  it('gets the same answer for an address nobody has, and no mail', async () => {
    const email = newEmail()
    expect(await callAs(null, requestPasswordReset, { email })).toEqual({ email })
    expect(await mailsTo(email)).toEqual([])
  })
})

async function signInCookie(email: string): Promise<string> {
  const { headers } = await getIdentity().api.signInEmail({
    body: { email, password },
    returnHeaders: true,
  })
  return headers.get('set-cookie') ?? ''
}
