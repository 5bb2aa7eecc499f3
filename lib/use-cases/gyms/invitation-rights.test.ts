import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/core/actor'
import { invitations, members } from '@/lib/db/schema/organizations'
import { auditLog } from '@/lib/db/schema/training'
import { createAccountDatabase, newEmail, refusal } from '@/tests/helpers/accounts'
import type { TestDatabase } from '@/tests/helpers/database'
import { createStaffedGym, joinGym } from '@/tests/helpers/gyms'
import { callAs, createPerson } from '@/tests/helpers/people'
import { changeMemberRole, handOverGym, leaveGym, removeMember } from './members'
import { acceptInvitation } from './received-invitations'
import { inviteMember } from './sent-invitations'

let test: TestDatabase
let gym: Awaited<ReturnType<typeof createStaffedGym>>
let guest: Actor
beforeAll(async () => {
  test = await createAccountDatabase()
})
afterAll(() => test.drop())
beforeEach(async () => {
  gym = await createStaffedGym(test.db)
  guest = await createPerson(test.db)
})

type Role = 'admin' | 'trainer' | 'member'

const invite = (by: Actor, email: string, memberRole: Role = 'trainer') =>
  callAs(by, inviteMember, { gymId: gym.gymId, email, memberRole })
const accept = (invitationId: string, by = guest) => callAs(by, acceptInvitation, { invitationId })
const rolesOf = async ({ userId }: Actor) =>
  (
    await test.db
      .select({ role: members.role })
      .from(members)
      .where(and(eq(members.organizationId, gym.gymId), eq(members.userId, userId)))
  ).map(({ role }) => role)
const statusOf = async (id: string) => {
  const [row] = await test.db.select().from(invitations).where(eq(invitations.id, id))
  return row?.status
}
const trailOf = async (subjectId: string) =>
  (
    await test.db
      .select({ action: auditLog.action })
      .from(auditLog)
      .where(and(eq(auditLog.subjectId, subjectId), eq(auditLog.organizationId, gym.gymId)))
      .orderBy(auditLog.createdAt)
  ).map(({ action }) => action)

describe('an invitation dies with the rights of whoever sent it', () => {
  const userId = () => gym.admin.userId
  it.each<[string, () => Promise<unknown>]>([
    ['removed', () => callAs(gym.owner, removeMember, { gymId: gym.gymId, memberId: userId() })],
    ['gone', () => callAs(gym.admin, leaveGym, { gymId: gym.gymId })],
    [
      'a trainer',
      () =>
        callAs(gym.owner, changeMemberRole, {
          ...{ gymId: gym.gymId, memberId: userId(), memberRole: 'trainer' },
        }),
    ],
  ])('who is %s', async (_what, lose) => {
    const { id } = await invite(gym.admin, guest.email)
    const { id: other } = await invite(gym.owner, newEmail())
    await lose()
    expect([await statusOf(id), await statusOf(other)]).toEqual(['canceled', 'pending'])
    expect((await refusal(accept(id))).key).toBe('invitationOver')
    expect(await trailOf(id)).toEqual(['member_invited', 'invitation_canceled'])
  })

  it('who has handed over keeps what an admin may send', async () => {
    const { id: asAdmin } = await invite(gym.owner, guest.email, 'admin')
    const { id: asTrainer } = await invite(gym.owner, newEmail())
    await callAs(gym.owner, handOverGym, { gymId: gym.gymId, memberId: gym.member.userId })
    expect([await statusOf(asAdmin), await statusOf(asTrainer)]).toEqual(['canceled', 'pending'])
  })

  it('even where it was not cancelled', async () => {
    const { id } = await invite(gym.admin, guest.email)
    await test.db
      .update(members)
      .set({ role: 'trainer' })
      .where(eq(members.userId, gym.admin.userId))
    expect((await refusal(accept(id))).key).toBe('invitationOver')
    await test.db.delete(members).where(eq(members.userId, gym.admin.userId))
    expect((await refusal(accept(id))).key).toBe('invitationOver')
  })

  it('however closely both are done at once', async () => {
    const { id } = await invite(gym.admin, guest.email)
    const [joined] = await Promise.allSettled([
      accept(id),
      callAs(gym.owner, removeMember, { gymId: gym.gymId, memberId: gym.admin.userId }),
    ])
    expect(await rolesOf(guest)).toEqual(joined.status === 'fulfilled' ? ['trainer'] : [])
    expect(await statusOf(id)).toBe(joined.status === 'fulfilled' ? 'accepted' : 'canceled')
  })
})

it('two admins who remove each other do so one after the other', async () => {
  const second = await joinGym(test.db, gym.gymId, 'admin')
  await callAs(gym.owner, changeMemberRole, {
    ...{ gymId: gym.gymId, memberId: gym.trainer.userId, memberRole: 'member' },
  })
  const third = await joinGym(test.db, gym.gymId, 'trainer')
  const attempts = [gym.admin, second].map((by) =>
    callAs(by, removeMember, { gymId: gym.gymId, memberId: third.userId }),
  )
  const settled = await Promise.allSettled(attempts)
  expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})
