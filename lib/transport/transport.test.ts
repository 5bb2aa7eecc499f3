import { inspect } from 'node:util'
import { eq, sql } from 'drizzle-orm'
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  expect,
  it,
  type MockInstance,
  vi,
} from 'vitest'
import * as z from 'zod'
import { REQUESTED_PATH_HEADER } from '@/lib/auth/sign-in-path'
import type { Actor } from '@/lib/core/actor'
import { defineUseCase } from '@/lib/core/define-use-case'
import { ForbiddenError, NotFoundError, UnauthorizedError } from '@/lib/core/errors'
import { auditLog } from '@/lib/db/schema/training'
import { ownData } from '@/lib/policies/own-data'
import { log } from '@/lib/services/log'
import { createTestDatabase, type TestDatabase } from '@/tests/helpers/database'
import { createPerson } from '@/tests/helpers/people'
import { action } from './action'
import { limitedQuery, query } from './query'

const request = vi.hoisted(() => ({
  actor: null as Actor | null,
  headers: new Headers(),
  tasks: [] as (() => Promise<void>)[],
}))
vi.mock('@/lib/auth/session', () => ({ findActor: async () => request.actor }))
vi.mock('next/headers', () => ({
  headers: async () => request.headers,
  cookies: async () => ({ has: () => false }),
}))
vi.mock('next/server', () => ({
  after: (task: () => Promise<void>) => void request.tasks.push(task),
}))

let test: TestDatabase
beforeAll(async () => {
  test = await createTestDatabase()
})
afterAll(() => test.drop())
let logged: MockInstance<typeof log.error>
beforeEach(async () => {
  logged = vi.spyOn(log, 'error').mockReturnValue()
  request.actor = await createPerson(test.db)
})
afterEach(() => {
  request.headers = new Headers()
  request.tasks = []
  vi.restoreAllMocks()
})

const input = z.strictObject({ name: z.string().min(1), password: z.string().optional() })

/** A use case that answers with the name it got, unless it fails as told. */
const echo = (fail: () => unknown = () => null) =>
  defineUseCase({
    name: 'test.echo',
    kind: 'write',
    access: 'user',
    input,
    output: z.object({ name: z.string() }),
    authorize: () => null,
    run: async ({ tx, input: { name }, after }) => {
      const error = fail()
      if (error instanceof Error) throw error
      if (error === 'statement') await tx.execute(sql`select ${name}::int`)
      after(async () => {
        throw new Error('the mail server is away')
      })
      return { name }
    },
  })

const ask = (fail?: () => unknown) => ({ ...echo(fail), kind: 'read' as const })

const post = (values: Record<string, string>): FormData => {
  const form = new FormData()
  for (const [name, value] of Object.entries(values)) form.set(name, value)
  return form
}

/** Where Next was told to go, or the status it was told to answer with. */
async function targetOf(attempt: Promise<unknown>): Promise<string> {
  const error: unknown = await attempt.catch((thrown) => thrown)
  const digest = String(error instanceof Error && Reflect.get(error, 'digest')).split(';')
  return digest[0] === 'NEXT_REDIRECT' ? (digest[2] ?? '') : digest.join(';')
}

it('an action answers with a tuple, whatever React adds to the form', async () => {
  const form = post({ name: 'Kim', $ACTION_ID_1: '', '$ACTION_1:0': '{}' })
  expect(await action(echo())(null, form)).toEqual([null, { name: 'Kim' }])
})

it('an action tells what is wrong in words with what was typed, but no password', async () => {
  const [error] = await action(echo())(null, post({ name: ' ', password: 'hidden', extra: '1' }))
  expect(error).toMatchObject({
    code: 'validation',
    fields: { name: ['Fill this in.'] },
    values: { name: ' ', extra: '1' },
  })
  expect(JSON.stringify(error)).not.toContain('hidden')
})

it('an action of someone signed out, or in too long ago, leads to signing in and back', async () => {
  request.headers.set(REQUESTED_PATH_HEADER, '/routines')
  const leave = (error?: Error) => targetOf(action(echo(() => error))(null, post({ name: 'Kim' })))
  expect(await leave(new ForbiddenError('freshSession'))).toBe(
    '/auth/login?reason=fresh_session_required&next=%2Froutines',
  )
  request.actor = null
  expect(await leave()).toBe('/auth/login?reason=session_ended&next=%2Froutines')
})

it('an action goes on to a page of its own only when it worked', async () => {
  const redirectTo = ({ name }: { name: string }) => `/routines/${name}`
  expect(await targetOf(action(echo(), { redirectTo })(null, post({ name: 'kim' })))).toBe(
    '/routines/kim',
  )
  const [error] = await action(
    echo(() => new NotFoundError()),
    { redirectTo },
  )(null, post({ name: 'kim' }))
  expect(error).toMatchObject({ code: 'not_found' })
})

it('what fails after the answer is logged and thrown at nobody', async () => {
  await action(echo())(null, post({ name: 'Kim' }))
  expect(request.tasks).toHaveLength(1)
  await request.tasks[0]?.()
  expect(logged).toHaveBeenCalledOnce()
})

it('an unexpected failure has a reference, and repeats nothing that was sent', async () => {
  const failing = echo(() => 'statement')
  const [error] = await action(failing)(null, post({ name: 'my secret' }))
  expect(error).toMatchObject({ code: 'internal', id: expect.stringMatching(/^[0-9a-f-]{36}$/) })
  expect(error?.message).toContain(error?.id)
  expect(logged).toHaveBeenCalledWith(expect.objectContaining({ id: error?.id }), expect.anything())

  const thrown: unknown = await query(ask(() => 'statement'))({ name: 'my secret' }).catch(
    (reason) => reason,
  )
  expect(thrown).toMatchObject({ digest: expect.stringMatching(/^[0-9a-f-]{36}$/) })
  expect(inspect(thrown)).not.toContain('my secret')
})

it('a page of nobody leads to signing in, one of nothing and one that is not theirs to nothing', async () => {
  for (const error of [new NotFoundError(), new ForbiddenError('gymRole')])
    expect(await targetOf(query(ask(() => error))({ name: 'Kim' }))).toContain('404')
  expect(await targetOf(query(ask())({ name: '' }))).toContain('404')
  expect(await targetOf(query(ask(() => new UnauthorizedError()))({ name: 'Kim' }))).toBe(
    '/auth/login',
  )
})

it('a page that was looked at too often learns until when, and every other failure as before', async () => {
  const limited = { ...ask(), limits: [{ per: 'account', max: 2, windowSeconds: 90 }] } as const
  const look = () => limitedQuery(limited)({ name: 'Kim' })
  expect([await look(), await look()]).toEqual(Array(2).fill([null, { name: 'Kim' }]))
  expect(await look()).toEqual([
    expect.objectContaining({ code: 'rate_limited', message: expect.stringMatching(/2 minutes/) }),
    null,
  ])
  expect(await targetOf(limitedQuery(ask(() => new NotFoundError()))({ name: 'Kim' }))).toContain(
    '404',
  )
  expect(logged).not.toHaveBeenCalled()
})

it.each([
  [{ kind: 'read', access: 'user' }, ['read'], null],
  [{ kind: 'read', access: 'user' }, ['write', 'coach'], 'keyScope'],
  [{ kind: 'write', access: 'user' }, ['write'], null],
  [{ kind: 'write', access: 'user' }, ['read', 'coach'], 'keyScope'],
  [{ kind: 'read', access: 'coach' }, ['read', 'coach'], null],
  [{ kind: 'read', access: 'coach' }, ['read', 'write'], 'keyScope'],
  [{ kind: 'write', access: 'coach' }, ['read', 'coach'], 'keyScope'],
  [{ kind: 'read', access: 'user', needsSession: true }, ['read'], 'keyNeedsSession'],
  [{ kind: 'write', access: 'user', needsFreshSession: true }, ['write'], 'keyNeedsSession'],
] as const)(
  'an API key does what its scopes say: %j with %j',
  async (about, keyScopes, refusal) => {
    request.actor = await createPerson(test.db, { role: 'coach', keyScopes })
    const [error] = await action({ ...echo(), ...about })(null, post({ name: 'Kim' }))
    expect(error).toEqual(refusal && expect.objectContaining({ code: 'forbidden', key: refusal }))
  },
)

it('keeps who coaches nobody from what is for coaches', async () => {
  for (const role of ['athlete', 'coach'] as const) {
    request.actor = await createPerson(test.db, { role })
    const [error] = await action({ ...echo(), access: 'coach' })(null, post({ name: 'Kim' }))
    expect(error?.code ?? null).toBe(role === 'coach' ? null : 'forbidden')
  }
})

it('tells somebody who looked at their data, and nobody what they looked at themselves', async () => {
  const [reader, owner] = [await createPerson(test.db), await createPerson(test.db)]
  const entriesOf = (person: Actor) =>
    test.db.select().from(auditLog).where(eq(auditLog.ownerId, person.userId))
  const readAs = (actor: Actor) => {
    request.actor = actor
    return action({ ...ask(), authorize: () => ownData(owner) })(null, post({ name: 'Kim' }))
  }
  await readAs(owner)
  expect(await entriesOf(owner)).toEqual([])
  await readAs(reader)
  expect(await entriesOf(owner)).toMatchObject([
    {
      ...{ actorId: reader.userId, sessionId: reader.sessionId, action: 'data_read' },
      details: { read: 'test.echo' },
    },
  ])
})

it('what asks for a fresh sign-in leads to one, and back', async () => {
  const useCase = { ...echo(), needsFreshSession: true } as const
  const form = post({ name: 'Kim' })
  expect(await action(useCase)(null, form)).toEqual([null, { name: 'Kim' }])
  const authenticatedAt = new Date(Date.now() - 61 * 60_000)
  request.actor = await createPerson(test.db, { authenticatedAt })
  request.headers.set(REQUESTED_PATH_HEADER, '/settings/account')
  expect(await targetOf(action(useCase)(null, form))).toBe(
    '/auth/login?reason=fresh_session_required&next=%2Fsettings%2Faccount',
  )
})
