import { createEmailVerificationToken } from 'better-auth/api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getEnv } from '@/lib/env'
import {
  createAccountDatabase,
  mailedToken,
  mailsTo,
  newEmail,
  refusal,
  registerAndVerify,
  registration,
  sessionsOf,
} from '@/tests/helpers/accounts'
import type { TestDatabase } from '@/tests/helpers/database'
import { callAs } from '@/tests/helpers/people'
import { register } from './register'
import { resendVerification, verifyEmail } from './verify-email'

let test: TestDatabase
beforeAll(async () => {
  test = await createAccountDatabase()
})
afterAll(() => test.drop())

describe('the verification link', () => {
  it('signs in once; later it only says that the address is confirmed', async () => {
    const email = newEmail()
    await callAs(null, register, registration(email))
    const token = await mailedToken(email)
    await callAs(null, verifyEmail, { token })
    expect(await callAs(null, verifyEmail, { token })).toEqual({
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
      await callAs(null, register, registration(email, { next }))
      const [mail] = await mailsTo(email)
      const link = new URL(mail?.text.match(/http\S+/)?.[0] ?? '')
      const asked = Object.fromEntries(link.searchParams)
      expect(await callAs(null, verifyEmail, asked)).toEqual({ isSignedIn: true, redirectTo })
    }
  })

  it('holds for 24 hours', async () => {
    const email = newEmail()
    await callAs(null, register, registration(email))
    const [, payload = ''] = (await mailedToken(email)).split('.')
    const { iat, exp } = JSON.parse(Buffer.from(payload, 'base64url').toString())
    expect(exp - iat).toBe(24 * 3600)
    const secret = getEnv().APP_SECRET ?? ''
    const expired = await createEmailVerificationToken(secret, email, undefined, -1)
    const late = callAs(null, verifyEmail, { token: expired })
    expect((await refusal(late)).key).toBe('linkInvalid')
    expect(await sessionsOf(email)).toEqual([])
  })

  it('is refused when it was tampered with', async () => {
    const email = newEmail()
    await callAs(null, register, registration(email))
    const token = await mailedToken(email)
    const forged = [`${token.slice(0, -2)}xx`, 'nonsense', token.split('.').slice(0, 2).join('.')]
    for (const each of forged) {
      expect((await refusal(callAs(null, verifyEmail, { token: each }))).key).toBe('linkInvalid')
    }
  })

  it('is sent again to whom waits for it, with one answer for everybody', async () => {
    const waiting = newEmail()
    await callAs(null, register, registration(waiting))
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
