import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '@/lib/core/actor'
import type { AuditAction } from '@/lib/core/audit'
import { newId } from '@/lib/core/id'
import { users } from '@/lib/db/schema/identity'
import { AuditRepository } from '@/lib/repositories/audit-repository'
import { createTestDatabase, type TestDatabase } from '@/tests/helpers/database'
import { createStaffedGym } from '@/tests/helpers/gyms'
import { callAs, createPerson } from '@/tests/helpers/people'
import { removeMember } from '../gyms/members'
import { listAudit, listGymAudit } from './list-audit'

let test: TestDatabase
let owner: Actor
let reader: Actor
beforeAll(async () => {
  test = await createTestDatabase()
  owner = await createPerson(test.db)
  reader = await createPerson(test.db)
})
afterAll(() => test.drop())

const tell = (actorId: string | null, action: AuditAction, ownerId = owner.userId) =>
  new AuditRepository(test.db).record({
    ...{ actorId, action, ownerId, subjectType: 'user', subjectId: ownerId },
    ...(action === 'data_read' && { details: { read: 'workout.list' } }),
  })

const seen = async (view: 'others' | 'account' | 'training', more: object = {}) => {
  const { entries } = await callAs(owner, listAudit, { view, ...more })
  return entries.map(({ action, isOwn, read }) => [action, isOwn, read])
}

it('shows what others did, and of oneself the account apart from the training', async () => {
  await tell(owner.userId, 'session_started')
  await tell(null, 'password_reset')
  await tell(owner.userId, 'signed_in')
  await tell(reader.userId, 'data_read')
  await tell(reader.userId, 'signed_in', reader.userId)
  expect(await seen('others')).toEqual([['data_read', false, 'workout.list']])
  expect(await seen('account')).toEqual([
    ['signed_in', true, null],
    ['password_reset', false, null],
  ])
  expect(await seen('training')).toEqual([['session_started', true, null]])
})

it('goes on where a page ended, whatever happened in the same instant', async () => {
  const other = await createPerson(test.db)
  const ids: string[] = []
  await test.db.transaction(async (tx) => {
    for (let count = 0; count < 7; count += 1)
      await new AuditRepository(tx).record({
        ...{ actorId: other.userId, action: 'signed_in', ownerId: other.userId },
        ...{ subjectType: 'auth_session', subjectId: newId() },
      })
  })
  for (let before: string | undefined, hasMore = true; hasMore; ) {
    const page = await callAs(other, listAudit, { view: 'account', limit: 3, before })
    ids.push(...page.entries.map(({ id }) => id))
    before = page.entries.at(-1)?.id
    hasMore = page.hasMore
  }
  expect(new Set(ids).size).toBe(7)
  expect(ids).toHaveLength(7)
})

it('names nobody who is gone', async () => {
  const gone = await createPerson(test.db)
  await tell(gone.userId, 'data_read')
  await test.db.delete(users).where(eq(users.id, gone.userId))
  const { entries } = await callAs(owner, listAudit, {})
  expect(entries[0]).toMatchObject({ action: 'data_read', actorName: null, isOwn: false })
})

it('tells the owner of a gym what was done in it and to whom, and nobody else there', async () => {
  const gym = await createStaffedGym(test.db)
  const { gymId, owner: boss, admin, trainer, member } = gym
  await callAs(admin, removeMember, { gymId, memberId: member.userId })
  const { entries } = await callAs(boss, listGymAudit, { gym: { gymId } })
  expect(entries.map(({ action, isOwn, toName }) => [action, isOwn, toName])).toEqual([
    ['member_removed', false, member.name],
    ['gym_created', true, null],
  ])
  for (const person of [admin, trainer])
    await expect(callAs(person, listGymAudit, { gym: { gymId } })).rejects.toMatchObject({
      code: 'forbidden',
    })
  await expect(callAs(member, listGymAudit, { gym: { gymId } })).rejects.toMatchObject({
    code: 'not_found',
  })
})
