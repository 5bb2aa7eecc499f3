import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { getIdentity } from '@/lib/auth/identity'
import { findActor } from '@/lib/auth/session'
import type { Actor } from '@/lib/core/actor'
import { accounts, passkeys, verifications } from '@/lib/db/schema/identity'
import { auditLog } from '@/lib/db/schema/training'
import { rereadEnv } from '@/lib/env'
import { execute } from '@/lib/transport/execute'
import {
  createAccountDatabase,
  holdSession,
  mailsTo,
  password,
  refusal,
  registerAndVerify,
  sessionsOf,
} from '@/tests/helpers/accounts'
import { createAuthenticator } from '@/tests/helpers/authenticator'
import type { TestDatabase } from '@/tests/helpers/database'
import { callAs } from '@/tests/helpers/people'
import { codeFor } from '@/tests/helpers/two-factor'
import { signInWithPasskey, startPasskeySignIn } from '../auth/passkey-sign-in'
import { addPasskey, removePasskey, startPasskey } from './passkeys'
import { confirmTwoFactor, getTwoFactor, startTwoFactor } from './two-factor'
import { listWaysIn } from './ways-in'

const jar = vi.hoisted(() => new Map<string, string>())
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
  }),
}))
beforeEach(() => jar.clear())

let test: TestDatabase
beforeAll(async () => {
  process.env.APP_URL = 'http://localhost:3000'
  rereadEnv()
  test = await createAccountDatabase()
})
afterAll(async () => {
  delete process.env.APP_URL
  await test.drop()
})

async function signedIn(): Promise<Actor> {
  await holdSession(jar, await registerAndVerify())
  const actor = await findActor()
  if (!actor) throw new Error('Nobody is signed in')
  return actor
}

const namesOf = async (actor: Actor) =>
  (await callAs(actor, listWaysIn, {})).passkeys.map(({ name }) => name)

async function add(actor: Actor, device = createAuthenticator(), name = 'Phone') {
  const { options } = await callAs(actor, startPasskey, {})
  const response = device.create(options)
  await callAs(actor, addPasskey, { name, response })
  return { device, response }
}

/** A sign-in that was begun: what the device is asked, and the browser's cookie that belongs to it. */
async function beginSignIn() {
  const { headers, response } = await getIdentity().api.generatePasskeyAuthenticationOptions({
    headers: new Headers(),
    returnHeaders: true,
  })
  const cookie = headers.getSetCookie().map((each) => each.split(';')[0])
  const caller = { address: '127.0.0.1', headers: new Headers({ cookie: cookie.join('; ') }) }
  return { options: response, call: { actor: null, caller, after: () => {} } }
}

const signInsOf = async ({ userId }: Actor) =>
  (await test.db.select().from(auditLog).where(eq(auditLog.actorId, userId))).filter(
    ({ action }) => action === 'signed_in',
  ).length

describe('a passkey', () => {
  it('is added by what the device makes; the trail has a line and the owner a mail', async () => {
    const actor = await signedIn()
    await add(actor, createAuthenticator(), "Kim's phone")
    const { arePasskeysOffered, passkeys: listed } = await callAs(actor, listWaysIn, {})
    expect(arePasskeysOffered).toBe(true)
    expect(listed).toMatchObject([{ name: "Kim's phone", lastUsedAt: null, isRemovable: true }])
    const [mail] = await mailsTo(actor.email)
    expect(mail?.subject).toBe('A passkey was added to your account')
    expect(mail?.text).toContain("“Kim's phone”")
    const trail = await test.db.select().from(auditLog).where(eq(auditLog.actorId, actor.userId))
    expect(trail.map(({ action }) => action)).toContain('passkey_added')
  })

  it('asks the device to check who holds it, and not to make a second one', async () => {
    const actor = await signedIn()
    await add(actor)
    const { options } = await callAs(actor, startPasskey, {})
    const [known] = await test.db.select().from(passkeys).where(eq(passkeys.userId, actor.userId))
    expect(options).toMatchObject({
      rp: { id: 'localhost' },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      excludeCredentials: [{ id: known?.credentialID }],
    })
  })

  it('is added once', async () => {
    const actor = await signedIn()
    const { response } = await add(actor)
    const again = await refusal(callAs(actor, addPasskey, { name: 'Phone', response }))
    expect(again.key).toBe('passkeyExpired')
    expect(await namesOf(actor)).toEqual(['Phone'])
  })

  it('is of one account alone', async () => {
    const { device } = await add(await signedIn())
    const other = await signedIn()
    expect((await refusal(add(other, device))).key).toBe('passkeyKnown')
    expect(await namesOf(other)).toEqual([])
  })

  it.each([
    ['by a device that does not ask whose hand it is', { verifies: false }],
    ['on a page of another site', { origin: 'https://evil.example' }],
  ])('is refused when made %s', async (_how, behaviour) => {
    const actor = await signedIn()
    const refused = await refusal(add(actor, createAuthenticator(behaviour)))
    expect(refused.key).toBe('passkeyRefused')
    expect(await namesOf(actor)).toEqual([])
  })

  it('is refused for what another person was asked, and for what is five minutes old', async () => {
    const [actor, other] = [await signedIn(), await signedIn()]
    const { options } = await callAs(other, startPasskey, {})
    await callAs(actor, startPasskey, {})
    const strange = createAuthenticator().create(options)
    const foreign = await refusal(callAs(actor, addPasskey, { name: 'Phone', response: strange }))
    expect(foreign.key).toBe('passkeyRefused')
    await test.db.update(verifications).set({ expiresAt: new Date() })
    const late = await refusal(callAs(other, addPasskey, { name: 'Phone', response: strange }))
    expect(late.key).toBe('passkeyExpired')
  })

  it('is told apart from nonsense', async () => {
    const actor = await signedIn()
    for (const response of ['', '{', 'null', '{"id":1}', '[]', 'x'.repeat(30_000)]) {
      const refused = await refusal(callAs(actor, addPasskey, { name: 'Phone', response }))
      expect(refused.code).toBe('validation')
    }
  })

  it('goes when it is taken away, but not as the only way in', async () => {
    const actor = await signedIn()
    await add(actor, createAuthenticator(), 'Phone')
    await add(actor, createAuthenticator(), 'Key')
    await test.db.delete(accounts).where(eq(accounts.userId, actor.userId))
    const [phone, key] = (await callAs(actor, listWaysIn, {})).passkeys
    await callAs(actor, removePasskey, { id: phone?.id })
    expect(await namesOf(actor)).toEqual(['Key'])
    expect((await mailsTo(actor.email))[0]?.subject).toBe('A passkey was removed from your account')
    const last = await refusal(callAs(actor, removePasskey, { id: key?.id }))
    expect(last.key).toBe('lastWayIn')
    expect((await callAs(actor, listWaysIn, {})).passkeys).toMatchObject([{ isRemovable: false }])
  })

  it('is not to be had where browsers make none', async () => {
    const actor = await signedIn()
    for (const address of ['http://192.168.1.5:3000', 'http://gym.example', 'http://[::1]:3000']) {
      process.env.APP_URL = address
      rereadEnv()
      expect((await callAs(actor, listWaysIn, {})).arePasskeysOffered).toBe(false)
      for (const attempt of [
        () => callAs(actor, startPasskey, {}),
        () => callAs(null, startPasskeySignIn, {}),
      ])
        expect((await refusal(attempt())).code).toBe('not_found')
    }
    process.env.APP_URL = 'http://localhost:3000'
    rereadEnv()
    expect((await callAs(actor, listWaysIn, {})).arePasskeysOffered).toBe(true)
  })
})

describe('signing in with a passkey', () => {
  it('opens a session without naming anybody before, and leads to an own path', async () => {
    const actor = await signedIn()
    const { device } = await add(actor)
    const signIns = await signInsOf(actor)
    const { options, call } = await beginSignIn()
    expect(options.allowCredentials).toBeUndefined()
    const input = { response: device.get(options), next: '//evil.example' }
    const answer = await execute(signInWithPasskey, input, call)
    expect(answer).toMatchObject({ redirectTo: '/dashboard', user: { email: actor.email } })
    expect(await sessionsOf(actor.email)).toHaveLength(2)
    expect((await signInsOf(actor)) - signIns).toBe(1)
    const [{ lastUsedAt } = {}] = (await callAs(actor, listWaysIn, {})).passkeys
    expect(lastUsedAt).toBeInstanceOf(Date)
  })

  it('asks for no code besides, since the device has asked for one itself', async () => {
    const actor = await signedIn()
    const { device } = await add(actor)
    await callAs(actor, startTwoFactor, { password })
    const { setup } = await callAs(actor, getTwoFactor, {})
    await callAs(actor, confirmTwoFactor, { code: codeFor(setup?.key ?? '') })
    const { options, call } = await beginSignIn()
    await execute(signInWithPasskey, { response: device.get(options) }, call)
    expect(await sessionsOf(actor.email)).toHaveLength(2)
  })

  it('asks the device to check who holds it', async () => {
    const { options } = await callAs(null, startPasskeySignIn, {})
    expect(options).toMatchObject({ rpId: 'localhost', userVerification: 'required' })
  })

  it('works once', async () => {
    const actor = await signedIn()
    const { device } = await add(actor)
    const { options, call } = await beginSignIn()
    const input = { response: device.get(options) }
    await execute(signInWithPasskey, input, call)
    const again = await refusal(execute(signInWithPasskey, input, call))
    expect(again.key).toBe('passkeyExpired')
    expect(await sessionsOf(actor.email)).toHaveLength(2)
  })

  it.each([
    ['for a signature over something else', {}, { challenge: 'AAAA' }],
    ['on a page of another site', { origin: 'https://evil.example' }, {}],
    ['where the device did not ask whose hand it is', { verifies: false }, {}],
  ])('is refused %s', async (_why, changed, asked) => {
    const actor = await signedIn()
    const behaviour = {}
    const { device } = await add(actor, createAuthenticator(behaviour))
    Object.assign(behaviour, changed)
    const { options, call } = await beginSignIn()
    const response = device.get({ ...options, ...asked })
    const refused = await refusal(execute(signInWithPasskey, { response }, call))
    expect(refused.key).toBe('passkeyRefused')
    expect(await sessionsOf(actor.email)).toHaveLength(1)
  })

  it('is refused for a passkey that nobody has, in words', async () => {
    const { options, call } = await beginSignIn()
    const response = createAuthenticator().get(options)
    const refused = await refusal(execute(signInWithPasskey, { response }, call))
    expect(refused).toMatchObject({ code: 'validation', key: 'passkeyUnknown' })
  })

  it('is refused once the passkey is taken away', async () => {
    const actor = await signedIn()
    const { device } = await add(actor)
    const [mine] = (await callAs(actor, listWaysIn, {})).passkeys
    await callAs(actor, removePasskey, { id: mine?.id })
    const { options, call } = await beginSignIn()
    const refused = execute(signInWithPasskey, { response: device.get(options) }, call)
    expect((await refusal(refused)).key).toBe('passkeyUnknown')
  })
})
