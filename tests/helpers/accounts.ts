import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { registrationCookieName } from '@/lib/auth/registration-cookie'
import { sessionCookieName } from '@/lib/auth/session-cookie'
import type { AppError } from '@/lib/core/errors'
import { newId } from '@/lib/core/id'
import { getDatabase } from '@/lib/db/client'
import { accounts, authSessions, users } from '@/lib/db/schema/identity'
import { getEnv } from '@/lib/env'
import { listOutbox } from '@/lib/services/outbox'
import { register } from '@/lib/use-cases/auth/register'
import { verifyEmail } from '@/lib/use-cases/auth/verify-email'
import { createTestDatabase, type TestDatabase } from './database'
import { callAs } from './people'
import { sessionCookie } from './session-cookie'

export const password = 'correct horse battery'
export const newPassword = 'staple goes in last'

/** A database and an outbox for one test file; limits are far away unless a test sets them. */
export async function createAccountDatabase(): Promise<TestDatabase> {
  const dataDir = await mkdtemp(join(tmpdir(), 'gym-tracker-auth-'))
  process.env.DATA_DIR = dataDir
  process.env.RATE_LIMIT_FACTOR = '1000'
  const test = await createTestDatabase()
  const drop = async () => {
    await test.drop()
    await rm(dataDir, { recursive: true })
  }
  return { ...test, drop }
}

export const newEmail = (): string => `${newId()}@example.com`

/** What the registration form sends. */
export const registration = (email: string, about: object = {}) => ({
  ...{ name: 'Kim', email, password, role: 'athlete', weightUnit: 'kg' },
  ...about,
})

/** Newest first. */
export async function mailsTo(email: string) {
  return (await listOutbox()).filter((mail) => mail.to === email)
}

/** The token of the newest link mailed to this address. */
export async function mailedToken(email: string): Promise<string> {
  const [mail] = await mailsTo(email)
  const token = mail?.text.match(/token=(\S+)/)?.[1]
  if (!token) throw new Error(`No link was mailed to ${email}`)
  return decodeURIComponent(token)
}

/** Sends the registration form; answers with what that browser sends from then on. */
export async function registerIn(email: string, about: object = {}, cookie = ''): Promise<string> {
  const { waysIn } = await callAs(null, register, registration(email, about), cookie)
  return registrationCookie(waysIn)
}

/** A `Cookie` header of the browser that made these ways in. */
export const registrationCookie = (waysIn: string): string =>
  `${registrationCookieName(getEnv().APP_URL)}=${waysIn}`

/** The same, of whichever browser made what the account has now. */
export async function madeIn(email: string): Promise<string> {
  const rows = await getDatabase()
    .select({ id: accounts.id })
    .from(accounts)
    .innerJoin(users, eq(users.id, accounts.userId))
    .where(eq(users.email, email))
  return registrationCookie(rows.map(({ id }) => id).join('.'))
}

export async function registerAndVerify(email = newEmail(), about: object = {}): Promise<string> {
  const cookie = await registerIn(email, about)
  await callAs(null, verifyEmail, { token: await mailedToken(email) }, cookie)
  return email
}

/** Oldest first. */
export async function sessionsOf(email: string) {
  return getDatabase()
    .select({
      id: authSessions.id,
      token: authSessions.token,
      ipAddress: authSessions.ipAddress,
    })
    .from(authSessions)
    .innerJoin(users, eq(users.id, authSessions.userId))
    .where(eq(users.email, email))
    .orderBy(authSessions.createdAt)
}

/** Takes the newest session of an account into a browser's cookies; answers with its id. */
export async function holdSession(jar: Map<string, string>, email: string): Promise<string> {
  const session = (await sessionsOf(email)).at(-1)
  if (!session) throw new Error(`${email} has no session`)
  const secret = getEnv().APP_SECRET ?? ''
  jar.set(sessionCookieName(getEnv().APP_URL), sessionCookie(session.token, secret))
  return session.id
}

/** What someone outside learns of a refusal. */
export async function refusal(attempt: Promise<unknown>) {
  const error = await attempt.then(
    (): null => null,
    (thrown: AppError & { fields?: Record<string, unknown> }) => thrown,
  )
  if (!error) throw new Error('It was not refused')
  return { name: error.name, code: error.code, key: error.key, fields: error.fields }
}
