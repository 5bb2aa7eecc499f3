import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { findActor } from '@/lib/auth/session'
import type { Actor } from '@/lib/core/actor'
import { accounts } from '@/lib/db/schema/identity'
import { auditLog } from '@/lib/db/schema/training'
import { rereadEnv } from '@/lib/env'
import {
  createAccountDatabase,
  holdSession,
  mailedToken,
  mailsTo,
  newPassword,
  password,
  refusal,
  registerAndVerify,
  sessionsOf,
} from '@/tests/helpers/accounts'
import type { TestDatabase } from '@/tests/helpers/database'
import { callAs } from '@/tests/helpers/people'
import { requestPasswordReset, resetPassword } from '../auth/reset-password'
import { signIn } from '../auth/sign-in'
import { listWaysIn } from '../security/ways-in'
import { changePassword, mailPasswordLink } from './change-password'

const jar = vi.hoisted(() => new Map<string, string>())
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
  }),
}))

let test: TestDatabase
let email: string
let actor: Actor
beforeAll(async () => {
  test = await createAccountDatabase()
})
afterAll(() => test.drop())
beforeEach(async () => {
  jar.clear()
  email = await registerAndVerify()
  await callAs(null, signIn, { email, password })
  await holdSession(jar, email)
  const found = await findActor()
  if (!found) throw new Error('Nobody is signed in')
  actor = found
})

const change = (about: object = {}, as = actor) =>
  callAs(as, changePassword, { currentPassword: password, newPassword, ...about })

describe('changing the password', () => {
  it('ends every other session, tells the owner, and leaves a line in the trail', async () => {
    await change()
    expect((await sessionsOf(email)).map(({ id }) => id)).toEqual([actor.sessionId])
    expect((await mailsTo(email))[0]?.subject).toBe('Your password was changed')
    expect((await refusal(callAs(null, signIn, { email, password }))).key).toBe('credentials')
    await callAs(null, signIn, { email, password: newPassword })
    const [line] = await test.db
      .select()
      .from(auditLog)
      .where(eq(auditLog.action, 'password_changed'))
    expect(line).toMatchObject({ actorId: actor.userId, sessionId: actor.sessionId })
    expect(line?.details).toEqual({ ended: 1 })
  })

  it('lets nobody in who gives the old one at the same moment', async () => {
    for (const [before, after] of [
      [password, newPassword],
      [newPassword, password],
      [password, newPassword],
    ]) {
      const both = [
        callAs(null, signIn, { email, password: before }).catch((error) => error.key),
        change({ currentPassword: before, newPassword: after }),
      ]
      await Promise.all(both)
      expect((await sessionsOf(email)).map(({ id }) => id)).toEqual([actor.sessionId])
    }
  })

  it('asks for the old one, and for a good new one', async () => {
    expect((await refusal(change({ currentPassword: 'not it at all' }))).fields).toEqual({
      currentPassword: [{ key: 'passwordWrong' }],
    })
    for (const [weak, key] of [
      ['Password123!', 'passwordCommon'],
      [`${email.split('@')[0]}!`, 'passwordGuessable'],
    ]) {
      expect((await refusal(change({ newPassword: weak }))).fields).toEqual({
        newPassword: [{ key }],
      })
    }
    await callAs(null, signIn, { email, password })
  })

  it('asks for a sign-in from the last hour, and takes no key', async () => {
    const stale = { ...actor, authenticatedAt: new Date(Date.now() - 61 * 60_000) }
    expect((await refusal(change({}, stale))).key).toBe('freshSession')
    const key = { ...actor, keyScopes: ['read', 'write'] as const }
    expect((await refusal(change({}, key))).key).toBe('keyNeedsSession')
    await callAs(null, signIn, { email, password })
  })

  it('takes the force from links that were mailed before', async () => {
    await callAs(null, requestPasswordReset, { email })
    const token = await mailedToken(email)
    await change()
    const late = callAs(null, resetPassword, { token, password: 'yet another sentence' })
    expect((await refusal(late)).key).toBe('linkInvalid')
  })

  it('cannot be used to try passwords', async () => {
    vi.stubEnv('RATE_LIMIT_FACTOR', '1')
    rereadEnv()
    const keys = []
    for (let tries = 0; tries < 11; tries++)
      keys.push((await refusal(change({ currentPassword: 'guess' }))).key)
    vi.unstubAllEnvs()
    rereadEnv()
    expect(keys.slice(0, 10)).toEqual(Array(10).fill('validation'))
    expect(keys.at(-1)).toBe('rateLimited')
  })
})

describe('a first password', () => {
  it('is chosen by a mailed link where an account came by a provider', async () => {
    await test.db
      .update(accounts)
      .set({ providerId: 'google', password: null })
      .where(eq(accounts.userId, actor.userId))
    expect(await callAs(actor, listWaysIn, {})).toMatchObject({ hasPassword: false })
    expect((await refusal(change())).key).toBe('noPassword')
    await callAs(actor, mailPasswordLink, {})
    await callAs(null, resetPassword, { token: await mailedToken(email), password: newPassword })
    await callAs(null, signIn, { email, password: newPassword })
    expect(await callAs(actor, listWaysIn, {})).toMatchObject({ hasPassword: true })
  })
})
