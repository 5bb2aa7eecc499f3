import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { findActor } from '@/lib/auth/session'
import { accounts, profiles, users } from '@/lib/db/schema/identity'
import { getEnv } from '@/lib/env'
import { idSchema } from '@/lib/schemas/text'
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
  registration,
  sessionsOf,
} from '@/tests/helpers/accounts'
import type { TestDatabase } from '@/tests/helpers/database'
import { callAs } from '@/tests/helpers/people'
import { register } from './register'
import { signIn } from './sign-in'
import { verifyEmail } from './verify-email'

/** The browser's cookies; Next's own are bound to a request. */
const jar = vi.hoisted(() => new Map<string, string>())
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
  }),
}))
beforeEach(() => jar.clear())

const isId = (value: string) => idSchema.safeParse(value).success

let test: TestDatabase
beforeAll(async () => {
  test = await createAccountDatabase()
})
afterAll(() => test.drop())

describe('registering', () => {
  it('leads over the mailed link to a signed-in person with what they chose', async () => {
    const email = newEmail()
    const about = { role: 'coach', weightUnit: 'lb', timeZone: 'Asia/Bangkok' }
    const cookie = await registerIn(email, about)
    expect(await sessionsOf(email)).toEqual([])
    const answer = await callAs(null, verifyEmail, { token: await mailedToken(email) }, cookie)
    expect(answer).toEqual({ isSignedIn: true, redirectTo: '/dashboard' })
    const sessionId = await holdSession(jar, email)
    expect(await findActor()).toMatchObject({ sessionId, email, name: 'Kim', ...about })
  })

  it('takes the server’s time zone for one that is missing or unknown', async () => {
    for (const about of [{}, { timeZone: 'Mars/Olympus' }]) {
      const email = await registerAndVerify(newEmail(), about)
      await holdSession(jar, email)
      expect(await findActor()).toMatchObject({ timeZone: getEnv().DEFAULT_TIME_ZONE })
    }
  })

  it('answers the same for a known address, leaves its account alone and tells its owner', async () => {
    const email = await registerAndVerify()
    const again = registration(email.toUpperCase(), {
      name: 'Eve',
      password: newPassword,
      role: 'coach',
    })
    expect(await callAs(null, register, again)).toEqual({ email, waysIn: expect.toSatisfy(isId) })
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
    const attempts = Array.from({ length: 20 }, () => callAs(null, register, registration(email)))
    const answer = { email, waysIn: expect.toSatisfy(isId) }
    expect(await Promise.all(attempts)).toEqual(Array(20).fill(answer))
    const ways = await test.db
      .select({ id: accounts.id })
      .from(users)
      .innerJoin(accounts, eq(accounts.userId, users.id))
      .where(eq(users.email, email))
    expect(ways).toHaveLength(1)
  })

  it('refuses short, common and guessable passwords and what it does not ask for', async () => {
    const email = newEmail()
    const refused = (about: object) => refusal(callAs(null, register, registration(email, about)))
    expect((await refused({ password: 'too short' })).fields).toHaveProperty('password')
    expect((await refused({ password: 'qwertyuiop' })).fields).toHaveProperty('password')
    expect((await refused({ password: 'my gym tracker 7' })).fields).toHaveProperty('password')
    expect((await refused({ emailVerified: true })).code).toBe('validation')
    expect(await test.db.select().from(users).where(eq(users.email, email))).toEqual([])
  })
})
