import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { getIdentity } from '@/lib/auth/identity'
import type { Actor } from '@/lib/core/actor'
import { newId } from '@/lib/core/id'
import { accounts, authSessions } from '@/lib/db/schema/identity'
import { closeNotices } from '@/lib/services/notices'
import { changePassword } from '@/lib/use-cases/account/change-password'
import { deleteAccount, requestAccountDeletion } from '@/lib/use-cases/account/delete-account'
import { endOtherSessions, endSession, signOutEverywhere } from '@/lib/use-cases/account/sessions'
import { createApiKey, revokeApiKey } from '@/lib/use-cases/api-keys/api-keys'
import { requestPasswordReset, resetPassword } from '@/lib/use-cases/auth/reset-password'
import { signOut } from '@/lib/use-cases/auth/sign-in'
import { startWorkout } from '@/lib/use-cases/workouts/start-workout'
import {
  createAccountDatabase,
  holdSession,
  mailedToken,
  newPassword,
  password,
} from '@/tests/helpers/accounts'
import type { TestDatabase } from '@/tests/helpers/database'
import { callAs, createPerson } from '@/tests/helpers/people'
import { execute } from './execute'
import { streamRevisions } from './stream'

/** The browser's cookies; Next's own are bound to a request. */
const jar = vi.hoisted(() => new Map<string, string>())
vi.mock('next/headers', () => ({
  headers: async () => new Headers(),
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
    set: (name: string, value: string) => jar.set(name, value),
  }),
}))

let test: TestDatabase
let actor: Actor
let workoutId: string
/** The session that the stream was opened with. */
let held: string
const opened: (() => Promise<void>)[] = []

beforeAll(async () => {
  test = await createAccountDatabase()
})
afterAll(async () => {
  await closeNotices()
  await test.drop()
})
beforeEach(async () => {
  jar.clear()
  actor = await createPerson(test.db)
  const { userId, email } = actor
  const hash = await (await getIdentity().$context).password.hash(password)
  await test.db
    .insert(accounts)
    .values({ userId, accountId: userId, providerId: 'credential', password: hash })
  await openSession(userId)
  held = await holdSession(jar, email)
  workoutId = (await callAs(actor, startWorkout, {})).id
})
afterEach(async () => {
  for (const leave of opened.splice(0)) await leave()
})

async function openSession(userId: string): Promise<string> {
  const id = newId()
  const expiresAt = new Date(Date.now() + 86_400_000)
  await test.db.insert(authSessions).values({ id, token: newId(), userId, expiresAt })
  return id
}

/** Whether a stream that was opened just now has ended; nothing it watches changes meanwhile. */
async function watch(headers: Record<string, string> = {}): Promise<{ isOver: boolean }> {
  const url = `http://gym.test/api/sessions/${workoutId}/stream`
  const params = Promise.resolve({ id: workoutId })
  const { body, status } = await streamRevisions(new Request(url, { headers }), { params })
  expect(status).toBe(200)
  const reader = body?.getReader()
  if (!reader) throw new Error('No stream')
  opened.push(() => reader.cancel())
  await reader.read()
  const state = { isOver: false }
  const read = async (): Promise<void> => {
    const { done } = await reader.read()
    if (done) state.isOver = true
    else await read()
  }
  void read()
  return state
}

/** Far less than the heartbeat of 20 seconds. */
const atOnce = { timeout: 2000, interval: 20 }
const cookie = () => [...jar].map(([name, value]) => `${name}=${encodeURIComponent(value)}`)

/** Whatever takes a session away; the other device does it, or the mailbox. */
const ENDINGS: Record<string, () => Promise<unknown>> = {
  'that session ended by another': () => callAs(actor, endSession, { id: held }),
  'all other sessions ended': () => callAs(actor, endOtherSessions, {}),
  'signing out everywhere': () => callAs(actor, signOutEverywhere, {}),
  'signing out': () => {
    const headers = new Headers({ cookie: cookie().join('; ') })
    const caller = { address: '127.0.0.1', headers }
    return execute(signOut, {}, { actor, caller, after: () => {} })
  },
  'a change of password': () =>
    callAs(actor, changePassword, { currentPassword: password, newPassword }),
  'a reset of the password': async () => {
    await callAs(null, requestPasswordReset, { email: actor.email })
    const token = await mailedToken(actor.email)
    await callAs(null, resetPassword, { token, password: newPassword })
  },
  'the account deleted': async () => {
    await callAs(actor, requestAccountDeletion, {})
    await callAs(actor, deleteAccount, { token: await mailedToken(actor.email) })
  },
}

describe('an open stream ends at once with', () => {
  it.each(Object.entries(ENDINGS))('%s', async (_, end) => {
    const stream = await watch()
    await end()
    await vi.waitFor(() => expect(stream.isOver).toBe(true), atOnce)
  })

  it('the API key it came by', async () => {
    const { id, key } = await callAs(actor, createApiKey, { name: 'Watch', scopes: ['read'] })
    const stream = await watch({ authorization: `Bearer ${key}` })
    await callAs(actor, revokeApiKey, { id })
    await vi.waitFor(() => expect(stream.isOver).toBe(true), atOnce)
  })

  it('nothing less: another session, another key, another person', async () => {
    const stream = await watch()
    const stranger = await createPerson(test.db)
    await openSession(stranger.userId)
    await callAs(stranger, signOutEverywhere, {})
    await callAs(actor, endSession, { id: await openSession(actor.userId) })
    const { id } = await callAs(actor, createApiKey, { name: 'Watch', scopes: ['read'] })
    await callAs(actor, revokeApiKey, { id })
    await test.db.delete(authSessions).where(eq(authSessions.userId, stranger.userId))
    const last = await watch()
    expect([stream.isOver, last.isOver]).toEqual([false, false])
    await callAs(actor, signOutEverywhere, {})
    await vi.waitFor(() => expect([stream.isOver, last.isOver]).toEqual([true, true]), atOnce)
  })
})
