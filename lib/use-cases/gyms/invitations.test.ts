import { and, eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/core/actor'
import { newId } from '@/lib/core/id'
import { rateLimits, users } from '@/lib/db/schema/identity'
import { invitations, members } from '@/lib/db/schema/organizations'
import { auditLog } from '@/lib/db/schema/training'
import { rereadEnv } from '@/lib/env'
import { createAccountDatabase, mailsTo, newEmail, refusal } from '@/tests/helpers/accounts'
import type { TestDatabase } from '@/tests/helpers/database'
import { createStaffedGym, joinGym } from '@/tests/helpers/gyms'
import { callAs, createPerson } from '@/tests/helpers/people'
import { removeMember } from './members'
import { getGym } from './read-gyms'
import {
  acceptInvitation,
  declineInvitation,
  getInvitation,
  listMyInvitations,
} from './received-invitations'
import { cancelInvitation, inviteMember } from './sent-invitations'

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

describe('an invitation', () => {
  it('leads by mail to a member with the role that was offered', async () => {
    const { id } = await invite(gym.admin, guest.email.toUpperCase())
    const [mail] = await mailsTo(guest.email)
    expect(mail?.text).toContain(`/auth/accept-invitation?id=${id}`)
    expect(mail?.subject).toBe("You've been invited to join Iron Harbor on Gym Tracker")
    const { invitations: mine } = await callAs(guest, listMyInvitations, {})
    expect(mine).toMatchObject([{ id, gymName: 'Iron Harbor', role: 'trainer' }])
    expect(await callAs(guest, getInvitation, { invitationId: id })).toMatchObject({
      ...{ email: guest.email, isOpen: true },
      yours: { gymName: 'Iron Harbor', role: 'trainer', invitedBy: 'Sam Test', slug: null },
    })
    expect(await accept(id)).toEqual({ gymId: gym.gymId, slug: gym.slug, isNew: true })
    expect(await rolesOf(guest)).toEqual(['trainer'])
    expect(await trailOf(id)).toEqual(['member_invited', 'invitation_accepted'])
    expect((await callAs(guest, listMyInvitations, {})).invitations).toEqual([])
  })

  it('answers the same for an address with an account and for one without', async () => {
    const unknown = newEmail()
    const answers = [await invite(gym.owner, guest.email), await invite(gym.owner, unknown)]
    expect(answers.map((answer) => Object.keys(answer))).toEqual(
      Array(2).fill(['id', 'email', 'expiresAt']),
    )
    expect([(await mailsTo(guest.email)).length, (await mailsTo(unknown)).length]).toEqual([1, 1])
  })

  it('says to others to whom it went and nothing else, and of one that is over nothing at all', async () => {
    const { id: invitationId } = await invite(gym.owner, guest.email)
    const stranger = await createPerson(test.db)
    for (const who of [null, stranger, gym.member]) {
      expect(await callAs(who, getInvitation, { invitationId })).toEqual({
        ...{ email: guest.email, isOpen: true, yours: null },
      })
    }
    const declined = callAs(stranger, declineInvitation, { invitationId })
    expect((await refusal(declined)).code).toBe('not_found')
    expect((await refusal(accept(invitationId, stranger))).code).toBe('not_found')
    await callAs(guest, declineInvitation, { invitationId })
    expect(await callAs(stranger, getInvitation, { invitationId })).toEqual({
      ...{ email: null, isOpen: false, yours: null },
    })
    const never = callAs(null, getInvitation, { invitationId: newId() })
    expect(await never).toEqual({ email: null, isOpen: false, yours: null })
  })

  it('needs the address to be confirmed, and to be theirs still', async () => {
    const { id } = await invite(gym.owner, guest.email)
    const change = (values: Partial<typeof users.$inferInsert>) =>
      test.db.update(users).set(values).where(eq(users.id, guest.userId))
    await change({ emailVerified: false })
    expect((await refusal(accept(id))).code).toBe('not_found')
    await change({ emailVerified: true, email: newEmail() })
    expect((await refusal(accept(id))).code).toBe('not_found')
    expect(await rolesOf(guest)).toEqual([])
  })

  it('is accepted by one of twenty at once, and the others are told', async () => {
    const { id } = await invite(gym.owner, guest.email)
    const answers = await Promise.all(Array.from({ length: 20 }, () => accept(id)))
    expect(answers.filter(({ isNew }) => isNew)).toHaveLength(1)
    expect(await rolesOf(guest)).toEqual(['trainer'])
    expect((await trailOf(id)).filter((action) => action === 'invitation_accepted')).toHaveLength(1)
  })

  it('is used up with its first use', async () => {
    const { id } = await invite(gym.owner, guest.email)
    await accept(id)
    await callAs(gym.owner, removeMember, { gymId: gym.gymId, memberId: guest.userId })
    expect((await refusal(accept(id))).key).toBe('invitationOver')
    const { id: second } = await invite(gym.owner, guest.email)
    await callAs(guest, declineInvitation, { invitationId: second })
    expect((await refusal(accept(second))).key).toBe('invitationOver')
    expect(await trailOf(second)).toEqual(['member_invited', 'invitation_declined'])
  })

  it('leaves those of other gyms open', async () => {
    const other = await createStaffedGym(test.db)
    const { id } = await invite(gym.owner, guest.email)
    const theirs = await callAs(other.owner, inviteMember, {
      ...{ gymId: other.gymId, email: guest.email, memberRole: 'trainer' },
    })
    await accept(id)
    expect(await statusOf(theirs.id)).toBe('pending')
  })

  it('leads into a gym of five hundred no more, but into another one', async () => {
    const other = await createStaffedGym(test.db)
    const { id } = await invite(gym.owner, guest.email)
    const theirs = await callAs(other.owner, inviteMember, {
      ...{ gymId: other.gymId, email: guest.email, memberRole: 'trainer' },
    })
    const crowd = await test.db
      .insert(users)
      .values(Array.from({ length: 496 }, () => ({ name: 'One of many', email: newEmail() })))
      .returning({ userId: users.id })
    const joins = { organizationId: gym.gymId, role: 'member' as const }
    await test.db.insert(members).values(crowd.map(({ userId }) => ({ ...joins, userId })))
    expect((await refusal(accept(id))).key).toBe('gymFull')
    expect(await accept(theirs.id)).toMatchObject({ isNew: true })
  })

  it('changes nothing for who is in the gym already, and cannot be sent to them', async () => {
    const { id } = await invite(gym.owner, guest.email, 'admin')
    await test.db
      .insert(members)
      .values({ organizationId: gym.gymId, userId: guest.userId, role: 'member' })
    expect(await accept(id)).toMatchObject({ isNew: false })
    expect(await rolesOf(guest)).toEqual(['member'])
    expect(await statusOf(id)).toBe('accepted')
    expect((await refusal(invite(gym.owner, guest.email))).fields).toHaveProperty('email')
  })

  it('ends after seven days, and lives again when it is sent again', async () => {
    const { id, expiresAt } = await invite(gym.owner, guest.email)
    const days = (expiresAt.getTime() - Date.now()) / 86_400_000
    expect(days).toBeGreaterThan(6.99)
    expect(days).toBeLessThanOrEqual(7)
    await test.db
      .update(invitations)
      .set({ expiresAt: new Date(Date.now() - 1000) })
      .where(eq(invitations.id, id))
    expect((await refusal(accept(id))).key).toBe('invitationOver')
    expect((await callAs(guest, listMyInvitations, {})).invitations).toEqual([])
    expect((await invite(gym.admin, guest.email, 'member')).id).toBe(id)
    expect(await mailsTo(guest.email)).toHaveLength(2)
    await accept(id)
    expect(await rolesOf(guest)).toEqual(['member'])
  })

  it('is dead once it is taken back', async () => {
    const { id: invitationId } = await invite(gym.owner, guest.email)
    await callAs(gym.admin, cancelInvitation, { gymId: gym.gymId, invitationId })
    expect((await refusal(accept(invitationId))).key).toBe('invitationOver')
    const again = callAs(gym.admin, cancelInvitation, { gymId: gym.gymId, invitationId })
    expect((await refusal(again)).code).toBe('not_found')
  })

  it('is not another gym’s to cancel', async () => {
    const { id: invitationId } = await invite(gym.owner, guest.email)
    const other = await createStaffedGym(test.db)
    const attempt = callAs(other.owner, cancelInvitation, { gymId: other.gymId, invitationId })
    expect((await refusal(attempt)).code).toBe('not_found')
    expect(await statusOf(invitationId)).toBe('pending')
  })

  it('of the owner’s is not an admin’s to change', async () => {
    await invite(gym.owner, guest.email, 'admin')
    expect((await refusal(invite(gym.admin, guest.email, 'member'))).code).toBe('forbidden')
  })

  it('carries no link and no line of whoever sends it', async () => {
    const name = 'Win at https://evil.example/now\r\nBcc: all'
    await test.db.update(users).set({ name }).where(eq(users.id, gym.admin.userId))
    await invite({ ...gym.admin, name }, guest.email)
    const [mail] = await mailsTo(guest.email)
    expect(mail?.text).not.toContain('evil.example')
    expect(mail?.text).toContain('Win at https evil example now Bcc all')
  })
})

describe('mail to one address', () => {
  it('stops after five a day, whichever gym sends it; tries that fail use nothing up', async () => {
    process.env.RATE_LIMIT_FACTOR = '1'
    rereadEnv()
    try {
      await test.db.delete(rateLimits)
      const stranger = await createPerson(test.db)
      for (let at = 0; at < 10; at++) await refusal(invite(stranger, guest.email))
      for (let at = 0; at < 3; at++) await invite(gym.owner, guest.email)
      const other = await createStaffedGym(test.db)
      const elsewhere = () =>
        callAs(other.owner, inviteMember, {
          ...{ gymId: other.gymId, email: guest.email, memberRole: 'member' },
        })
      await elsewhere()
      await elsewhere()
      expect((await refusal(elsewhere())).code).toBe('rate_limited')
      expect((await refusal(invite(gym.owner, guest.email))).code).toBe('rate_limited')
      await invite(gym.owner, newEmail())
    } finally {
      process.env.RATE_LIMIT_FACTOR = '1000'
      rereadEnv()
    }
  })
})

describe('what members see of each other', () => {
  it('is names of the staff for members, everybody for trainers, addresses for who manages', async () => {
    const seenBy = async (who: Actor) => {
      const { members: seen, invitations: sent } = await callAs(who, getGym, { slug: gym.slug })
      const isTold = seen.every(({ email }) => email !== null)
      if (!isTold) expect(seen.every(({ email }) => email === null)).toBe(true)
      return { who: seen.map(({ userId }) => userId), isTold, sees: sent !== null }
    }
    const { owner, admin, trainer, member } = gym
    const second = await joinGym(test.db, gym.gymId, 'member')
    const staff = [owner, admin, trainer].map(({ userId }) => userId)
    expect(await seenBy(member)).toEqual({
      ...{ who: [...staff, member.userId], isTold: false, sees: false },
    })
    const everybody = (await seenBy(trainer)).who
    expect(everybody.toSorted()).toEqual([...staff, member.userId, second.userId].toSorted())
    expect(await seenBy(trainer)).toMatchObject({ isTold: false, sees: false })
    expect(await seenBy(admin)).toEqual({ who: everybody, isTold: true, sees: true })
    expect(await seenBy(owner)).toEqual({ who: everybody, isTold: true, sees: true })
  })
})

it('the trail names nobody', async () => {
  const { id } = await invite(gym.owner, guest.email)
  await accept(id)
  const rows = await test.db
    .select()
    .from(auditLog)
    .where(inArray(auditLog.organizationId, [gym.gymId]))
  expect(rows.length).toBeGreaterThan(2)
  expect(JSON.stringify(rows)).not.toMatch(/@|Sam Test|Iron Harbor/)
})
