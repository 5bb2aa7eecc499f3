import { eq, sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { findActor } from '@/lib/auth/session'
import { sessionCookieName } from '@/lib/auth/session-cookie'
import type { Actor } from '@/lib/core/actor'
import { newId } from '@/lib/core/id'
import type { Provider } from '@/lib/core/providers'
import { accounts, authSessions } from '@/lib/db/schema/identity'
import { auditLog } from '@/lib/db/schema/training'
import { getEnv, rereadEnv } from '@/lib/env'
import { authHandler } from '@/lib/transport/auth-handler'
import { execute } from '@/lib/transport/execute'
import {
  createAccountDatabase,
  holdSession,
  mailedToken,
  mailsTo,
  newEmail,
  newPassword,
  refusal,
  registerAndVerify,
} from '@/tests/helpers/accounts'
import type { TestDatabase } from '@/tests/helpers/database'
import { callAs, createPerson } from '@/tests/helpers/people'
import { fakeProviders, PROVIDER_KEYS, stateCookie, stateOf } from '@/tests/helpers/providers'
import { endSession, signOutEverywhere } from '../account/sessions'
import { requestPasswordReset, resetPassword } from '../auth/reset-password'
import { linkProvider, unlinkProvider } from './connections'
import { listWaysIn } from './ways-in'

const browser = vi.hoisted(() => ({ jar: new Map<string, string>(), headers: new Headers() }))
vi.mock('next/headers', () => ({
  headers: async () => browser.headers,
  cookies: async () => ({
    get: (name: string) =>
      browser.jar.has(name) ? { name, value: browser.jar.get(name) } : undefined,
  }),
}))

let test: TestDatabase
beforeAll(async () => {
  Object.assign(process.env, PROVIDER_KEYS)
  test = await createAccountDatabase()
})
afterAll(async () => {
  for (const name of Object.keys(PROVIDER_KEYS)) delete process.env[name]
  await test.drop()
})
beforeEach(() => browser.jar.clear())
afterEach(() => vi.unstubAllGlobals())

/** Somebody signed in here, and the cookie their browser sends. */
async function signedIn(email?: string): Promise<{ actor: Actor; cookie: string }> {
  await holdSession(browser.jar, await registerAndVerify(email))
  const actor = await findActor()
  if (!actor) throw new Error('Nobody is signed in')
  const name = sessionCookieName(getEnv().APP_URL)
  return { actor, cookie: `${name}=${encodeURIComponent(browser.jar.get(name) ?? '')}` }
}

/** @param meanwhile what happens while they are away at the provider */
async function link(
  person: { actor: Actor; cookie: string },
  provider: Provider,
  claims: { sub: string; email?: string; email_verified?: boolean },
  meanwhile: () => Promise<unknown> = async () => {},
): Promise<string> {
  const { actor } = person
  const caller = { address: '192.0.2.9', headers: new Headers({ cookie: person.cookie }) }
  const { address } = await execute(linkProvider, { provider }, { actor, caller, after: () => {} })
  const state = stateOf(address)
  await meanwhile()
  fakeProviders(claims)
  browser.headers = new Headers({ cookie: `${person.cookie}; ${stateCookie(state)}` })
  const callback = `${getEnv().APP_URL}/api/auth/callback/${provider}?code=x&state=${state}`
  const answer = await authHandler(new Request(callback, { headers: browser.headers }))
  expect(answer.headers.getSetCookie().join()).not.toContain(sessionCookieName(getEnv().APP_URL))
  return answer.headers.get('location') ?? ''
}

async function personWith(providers: readonly Provider[]): Promise<Actor> {
  const actor = await createPerson(test.db)
  for (const providerId of providers)
    await test.db.insert(accounts).values({ userId: actor.userId, accountId: newId(), providerId })
  return actor
}

const connectionsOf = async (actor: Actor) => (await callAs(actor, listWaysIn, {})).connections

const trailOf = async ({ userId }: Actor) =>
  (await test.db.select().from(auditLog).where(eq(auditLog.ownerId, userId))).map(
    ({ action }) => action,
  )

describe('connecting by hand', () => {
  it('needs no address in common, nor one the provider vouches for', async () => {
    const person = await signedIn()
    const claims = { sub: newId(), email: newEmail() }
    expect(await link(person, 'facebook', claims)).toBe('/settings/security?connected=1')
    expect(await link(person, 'google', { sub: newId() })).toBe('/settings/security?connected=1')
    const { connections, available } = await callAs(person.actor, listWaysIn, {})
    expect(connections).toMatchObject([
      { provider: 'facebook', isRemovable: true },
      { provider: 'google', isRemovable: true },
    ])
    expect(available).toEqual(['apple'])
    expect(await trailOf(person.actor)).toContain('provider_linked')
    expect((await mailsTo(person.actor.email))[0]?.subject).toMatch(/Google/)
    const [row] = await test.db.select().from(accounts).where(eq(accounts.accountId, claims.sub))
    expect(row).toMatchObject({ accessToken: null, refreshToken: null, idToken: null, scope: null })
  })

  it('leaves an account alone that is somebody else’s here, and says so', async () => {
    const claims = { sub: newId(), email: newEmail(), email_verified: true }
    await link(await signedIn(), 'google', claims)
    const other = await signedIn()
    expect(await link(other, 'google', claims)).toMatch(
      /^\/auth\/error\?from=settings&error=account_already_linked_to_different_user/,
    )
    expect(await connectionsOf(other.actor)).toEqual([])
  })
})

describe('a connection that was begun before', () => {
  const claims = () => ({ sub: newId(), email: newEmail() })
  const linked = (sub: string) => test.db.select().from(accounts).where(eq(accounts.accountId, sub))

  it('a reset of the password is not made after it', async () => {
    const person = await signedIn()
    const { email } = person.actor
    const about = claims()
    const location = await link(person, 'google', about, async () => {
      await callAs(null, requestPasswordReset, { email })
      await callAs(null, resetPassword, { token: await mailedToken(email), password: newPassword })
    })
    expect(location).toMatch(/^\/auth\/error\?.*error=state_mismatch/)
    expect(await linked(about.sub)).toEqual([])
  })

  it.each([
    ['signing out everywhere', (actor: Actor) => callAs(actor, signOutEverywhere, {})],
    [
      'ending this one session',
      (actor: Actor) => callAs(actor, endSession, { id: actor.sessionId }),
    ],
    [
      'seven days without use',
      ({ sessionId }: Actor) =>
        test.db
          .update(authSessions)
          .set({ updatedAt: sql`now() - interval '8 days'` })
          .where(eq(authSessions.id, sessionId)),
    ],
  ])('%s is not made after it', async (_what, end) => {
    const person = await signedIn()
    const about = claims()
    const location = await link(person, 'google', about, () => end(person.actor))
    expect(location).toMatch(/^\/auth\/error\?from=settings&error=/)
    expect(await linked(about.sub)).toEqual([])
    expect(await trailOf(person.actor)).not.toContain('provider_linked')
  })

  it('somebody else signed in is not made for the former', async () => {
    const person = await signedIn()
    const other = await signedIn()
    const about = claims()
    const borrowed = { actor: person.actor, cookie: person.cookie }
    const location = await link(borrowed, 'google', about, async () => {
      borrowed.cookie = other.cookie
    })
    expect(location).toMatch(/error=/)
    expect(await linked(about.sub)).toEqual([])
  })
})

describe('disconnecting', () => {
  it('tells the owner and the trail', async () => {
    const { actor, cookie } = await signedIn()
    await link({ actor, cookie }, 'google', { sub: newId() })
    const [connection] = await connectionsOf(actor)
    await callAs(actor, unlinkProvider, { id: connection?.id })
    expect(await connectionsOf(actor)).toEqual([])
    expect(await trailOf(actor)).toContain('provider_unlinked')
    expect(await mailsTo(actor.email)).toHaveLength(3)
  })

  it('leaves the last way in, also when two are taken away at once', async () => {
    const actor = await personWith(['google', 'facebook'])
    const both = await connectionsOf(actor)
    const outcomes = await Promise.all(
      both.map(({ id }) =>
        callAs(actor, unlinkProvider, { id }).then(
          () => 'removed',
          (error) => error.key,
        ),
      ),
    )
    expect(outcomes.sort()).toEqual(['lastWayIn', 'removed'])
    expect(await connectionsOf(actor)).toMatchObject([{ isRemovable: false }])
  })

  it('counts no provider whose keys are gone', async () => {
    const actor = await personWith(['google', 'facebook'])
    const { FACEBOOK_CLIENT_ID, FACEBOOK_CLIENT_SECRET } = PROVIDER_KEYS
    delete process.env.FACEBOOK_CLIENT_ID
    delete process.env.FACEBOOK_CLIENT_SECRET
    rereadEnv()
    const { connections, available } = await callAs(actor, listWaysIn, {})
    Object.assign(process.env, { FACEBOOK_CLIENT_ID, FACEBOOK_CLIENT_SECRET })
    rereadEnv()
    expect(connections).toMatchObject([
      { provider: 'google', isRemovable: false },
      { provider: 'facebook', isRemovable: true },
    ])
    expect(available).toEqual(['apple'])
  })

  it('and connecting take a sign-in of the last hour', async () => {
    const actor = await personWith(['google', 'facebook'])
    const [connection] = await connectionsOf(actor)
    const old = { ...actor, authenticatedAt: new Date(Date.now() - 61 * 60_000) }
    const unlink = callAs(old, unlinkProvider, { id: connection?.id })
    expect((await refusal(unlink)).key).toBe('freshSession')
    expect((await refusal(callAs(old, linkProvider, { provider: 'apple' }))).key).toBe(
      'freshSession',
    )
  })
})
