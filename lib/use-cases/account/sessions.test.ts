import { and, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { findActor } from '@/lib/auth/session'
import type { Actor } from '@/lib/core/actor'
import { authSessions } from '@/lib/db/schema/identity'
import { auditLog } from '@/lib/db/schema/training'
import {
  createAccountDatabase,
  holdSession,
  password,
  registerAndVerify,
  sessionsOf,
} from '@/tests/helpers/accounts'
import type { TestDatabase } from '@/tests/helpers/database'
import { callAs, createPerson } from '@/tests/helpers/people'
import { signIn } from '../auth/sign-in'
import { endOtherSessions, endSession, listSessions, signOutEverywhere } from './sessions'

/** The browser's cookies; Next's own are bound to a request. */
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

const trail = () =>
  test.db
    .select({ action: auditLog.action, sessionId: auditLog.sessionId, details: auditLog.details })
    .from(auditLog)
    .where(eq(auditLog.actorId, actor.userId))
    .orderBy(auditLog.createdAt)

const idsOf = async () => (await sessionsOf(email)).map(({ id }) => id)

describe('where one is signed in', () => {
  it('is listed with this place first, in plain words and without a token', async () => {
    await test.db
      .update(authSessions)
      .set({ userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0' })
      .where(eq(authSessions.id, actor.sessionId))
    const { sessions } = await callAs(actor, listSessions, {})
    expect(sessions.map(({ isCurrent }) => isCurrent)).toEqual([true, false])
    expect(sessions[0]).toEqual({
      ...{ id: actor.sessionId, browser: 'Firefox', system: 'Linux', address: '127.0.0.1' },
      ...{ signedInAt: expect.any(Date), lastUsedAt: expect.any(Date), isCurrent: true },
    })
    expect(sessions[1]).toMatchObject({ browser: null, system: null })
    const tokens = (await sessionsOf(email)).map(({ token }) => token)
    for (const token of tokens) expect(JSON.stringify(sessions)).not.toContain(token)
  })

  it('leaves out what opens nothing any more', async () => {
    const [idle] = await idsOf()
    await test.db
      .update(authSessions)
      .set({ updatedAt: sql`now() - interval '8 days'` })
      .where(eq(authSessions.id, idle ?? ''))
    const { sessions } = await callAs(actor, listSessions, {})
    expect(sessions.map(({ id }) => id)).toEqual([actor.sessionId])
  })

  it('ends one by one, once, and never for another person', async () => {
    const [first = ''] = await idsOf()
    const stranger = await createPerson(test.db)
    const refused = { code: 'not_found' }
    await expect(callAs(stranger, endSession, { id: first })).rejects.toMatchObject(refused)
    await callAs(actor, endSession, { id: first })
    expect(await idsOf()).toEqual([actor.sessionId])
    await expect(callAs(actor, endSession, { id: first })).rejects.toMatchObject(refused)
    expect((await trail()).at(-1)).toMatchObject({
      ...{ action: 'session_ended', sessionId: actor.sessionId },
    })
  })

  it('ends everywhere else, or everywhere', async () => {
    await callAs(null, signIn, { email, password })
    expect(await callAs(actor, endOtherSessions, {})).toEqual({ ended: 2 })
    expect(await idsOf()).toEqual([actor.sessionId])
    await callAs(null, signIn, { email, password })
    expect(await callAs(actor, signOutEverywhere, {})).toEqual({ ended: 2 })
    expect(await idsOf()).toEqual([])
    expect((await trail()).map(({ action }) => action)).toEqual([
      ...['signed_in', 'signed_in', 'signed_in', 'other_sessions_ended', 'signed_in'],
      'signed_out',
    ])
  })

  it('is nothing for an API key', async () => {
    const program = { ...actor, keyScopes: ['read', 'write', 'coach'] as const }
    for (const call of [
      callAs(program, listSessions, {}),
      callAs(program, endOtherSessions, {}),
      callAs(program, signOutEverywhere, {}),
    ])
      await expect(call).rejects.toMatchObject({ key: 'keyNeedsSession' })
    expect(await idsOf()).toHaveLength(2)
  })
})

it('a sign-in says in the trail which session it opened, and nothing of the person', async () => {
  const [line] = await test.db
    .select()
    .from(auditLog)
    .where(and(eq(auditLog.action, 'signed_in'), eq(auditLog.sessionId, actor.sessionId)))
  expect(line).toMatchObject({ actorId: actor.userId, subjectId: actor.sessionId, details: {} })
})
