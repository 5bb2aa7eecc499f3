import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { getIdentity } from '@/lib/auth/identity'
import { readPersonCookie } from '@/lib/auth/person-cookie'
import { findActor } from '@/lib/auth/session'
import { users } from '@/lib/db/schema/identity'
import { auditLog } from '@/lib/db/schema/training'
import { rereadEnv } from '@/lib/env'
import { execute } from '@/lib/transport/execute'
import {
  createAccountDatabase,
  holdSession,
  newEmail,
  newPassword,
  password,
  refusal,
  registerAndVerify,
  registration,
  sessionsOf,
} from '@/tests/helpers/accounts'
import type { TestDatabase } from '@/tests/helpers/database'
import { callAs } from '@/tests/helpers/people'
import { register } from './register'
import { signIn } from './sign-in'

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

describe('signing in', () => {
  it('sets a cookie that is recognised, over https with its prefix', async () => {
    const email = await registerAndVerify()
    for (const appUrl of ['http://127.0.0.1:3000', 'https://gym.example.com']) {
      vi.stubEnv('APP_URL', appUrl)
      rereadEnv()
      const [cookie = '', person = ''] = await signInCookies(email)
      expect(cookie).toMatch(/; HttpOnly/)
      expect(cookie).toMatch(/; SameSite=Lax/)
      expect(cookie.includes('; Secure')).toBe(appUrl.startsWith('https:'))
      const [, name = '', value = ''] = cookie.match(/^([^=]+)=([^;]+)/) ?? []
      expect(name.startsWith('__Secure-')).toBe(appUrl.startsWith('https:'))
      jar.set(name, decodeURIComponent(value))
      const actor = await findActor()
      expect(actor).toMatchObject({ email })
      expect(readPersonCookie(person.split(';')[0] ?? '')).toBe(actor?.userId)
      expect(person).not.toMatch(/; HttpOnly/)
      expect(person.includes('; Secure')).toBe(appUrl.startsWith('https:'))
    }
    vi.unstubAllEnvs()
    rereadEnv()
  })

  it('gives one answer for an unknown address, a wrong password and an unconfirmed one', async () => {
    const known = await registerAndVerify()
    const unconfirmed = newEmail()
    await callAs(null, register, registration(unconfirmed))
    const answers = await Promise.all([
      refusal(callAs(null, signIn, { email: known, password: newPassword })),
      refusal(callAs(null, signIn, { email: newEmail(), password })),
      refusal(callAs(null, signIn, { email: unconfirmed, password })),
    ])
    expect(answers[0]).toMatchObject({ code: 'validation', key: 'credentials' })
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  })

  it('that fails is written down for whom it was tried, and for nobody where nobody is', async () => {
    const email = await registerAndVerify()
    const lines = () =>
      test.db
        .select({ owner: users.email, actorId: auditLog.actorId, details: auditLog.details })
        .from(auditLog)
        .leftJoin(users, eq(users.id, auditLog.ownerId))
        .where(eq(auditLog.action, 'sign_in_failed'))
    const before = await lines()
    await refusal(callAs(null, signIn, { email: newEmail(), password }))
    expect(await lines()).toEqual(before)
    await refusal(callAs(null, signIn, { email, password: newPassword }))
    expect((await lines()).filter(({ owner }) => owner === email)).toEqual([
      { owner: email, actorId: null, details: { with: 'password' } },
    ])
    await callAs(null, signIn, { email, password })
    expect(await lines()).toHaveLength(before.length + 1)
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
    const before = await holdSession(jar, email)
    await callAs(await findActor(), signIn, { email, password })
    const sessions = await sessionsOf(email)
    expect(sessions).toHaveLength(1)
    expect(sessions[0]?.id).not.toBe(before)
  })

  it('records the address that can be trusted, not the one that was claimed', async () => {
    const email = await registerAndVerify()
    const headers = new Headers({ 'x-forwarded-for': '203.0.113.7' })
    const caller = { address: '192.0.2.44', headers }
    await execute(signIn, { email, password }, { actor: null, caller, after: () => {} })
    expect((await sessionsOf(email)).at(-1)?.ipAddress).toBe('192.0.2.44')
  })
})

/** The session, then whose phone it is. */
async function signInCookies(email: string): Promise<string[]> {
  const { headers } = await getIdentity().api.signInEmail({
    body: { email, password },
    returnHeaders: true,
  })
  return headers.getSetCookie()
}
