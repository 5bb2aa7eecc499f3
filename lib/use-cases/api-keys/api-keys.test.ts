import { and, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { apiKeys } from '@/lib/db/schema/identity'
import { auditLog } from '@/lib/db/schema/training'
import { createAccountDatabase, mailsTo } from '@/tests/helpers/accounts'
import type { TestDatabase } from '@/tests/helpers/database'
import { callAs, createPerson } from '@/tests/helpers/people'
import { createApiKey, listApiKeys, revokeApiKey } from './api-keys'

let test: TestDatabase
beforeAll(async () => {
  test = await createAccountDatabase()
})
afterAll(() => test.drop())

const newKey = (about: object = {}) => ({ name: 'Scale', scopes: ['read'], ...about })
const trailOf = (id: string) =>
  test.db
    .select({ action: auditLog.action, details: auditLog.details })
    .from(auditLog)
    .where(and(eq(auditLog.subjectId, id), eq(auditLog.subjectType, 'api_key')))
    .orderBy(auditLog.createdAt)

describe('API keys', () => {
  it('are listed newest first, without what would sign in', async () => {
    const person = await createPerson(test.db)
    const first = await callAs(person, createApiKey, newKey({ scopes: ['write', 'read', 'read'] }))
    const second = await callAs(person, createApiKey, newKey({ name: 'Watch', expiresInDays: 30 }))
    const { keys } = await callAs(person, listApiKeys, {})
    expect(keys).toEqual([second, first].map(({ key: _key, ...shown }) => shown))
    expect(first).toMatchObject({
      start: first.key.slice(0, 8),
      scopes: ['read', 'write'],
      expiresAt: null,
      lastUsedAt: null,
    })
    expect(second.expiresAt?.getTime()).toBe(second.createdAt.getTime() + 30 * 86_400_000)
  })

  it('leave a trail that says nothing of the key', async () => {
    const person = await createPerson(test.db)
    const { id, key } = await callAs(person, createApiKey, newKey())
    await callAs(person, revokeApiKey, { id })
    const trail = await trailOf(id)
    expect(trail).toEqual([
      { action: 'api_key_created', details: { scopes: ['read'], expiresInDays: null } },
      { action: 'api_key_revoked', details: {} },
    ])
    expect(JSON.stringify(trail)).not.toContain(key)
    await expect(callAs(person, revokeApiKey, { id })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('are made and revoked by a person, never by a key', async () => {
    const person = await createPerson(test.db)
    const { id } = await callAs(person, createApiKey, newKey())
    const program = { ...person, keyScopes: ['read', 'write', 'coach'] as const }
    const refused = { code: 'forbidden', key: 'keyNeedsSession' }
    await expect(callAs(program, createApiKey, newKey())).rejects.toMatchObject(refused)
    await expect(callAs(program, revokeApiKey, { id })).rejects.toMatchObject(refused)
    expect((await callAs(program, listApiKeys, {})).keys).toHaveLength(1)
  })

  it('are made after a sign-in of the last hour alone; the owner is told by mail', async () => {
    const person = await createPerson(test.db)
    const stale = { ...person, authenticatedAt: new Date(Date.now() - 61 * 60_000) }
    const refused = { code: 'forbidden', key: 'freshSession' }
    await expect(callAs(stale, createApiKey, newKey())).rejects.toMatchObject(refused)
    expect(await mailsTo(person.email)).toEqual([])
    const name = 'Scale: see https://evil.example'
    const { key } = await callAs(person, createApiKey, newKey({ name, scopes: ['write', 'read'] }))
    const [mail] = await mailsTo(person.email)
    expect(mail?.subject).toBe('An API key was created for your account')
    expect(mail?.text).toContain('“Scale see https evil example” (Read and Write)')
    expect(mail?.text).not.toContain(key)
  })

  it.each([
    [{ name: ' ' }, 'name'],
    [{ name: 'x'.repeat(101) }, 'name'],
    [{ scopes: [] }, 'scopes'],
    [{ scopes: ['admin'] }, 'scopes[0]'],
    [{ scopes: ['read', 'coach'] }, 'scopes'],
    [{ expiresInDays: 31 }, 'expiresInDays'],
  ])('refuse %j', async (about, field) => {
    const person = await createPerson(test.db)
    await expect(callAs(person, createApiKey, newKey(about))).rejects.toMatchObject({
      code: 'validation',
      fields: { [field]: expect.anything() },
    })
    expect((await callAs(person, listApiKeys, {})).keys).toEqual([])
  })

  it('see athletes only where their person coaches', async () => {
    const coach = await createPerson(test.db, { role: 'coach' })
    const made = await callAs(coach, createApiKey, newKey({ scopes: ['coach', 'read'] }))
    expect(made.scopes).toEqual(['read', 'coach'])
  })

  it('are twenty at most, also when asked for all at once', async () => {
    const person = await createPerson(test.db)
    const attempts = await Promise.allSettled(
      Array.from({ length: 24 }, (_, index) =>
        callAs(person, createApiKey, newKey({ name: `Key ${index}` })),
      ),
    )
    const refusals = attempts.filter((attempt) => attempt.status === 'rejected')
    expect(refusals.map(({ reason }) => reason.key)).toEqual(Array(4).fill('tooManyKeys'))
    const [row] = await test.db
      .select({ count: sql<number>`count(*)::int` })
      .from(apiKeys)
      .where(eq(apiKeys.userId, person.userId))
    expect(row?.count).toBe(20)
  })
})
