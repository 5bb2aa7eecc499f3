import { setTimeout as sleep } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { getIdentity } from '@/lib/auth/identity'
import { findActor } from '@/lib/auth/session'
import { sessionCookieName } from '@/lib/auth/session-cookie'
import { authSessions, twoFactors, users, verifications } from '@/lib/db/schema/identity'
import { auditLog } from '@/lib/db/schema/training'
import { getEnv } from '@/lib/env'
import { execute } from '@/lib/transport/execute'
import {
  createAccountDatabase,
  holdSession,
  madeIn,
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
import { codeFor, laterCode, wrongCodeFor } from '@/tests/helpers/two-factor'
import { changePassword } from '../account/change-password'
import { confirmTwoFactor, getTwoFactor, startTwoFactor } from '../security/two-factor'
import { requestPasswordReset, resetPassword } from './reset-password'
import { giveCode, giveRecoveryCode } from './second-step'
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

/** Somebody who signed out again after switching the second step on, with the code of now. */
async function personWithTwoFactor() {
  const email = await registerAndVerify()
  await holdSession(jar, email)
  const actor = await findActor()
  if (!actor) throw new Error('Nobody is signed in')
  await callAs(actor, startTwoFactor, { password })
  const { setup } = await callAs(actor, getTwoFactor, {})
  if (!setup) throw new Error('Nothing is being set up')
  const { recoveryCodes } = await callAs(actor, confirmTwoFactor, { code: codeFor(setup.key) })
  await test.db.delete(authSessions).where(eq(authSessions.userId, actor.userId))
  jar.clear()
  return { email, userId: actor.userId, key: setup.key, recoveryCodes }
}

/** What the browser keeps after the right password, as a `Cookie` header. */
async function firstStep(email: string, secret = password): Promise<string> {
  const { headers } = await getIdentity().api.signInEmail({
    body: { email, password: secret },
    returnHeaders: true,
  })
  return headers
    .getSetCookie()
    .filter((cookie) => !/max-age=0/i.test(cookie))
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

const callWith = (cookie: string, address = '127.0.0.1') => ({
  actor: null,
  caller: { address, headers: new Headers({ cookie }) },
  after: (task: () => Promise<void>) => void task(),
})

describe('the second step', () => {
  it('stands between the right password and any session, or cookie of one', async () => {
    const { email } = await personWithTwoFactor()
    const answer = await callAs(null, signIn, { email, password, next: '/routines' })
    expect(answer).toEqual({ redirectTo: '/auth/two-factor?next=%2Froutines', user: null })
    expect(await sessionsOf(email)).toEqual([])
    const { headers } = await getIdentity().api.signInEmail({
      body: { email, password },
      returnHeaders: true,
    })
    const set = headers.getSetCookie().filter((cookie) => !/max-age=0/i.test(cookie))
    expect(set).toHaveLength(1)
    expect(set[0]).toMatch(/^gym-tracker\.two_factor=.*; Max-Age=600;.*HttpOnly/i)
    expect((await refusal(callAs(null, signIn, { email, password: newPassword }))).key).toBe(
      'credentials',
    )
  })

  it('opens the session with a code, leads to an own path, and is written down once', async () => {
    const { email, userId, key } = await personWithTwoFactor()
    const before = await signInsOf(userId)
    const call = callWith(await firstStep(email))
    const answer = await execute(giveCode, { code: laterCode(key), next: '//evil.example' }, call)
    expect(answer).toMatchObject({ redirectTo: '/dashboard', user: { email } })
    expect(await sessionsOf(email)).toHaveLength(1)
    expect((await signInsOf(userId)) - before).toBe(1)
  })

  it('takes a code written in two halves', async () => {
    const { email, key } = await personWithTwoFactor()
    const code = laterCode(key).replace(/^.../, '$& ')
    await execute(giveCode, { code }, callWith(await firstStep(email)))
    expect(await sessionsOf(email)).toHaveLength(1)
  })

  it('refuses a wrong code, and after five of them the password is asked for again', async () => {
    const { email, key } = await personWithTwoFactor()
    const call = callWith(await firstStep(email))
    const wrong = () => refusal(execute(giveCode, { code: wrongCodeFor(key) }, call))
    for (let tries = 0; tries < 5; tries += 1)
      expect((await wrong()).fields).toEqual({ code: [{ key: 'codeWrong' }] })
    expect((await wrong()).key).toBe('secondStepExpired')
    expect((await refusal(execute(giveCode, { code: laterCode(key) }, call))).key).toBe(
      'secondStepExpired',
    )
    expect(await sessionsOf(email)).toEqual([])
  })

  it('locks the account for a while after ten wrong codes in a row, from wherever', async () => {
    const { email, userId, key, recoveryCodes } = await personWithTwoFactor()
    for (let tries = 0; tries < 10; tries += 1) {
      const call = callWith(await firstStep(email), `192.0.2.${tries}`)
      await refusal(execute(giveCode, { code: wrongCodeFor(key) }, call))
    }
    const call = callWith(await firstStep(email), '198.51.100.1')
    const locked = { code: 'rate_limited', key: 'rateLimited' }
    expect(await refusal(execute(giveCode, { code: laterCode(key) }, call))).toMatchObject(locked)
    const byRecovery = execute(giveRecoveryCode, { code: recoveryCodes[0] }, call)
    expect(await refusal(byRecovery)).toMatchObject(locked)
    expect(await sessionsOf(email)).toEqual([])
    expect((await trailOf(userId)).slice(-11)).toEqual([
      ...Array(10).fill({ action: 'sign_in_failed', details: { with: 'code' } }),
      { action: 'second_step_locked', details: {} },
    ])
  })

  it('takes no code twice, not even at the same moment', async () => {
    const { email, key } = await personWithTwoFactor()
    const code = laterCode(key)
    const calls = [callWith(await firstStep(email)), callWith(await firstStep(email))]
    const outcomes = await Promise.all(
      calls.map((call) =>
        execute(giveCode, { code }, call).then(
          () => 'in',
          () => 'refused',
        ),
      ),
    )
    expect(outcomes.sort()).toEqual(['in', 'refused'])
    expect(await sessionsOf(email)).toHaveLength(1)
    const again = execute(giveCode, { code }, callWith(await firstStep(email)))
    expect((await refusal(again)).fields).toEqual({ code: [{ key: 'codeUsed' }] })
  })

  it('takes each recovery code once, in any spelling, and tells the owner how many are left', async () => {
    const { email, userId, recoveryCodes } = await personWithTwoFactor()
    const [code = ''] = recoveryCodes
    const typed = ` ${code.toUpperCase().replace('-', ' ')} `
    const call = callWith(await firstStep(email))
    expect(await execute(giveRecoveryCode, { code: typed }, call)).toMatchObject({ left: 9 })
    await vi.waitFor(async () => {
      const [mail] = await mailsTo(email)
      expect(mail?.text).toContain('Recovery codes left: 9')
    })
    const again = execute(giveRecoveryCode, { code }, callWith(await firstStep(email)))
    expect((await refusal(again)).fields).toEqual({ code: [{ key: 'recoveryCodeWrong' }] })
    expect(await sessionsOf(email)).toHaveLength(1)
    expect((await trailOf(userId)).slice(-3)).toEqual([
      { action: 'recovery_code_used', details: { left: 9 } },
      { action: 'signed_in', details: {} },
      { action: 'sign_in_failed', details: { with: 'recovery_code' } },
    ])
  })

  it('is for who did the first step in the last ten minutes', async () => {
    const { email, key } = await personWithTwoFactor()
    const code = laterCode(key)
    expect((await refusal(callAs(null, giveCode, { code }))).key).toBe('secondStepExpired')
    const cookie = await firstStep(email)
    const forged = cookie.replace(/=[^.]+\./, '=2fa-aaaaaaaaaaaaaaaaaaaa.')
    expect((await refusal(execute(giveCode, { code }, callWith(forged)))).key).toBe(
      'secondStepExpired',
    )
    await test.db.update(verifications).set({ expiresAt: new Date(Date.now() - 1000) })
    expect((await refusal(execute(giveCode, { code }, callWith(cookie)))).key).toBe(
      'secondStepExpired',
    )
    expect(await sessionsOf(email)).toEqual([])
  })

  it('is done for who signs in, not for who is signed in on the same browser', async () => {
    const { email, key } = await personWithTwoFactor()
    const other = await registerAndVerify()
    await holdSession(jar, other)
    const name = sessionCookieName(getEnv().APP_URL)
    const cookie = `${name}=${encodeURIComponent(jar.get(name) ?? '')}; ${await firstStep(email)}`
    await execute(giveCode, { code: laterCode(key) }, callWith(cookie))
    expect(await sessionsOf(email)).toHaveLength(1)
  })

  it('is not gone around by a reset, which also ends sign-ins that are half done', async () => {
    const { email, key } = await personWithTwoFactor()
    const half = await firstStep(email)
    await callAs(null, requestPasswordReset, { email })
    await callAs(null, resetPassword, { token: await mailedToken(email), password: newPassword })
    expect(await sessionsOf(email)).toEqual([])
    expect((await refusal(execute(giveCode, { code: laterCode(key) }, callWith(half)))).key).toBe(
      'secondStepExpired',
    )
    expect((await callAs(null, signIn, { email, password: newPassword })).user).toBeNull()
    await execute(giveCode, { code: laterCode(key) }, callWith(await firstStep(email, newPassword)))
    expect(await sessionsOf(email)).toHaveLength(1)
  })

  it('does not stay locked for the owner who resets the password', async () => {
    const { email, key } = await personWithTwoFactor()
    for (let tries = 0; tries < 10; tries += 1)
      await refusal(
        execute(giveCode, { code: wrongCodeFor(key) }, callWith(await firstStep(email))),
      )
    await callAs(null, requestPasswordReset, { email })
    await callAs(null, resetPassword, { token: await mailedToken(email), password: newPassword })
    await execute(giveCode, { code: laterCode(key) }, callWith(await firstStep(email, newPassword)))
    expect(await sessionsOf(email)).toHaveLength(1)
  })

  it('lets nobody in who did the first with a password that is changed at that moment', async () => {
    const { email, key, recoveryCodes } = await personWithTwoFactor()
    await execute(giveCode, { code: laterCode(key) }, callWith(await firstStep(email)))
    const sessionId = await holdSession(jar, email)
    const half = callWith(await firstStep(email))
    const change = callAs(await findActor(), changePassword, {
      ...{ currentPassword: password, newPassword },
    })
    // While it hashes, with the account locked.
    await sleep(60)
    const step = execute(giveRecoveryCode, { code: recoveryCodes[0] }, half)
    expect((await refusal(step)).key).toBe('secondStepExpired')
    await change
    expect((await sessionsOf(email)).map(({ id }) => id)).toEqual([sessionId])
  })

  it('stands behind the link that confirms an address, too', async () => {
    const { email, userId } = await personWithTwoFactor()
    await test.db.update(users).set({ emailVerified: false }).where(eq(users.id, userId))
    await callAs(null, resendVerification, { email })
    const token = await mailedToken(email)
    const asked = { token, next: '/routines' }
    const answer = await callAs(null, verifyEmail, asked, await madeIn(email))
    expect(answer).toEqual({
      ...{ isSignedIn: false, redirectTo: '/auth/two-factor?next=%2Froutines' },
    })
    expect(await sessionsOf(email)).toEqual([])
  })

  it('keeps neither key nor codes in the clear', async () => {
    const { userId, key, recoveryCodes } = await personWithTwoFactor()
    const rows = await test.db.select().from(twoFactors).where(eq(twoFactors.userId, userId))
    const kept = JSON.stringify(rows)
    for (const code of recoveryCodes) expect(kept).not.toContain(code)
    expect(kept).not.toContain(key.replaceAll(' ', ''))
  })
})

/** Oldest first. */
const trailOf = (userId: string) =>
  test.db
    .select({ action: auditLog.action, details: auditLog.details })
    .from(auditLog)
    .where(eq(auditLog.ownerId, userId))
    .orderBy(auditLog.createdAt, auditLog.id)

async function signInsOf(userId: string): Promise<number> {
  const rows = await trailOf(userId)
  return rows.filter(({ action }) => action === 'signed_in').length
}
