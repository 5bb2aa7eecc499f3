import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { auditLog } from '@/lib/db/schema/training'
import { createTestDatabase, type TestDatabase } from '@/tests/helpers/database'
import { callAs, createPerson } from '@/tests/helpers/people'
import { getRole } from '../profile/profile'
import { changeRole, getAccount } from './account'

let test: TestDatabase
beforeAll(async () => {
  test = await createTestDatabase()
})
afterAll(() => test.drop())

it('a role is changed by its person, and each change is in the trail', async () => {
  // Somebody who was there before, and whose role is no matter here.
  await callAs(await createPerson(test.db), changeRole, { role: 'coach' })
  const actor = await createPerson(test.db)
  expect(await callAs(actor, changeRole, { role: 'coach' })).toEqual({ role: 'coach' })
  await callAs(actor, changeRole, { role: 'coach' })
  await callAs({ ...actor, role: 'coach' }, changeRole, { role: 'athlete' })
  const trail = await test.db
    .select({ details: auditLog.details, sessionId: auditLog.sessionId })
    .from(auditLog)
    .where(and(eq(auditLog.actorId, actor.userId), eq(auditLog.action, 'role_changed')))
    .orderBy(auditLog.createdAt)
  const { sessionId } = actor
  expect(trail).toEqual([
    { sessionId, details: { before: 'athlete', after: 'coach' } },
    { sessionId, details: { before: 'coach', after: 'athlete' } },
  ])
})

it('no key changes a role, and no role is there but the two', async () => {
  const actor = await createPerson(test.db)
  const key = { ...actor, keyScopes: ['read', 'write'] as const }
  const refused = { key: 'keyNeedsSession' }
  await expect(callAs(key, changeRole, { role: 'coach' })).rejects.toMatchObject(refused)
  const wrong = { code: 'validation' }
  await expect(callAs(actor, changeRole, { role: 'admin' })).rejects.toMatchObject(wrong)
  expect(await callAs(actor, getRole, {})).toEqual({ role: 'athlete' })
})

it('an account tells its person what there is to change', async () => {
  const actor = await createPerson(test.db)
  expect(await callAs(actor, getAccount, {})).toEqual({
    ...{ email: actor.email, role: 'athlete', gymsInTheWay: [] },
  })
})
