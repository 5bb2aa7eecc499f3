import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { findActor } from '@/lib/auth/session'
import type { Actor } from '@/lib/core/actor'
import { verifications } from '@/lib/db/schema/identity'
import { auditLog } from '@/lib/db/schema/training'
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
  sessionsOf,
} from '@/tests/helpers/accounts'
import type { TestDatabase } from '@/tests/helpers/database'
import { callAs } from '@/tests/helpers/people'
import { requestPasswordReset, resetPassword } from '../auth/reset-password'
import { signIn } from '../auth/sign-in'
import { confirmEmailChange, requestEmailChange, verifyNewEmail } from './change-email'

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

const ask = async (to: string): Promise<string> => {
  await callAs(actor, requestEmailChange, { email: to })
  return mailedToken(email)
}
const agree = async (to: string): Promise<string> => {
  await callAs(null, confirmEmailChange, { token: await ask(to) })
  return mailedToken(to)
}

describe('changing the address', () => {
  it('needs the old one to agree and the new one to be confirmed, and only then happens', async () => {
    const to = newEmail()
    const asked = await ask(to)
    expect((await mailsTo(email))[0]?.text).toContain(to)
    expect(await mailsTo(to)).toEqual([])
    await callAs(null, confirmEmailChange, { token: asked })
    await callAs(null, signIn, { email, password })
    expect((await refusal(callAs(null, signIn, { email: to, password }))).key).toBe('credentials')

    const { isSignedIn } = await callAs(actor, verifyNewEmail, { token: await mailedToken(to) })
    expect(isSignedIn).toBe(true)
    expect((await sessionsOf(to)).map(({ id }) => id)).toEqual([actor.sessionId])
    expect((await refusal(callAs(null, signIn, { email, password }))).key).toBe('credentials')
    await callAs(null, signIn, { email: to, password })
    const [away] = await mailsTo(email)
    expect(away?.subject).toBe('Your email was changed')
    expect(away?.text).not.toContain(to)
    const told = (await mailsTo(to)).map(({ subject }) => subject)
    expect(told).toContain('Your new email is confirmed')
    const trail = await test.db.select().from(auditLog).where(eq(auditLog.actorId, actor.userId))
    expect(trail.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['email_change_requested', 'email_changed']),
    )
    expect(JSON.stringify(trail)).not.toContain('@')
  })

  it('uses each link once', async () => {
    const to = newEmail()
    const asked = await ask(to)
    await callAs(null, confirmEmailChange, { token: asked })
    const again = callAs(null, confirmEmailChange, { token: asked })
    expect((await refusal(again)).key).toBe('linkInvalid')
    const token = await mailedToken(to)
    const answers = await Promise.allSettled(
      [1, 2, 3].map(() => callAs(null, verifyNewEmail, { token })),
    )
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await refusal(callAs(null, verifyNewEmail, { token }))).key).toBe('linkInvalid')
  })

  it('takes no link for another purpose, of another person, or made up', async () => {
    const asked = await ask(newEmail())
    const [, secret = ''] = asked.split('.')
    const use = (token: string) => refusal(callAs(null, verifyNewEmail, { token }))
    expect((await use(asked)).key).toBe('linkInvalid')
    for (const token of ['x', 'x.y', `${actor.userId}.`, `${actor.userId}.${secret}x`, secret])
      expect((await use(token)).key).toBe('linkInvalid')
    await callAs(null, confirmEmailChange, { token: asked })
  })

  it('follows the newest request alone', async () => {
    const [first, second] = [newEmail(), newEmail()]
    const older = await ask(first)
    const newer = await ask(second)
    const late = callAs(null, confirmEmailChange, { token: older })
    expect((await refusal(late)).key).toBe('linkInvalid')
    await callAs(null, confirmEmailChange, { token: newer })
    const stale = await mailedToken(second)
    await agree(first)
    expect((await refusal(callAs(null, verifyNewEmail, { token: stale }))).key).toBe('linkInvalid')
  })

  it('lets the links end: an hour for the old address, a day for the new one', async () => {
    const age = (interval: string) =>
      test.db.update(verifications).set({
        expiresAt: sql`${verifications.expiresAt} - ${interval}::interval`,
      })
    const to = newEmail()
    const asked = await ask(to)
    await age('61 minutes')
    const late = callAs(null, confirmEmailChange, { token: asked })
    expect((await refusal(late)).key).toBe('linkInvalid')
    const token = await agree(to)
    await age('23 hours')
    const row = await test.db.select().from(verifications)
    expect(row.some(({ value }) => value.includes(token))).toBe(false)
    await age('61 minutes')
    expect((await refusal(callAs(null, verifyNewEmail, { token }))).key).toBe('linkInvalid')
  })

  it('answers the same for an address that has an account, and tells only its owner', async () => {
    const taken = await registerAndVerify()
    const free = newEmail()
    expect(await callAs(actor, requestEmailChange, { email: taken })).toEqual({ email: taken })
    const token = await mailedToken(email)
    expect(await callAs(null, confirmEmailChange, { token })).toEqual({ email: taken })
    expect((await mailsTo(taken))[0]?.subject).toBe('This email already has an account')
    expect((await mailsTo(taken))[0]?.text).not.toContain('token=')
    expect(await callAs(actor, requestEmailChange, { email: free })).toEqual({ email: free })
  })

  it('says so where the new address got an account of its own meanwhile', async () => {
    const to = newEmail()
    const token = await agree(to)
    await registerAndVerify(to)
    const late = refusal(callAs(null, verifyNewEmail, { token }))
    expect(await late).toMatchObject({ code: 'conflict', key: 'emailTaken' })
    await callAs(null, signIn, { email, password })
  })

  it('is void once the password was reset, and kills resets on their way to the old address', async () => {
    const to = newEmail()
    const token = await agree(to)
    await callAs(null, requestPasswordReset, { email })
    await callAs(null, resetPassword, { token: await mailedToken(email), password: newPassword })
    expect((await refusal(callAs(null, verifyNewEmail, { token }))).key).toBe('linkInvalid')

    const next = await agree(to)
    await callAs(null, requestPasswordReset, { email })
    const reset = await mailedToken(email)
    await callAs(null, verifyNewEmail, { token: next })
    expect(await sessionsOf(to)).toEqual([])
    const late = callAs(null, resetPassword, { token: reset, password })
    expect((await refusal(late)).key).toBe('linkInvalid')
  })

  it('asks for a sign-in from the last hour, and for another address', async () => {
    const stale = { ...actor, authenticatedAt: new Date(Date.now() - 61 * 60_000) }
    const late = callAs(stale, requestEmailChange, { email: newEmail() })
    expect((await refusal(late)).key).toBe('freshSession')
    const same = callAs(actor, requestEmailChange, { email: email.toUpperCase() })
    expect((await refusal(same)).fields).toEqual({ email: [{ key: 'emailSame' }] })
  })
})
