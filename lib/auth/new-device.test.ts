import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { knownDevices, users } from '@/lib/db/schema/identity'
import { rereadEnv } from '@/lib/env'
import * as outbox from '@/lib/services/mailer'
import { requestPasswordReset, resetPassword } from '@/lib/use-cases/auth/reset-password'
import { resendVerification, verifyEmail } from '@/lib/use-cases/auth/verify-email'
import {
  createAccountDatabase,
  madeIn,
  mailedToken,
  mailsTo,
  newPassword,
  password,
  registerAndVerify,
  sessionsOf,
} from '@/tests/helpers/accounts'
import type { TestDatabase } from '@/tests/helpers/database'
import { callAs } from '@/tests/helpers/people'
import { deviceCookieName, deviceCookieOptions, deviceHash, readDevice } from './device-cookie'
import { getIdentity } from './identity'

let test: TestDatabase
beforeAll(async () => {
  test = await createAccountDatabase()
})
afterAll(() => test.drop())

const APP_URL = 'http://127.0.0.1:3000'
const CHROME =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36'

/** Signs in as a browser with this device cookie; answers with the one it has afterwards. */
async function signInWith(email: string, device: string | null, secret = password) {
  const headers = new Headers({ 'user-agent': CHROME })
  if (device) headers.set('cookie', `${deviceCookieName(APP_URL)}=${device}`)
  const { headers: answer } = await getIdentity().api.signInEmail({
    ...{ body: { email, password: secret }, headers, returnHeaders: true },
  })
  const cookie = answer.getSetCookie().find((each) => each.startsWith(deviceCookieName(APP_URL)))
  return { cookie, device: cookie?.match(/=([^;]+)/)?.[1] ?? '' }
}

const newDeviceMails = async (email: string) =>
  (await mailsTo(email)).filter(({ subject }) => subject.startsWith('A new device'))

describe('a sign-in from a browser that the account does not know', () => {
  it('is told to the owner once, and not at the very first', async () => {
    const email = await registerAndVerify()
    expect(await newDeviceMails(email)).toEqual([])
    const { device, cookie } = await signInWith(email, null)
    expect(cookie).toMatch(/; Max-Age=34560000;.* HttpOnly; SameSite=Lax$/i)
    const mails = await newDeviceMails(email)
    expect(mails).toHaveLength(1)
    expect(mails[0]?.text).toContain('Chrome on Android')
    expect(mails[0]?.text).toContain('/settings/security')
    const again = await signInWith(email, device)
    expect(again.device).toBe(device)
    expect(await newDeviceMails(email)).toHaveLength(1)
    await signInWith(email, null)
    expect(await newDeviceMails(email)).toHaveLength(2)
  })

  it('is known by a hash alone, and by account', async () => {
    const [email, other] = [await registerAndVerify(), await registerAndVerify()]
    const { device } = await signInWith(email, null)
    const kept = await test.db.select().from(knownDevices)
    expect(JSON.stringify(kept)).not.toContain(device)
    expect(kept.some((row) => row.deviceHash === deviceHash(device))).toBe(true)
    await signInWith(other, device)
    expect(await newDeviceMails(other)).toHaveLength(1)
  })

  it('counts whichever way it came: after a reset, and by a verification link', async () => {
    const email = await registerAndVerify()
    await callAs(null, requestPasswordReset, { email })
    await callAs(null, resetPassword, { token: await mailedToken(email), password: newPassword })
    expect(await newDeviceMails(email)).toEqual([])
    await signInWith(email, null, newPassword)
    expect(await newDeviceMails(email)).toHaveLength(1)
    await test.db.update(users).set({ emailVerified: false }).where(eq(users.email, email))
    await callAs(null, resendVerification, { email })
    const token = await mailedToken(email)
    await callAs(null, verifyEmail, { token }, await madeIn(email))
    expect(await newDeviceMails(email)).toHaveLength(2)
  })

  it('works although no mail goes out, and sends no more than a few a day', async () => {
    const email = await registerAndVerify()
    const failing = vi.spyOn(outbox, 'sendMail').mockRejectedValue(new Error('away'))
    await signInWith(email, null)
    failing.mockRestore()
    vi.stubEnv('RATE_LIMIT_FACTOR', '0.1')
    rereadEnv()
    for (let times = 0; times < 4; times++) await signInWith(email, null)
    vi.unstubAllEnvs()
    rereadEnv()
    expect(await newDeviceMails(email)).toHaveLength(1)
    expect(await sessionsOf(email)).toHaveLength(6)
  })
})

it('takes no cookie for a device that is none of ours', () => {
  for (const cookie of [null, '', 'x', 'a'.repeat(44), `${'a'.repeat(42)}!`])
    expect(readDevice(cookie)).toMatch(/^[\w-]{43}$/)
  expect(readDevice('x')).not.toBe(readDevice('x'))
})

it('over https the browser protects the cookie', () => {
  expect(deviceCookieName('https://gym.example.com')).toBe('__Host-gym-tracker.device')
  expect(deviceCookieOptions('https://gym.example.com')).toMatchObject({ secure: true, path: '/' })
})
