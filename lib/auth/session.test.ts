import { inspect } from 'node:util'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Actor } from '@/lib/core/actor'
import { authSessions, users } from '@/lib/db/schema/identity'
import { members } from '@/lib/db/schema/organizations'
import { execute } from '@/lib/transport/execute'
import { signIn, signOut } from '@/lib/use-cases/auth/sign-in'
import { leaveGym, removeMember } from '@/lib/use-cases/gyms/members'
import {
  createAccountDatabase,
  holdSession,
  password,
  registerAndVerify,
  sessionsOf,
} from '@/tests/helpers/accounts'
import type { TestDatabase } from '@/tests/helpers/database'
import { createStaffedGym } from '@/tests/helpers/gyms'
import { callAs } from '@/tests/helpers/people'
import { findActor } from './session'

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

interface Membership {
  gymId: string
  owner: Actor
  actor: Actor
}

describe('a session', () => {
  it('is nobody’s without our signature', async () => {
    const email = await registerAndVerify()
    await holdSession(jar, email)
    const [[name, value] = ['', '']] = jar
    const [token = '', signature = ''] = value.split('.')
    for (const forged of [token, `${token}.`, `${token}.AAAA`, `x${token}.${signature}`]) {
      jar.set(name, forged)
      expect(await findActor()).toBeNull()
    }
  })

  it('ends after 7 days unused and after 30 days in any case, and is renewed once a day', async () => {
    const email = await registerAndVerify()
    const id = await holdSession(jar, email)
    const age = async (change: Partial<Record<'updatedAt' | 'expiresAt', string>>) => {
      const values = Object.entries(change).map(([column, offset]) => [
        column,
        sql`now() + ${offset}::interval`,
      ])
      await test.db
        .update(authSessions)
        .set(Object.fromEntries(values))
        .where(eq(authSessions.id, id))
    }
    await age({ updatedAt: '-6 days' })
    expect(await findActor()).toMatchObject({ email })
    const [renewed] = await test.db
      .select({ isRecent: sql<boolean>`${authSessions.updatedAt} > now() - interval '1 minute'` })
      .from(authSessions)
      .where(eq(authSessions.id, id))
    expect(renewed).toEqual({ isRecent: true })
    await age({ updatedAt: '-8 days' })
    expect(await findActor()).toBeNull()
    await age({ updatedAt: '0 days', expiresAt: '-1 second' })
    expect(await findActor()).toBeNull()
  })

  it.each([
    ['leaving', ({ gymId, actor }: Membership) => callAs(actor, leaveGym, { gymId })],
    [
      'being removed from',
      ({ gymId, owner, actor }: Membership) =>
        callAs(owner, removeMember, { gymId, memberId: actor.userId }),
    ],
  ])('that has ended stays ended after %s the gym it looked at', async (_how, end) => {
    const email = await registerAndVerify()
    const id = await holdSession(jar, email)
    const actor = await findActor()
    if (!actor) throw new Error('Nobody is signed in')
    const { gymId, owner } = await createStaffedGym(test.db, `Gym of ${email}`)
    const { userId } = actor
    await test.db.insert(members).values({ organizationId: gymId, userId, role: 'member' })
    await test.db
      .update(authSessions)
      .set({ activeOrganizationId: gymId, updatedAt: sql`now() - interval '9 days'` })
      .where(eq(authSessions.id, id))
    await end({ gymId, owner, actor })
    expect(await findActor()).toBeNull()
  })

  it('that has ended goes with the next sign-in of its person', async () => {
    const email = await registerAndVerify()
    const [other, dead] = [await registerAndVerify(), await holdSession(jar, email)]
    await test.db.update(authSessions).set({ updatedAt: sql`now() - interval '8 days'` })
    await callAs(null, signIn, { email, password })
    const left = await sessionsOf(email)
    expect(left).toHaveLength(1)
    expect(left[0]?.id).not.toBe(dead)
    expect(await sessionsOf(other)).toHaveLength(1)
  })

  it('counts for nothing while its address is unconfirmed', async () => {
    const email = await registerAndVerify()
    await holdSession(jar, email)
    await test.db.update(users).set({ emailVerified: false }).where(eq(users.email, email))
    expect(await findActor()).toBeNull()
  })

  it('ends with signing out, which works twice', async () => {
    const email = await registerAndVerify()
    await holdSession(jar, email)
    const cookie = [...jar]
      .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
      .join('; ')
    const actor = await findActor()
    const caller = { address: '127.0.0.1', headers: new Headers({ cookie }) }
    for (const who of [actor, null]) {
      await execute(signOut, {}, { actor: who, caller, after: () => {} })
    }
    expect(await sessionsOf(email)).toEqual([])
    expect(await findActor()).toBeNull()
  })

  it('lets no token out when the database fails', async () => {
    const email = await registerAndVerify()
    await holdSession(jar, email)
    const [[, value] = ['', '']] = jar
    await test.owner.execute(sql`alter table auth_sessions rename to auth_sessions_gone`)
    const error: unknown = await findActor().catch((thrown) => thrown)
    await test.owner.execute(sql`alter table auth_sessions_gone rename to auth_sessions`)
    expect(error).toBeInstanceOf(Error)
    expect(inspect(error)).toContain('42P01')
    expect(inspect(error)).not.toContain(value.split('.')[0])
  })
})
