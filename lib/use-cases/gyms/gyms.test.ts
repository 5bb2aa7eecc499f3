import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/core/actor'
import { newId } from '@/lib/core/id'
import { authSessions } from '@/lib/db/schema/identity'
import { members, organizations } from '@/lib/db/schema/organizations'
import { auditLog } from '@/lib/db/schema/training'
import { createAccountDatabase, mailsTo, refusal } from '@/tests/helpers/accounts'
import type { TestDatabase } from '@/tests/helpers/database'
import { createStaffedGym } from '@/tests/helpers/gyms'
import { callAs, createPerson } from '@/tests/helpers/people'
import { changeMemberRole, handOverGym, removeMember } from './members'
import { getGym, listMyGyms } from './read-gyms'
import { createGym, deleteGym, renameGym, setActiveGym } from './write-gyms'

let test: TestDatabase
let person: Actor
beforeAll(async () => {
  test = await createAccountDatabase()
})
afterAll(() => test.drop())
beforeEach(async () => {
  person = await createPerson(test.db)
})

const stale = (actor: Actor): Actor => ({
  ...actor,
  authenticatedAt: new Date(Date.now() - 61 * 60_000),
})
const byKey = (actor: Actor): Actor => ({ ...actor, keyScopes: ['read', 'write'] })

describe('a gym', () => {
  it('is opened with its address, and one of the same name gets another', async () => {
    const name = `Café ${newId()}`
    const first = await callAs(person, createGym, { name })
    const second = await callAs(person, createGym, { name })
    expect(first.slug).toMatch(/^cafe-[0-9a-f-]+$/)
    expect(second.slug).not.toBe(first.slug)
    expect(second.slug.startsWith(first.slug)).toBe(true)
    const { gyms } = await callAs(person, listMyGyms, {})
    expect(gyms).toMatchObject([
      { name, role: 'owner', memberCount: 1 },
      { name, role: 'owner', memberCount: 1 },
    ])
  })

  it('of the same name opened twenty times at once is twenty gyms at most ten of one owner', async () => {
    const attempts = Array.from({ length: 20 }, () => callAs(person, createGym, { name: 'Rush' }))
    const settled = await Promise.allSettled(attempts)
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(10)
    expect((await refusal(callAs(person, createGym, { name: 'More' }))).key).toBe('tooManyGyms')
  })

  it('gets another name and another address, which may not be taken', async () => {
    const { gymId, slug } = await callAs(person, createGym, { name: 'First' })
    const other = await callAs(person, createGym, { name: `Other ${newId()}` })
    const rename = (input: object) => callAs(person, renameGym, { gymId, ...input })
    expect(await rename({ name: 'Second' })).toEqual({ gymId, slug })
    const fresh = `new-${newId()}`
    expect(await rename({ slug: fresh.toUpperCase() })).toEqual({ gymId, slug: fresh })
    expect(await callAs(person, getGym, { slug: fresh })).toMatchObject({ name: 'Second' })
    expect((await refusal(rename({ slug: other.slug }))).fields).toHaveProperty('slug')
    for (const wrong of ['two words', '-a', 'a--b', 'ümlaut', '', 'x'.repeat(61)])
      expect((await refusal(rename({ slug: wrong }))).fields, wrong).toHaveProperty('slug')
  })

  it.each(['', '   ', 'x'.repeat(101), 'nul\u0000'])('is not called %j', async (name) => {
    expect((await refusal(callAs(person, createGym, { name }))).fields).toHaveProperty('name')
  })
})

describe('deleting a gym', () => {
  it('asks for its name, a fresh sign-in and no key, and leaves nothing but its trail', async () => {
    const gym = await createStaffedGym(test.db, `Gone ${newId()}`)
    const { gymId, name, owner } = gym
    const attempt = (actor: Actor, confirmation: string) =>
      refusal(callAs(actor, deleteGym, { gymId, confirmation }))
    expect((await attempt(owner, name.toLowerCase())).fields).toHaveProperty('confirmation')
    expect((await attempt(stale(owner), name)).key).toBe('freshSession')
    expect((await attempt(byKey(owner), name)).key).toBe('keyNeedsSession')
    await callAs(owner, deleteGym, { gymId, confirmation: name })
    expect(await test.db.select().from(members).where(eq(members.organizationId, gymId))).toEqual(
      [],
    )
    const [entry] = await test.db
      .select({ details: auditLog.details })
      .from(auditLog)
      .where(sql`${auditLog.organizationId} = ${gymId} and ${auditLog.action} = 'gym_deleted'`)
    expect(entry?.details).toEqual({ members: 4, invitations: 0, routines: 0 })
  })
})

describe('handing a gym over', () => {
  it('tells both and leaves one owner, however many heirs are named at once', async () => {
    const gym = await createStaffedGym(test.db)
    const heirs = [gym.admin, gym.trainer, gym.member]
    const settled = await Promise.allSettled(
      heirs.map(({ userId: memberId }) =>
        callAs(gym.owner, handOverGym, { gymId: gym.gymId, memberId }),
      ),
    )
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const { members: people } = await callAs(gym.owner, getGym, { slug: gym.slug })
    const owners = people.filter(({ role }) => role === 'owner')
    expect(owners).toHaveLength(1)
    expect(people.find(({ userId }) => userId === gym.owner.userId)?.role).toBe('admin')
    expect((await mailsTo(gym.owner.email))[0]?.subject).toBe('You transferred Iron Harbor')
    expect((await mailsTo(owners[0]?.email ?? ''))[0]?.subject).toBe('You now own Iron Harbor')
  })

  it('needs a fresh sign-in, no key, and somebody who is in the gym', async () => {
    const { gymId, owner, member } = await createStaffedGym(test.db)
    const attempt = (actor: Actor, memberId: string) =>
      refusal(callAs(actor, handOverGym, { gymId, memberId }))
    expect((await attempt(stale(owner), member.userId)).key).toBe('freshSession')
    expect((await attempt(byKey(owner), member.userId)).key).toBe('keyNeedsSession')
    expect((await attempt(owner, person.userId)).code).toBe('not_found')
  })
})

describe('a change of role', () => {
  it('is written down once, and the same role again is none', async () => {
    const { gymId, owner, member } = await createStaffedGym(test.db)
    const change = () =>
      callAs(owner, changeMemberRole, {
        ...{ gymId, memberId: member.userId, memberRole: 'trainer' },
      })
    await change()
    await change()
    const trail = await test.db
      .select({ ownerId: auditLog.ownerId, details: auditLog.details })
      .from(auditLog)
      .where(eq(auditLog.subjectId, member.userId))
    expect(trail).toEqual([{ ownerId: member.userId, details: { from: 'member', to: 'trainer' } }])
  })

  it('is told to them by mail, as is their removal', async () => {
    const name = 'Iron: https://evil.example'
    const { gymId, slug, owner, member } = await createStaffedGym(test.db, name)
    const to = { gymId, memberId: member.userId }
    const plain = 'Iron https evil example'
    await callAs(owner, changeMemberRole, { ...to, memberRole: 'trainer' })
    const [changed] = await mailsTo(member.email)
    expect(changed?.subject).toBe(`Your role in ${plain} was changed`)
    expect(changed?.text).toContain(`You're now a trainer of the gym ${plain}.`)
    expect(changed?.text).toContain(`/organizations/${slug}`)
    await callAs(owner, changeMemberRole, { ...to, memberRole: 'trainer' })
    expect(await mailsTo(member.email)).toHaveLength(1)
    await callAs(owner, removeMember, to)
    const [removed] = await mailsTo(member.email)
    expect(removed?.subject).toBe(`You are no longer in ${plain}`)
    expect(removed?.text).not.toContain('evil.example')
    expect(await mailsTo(owner.email)).toEqual([])
  })

  it('makes nobody an owner', async () => {
    const { gymId, owner, member } = await createStaffedGym(test.db)
    const attempt = callAs(owner, changeMemberRole, {
      ...{ gymId, memberId: member.userId, memberRole: 'owner' },
    })
    expect((await refusal(attempt)).fields).toHaveProperty('memberRole')
  })
})

describe('the gym a session looks at', () => {
  const openSession = async (actor: Actor) =>
    test.db.insert(authSessions).values({
      ...{ id: actor.sessionId, userId: actor.userId, token: newId() },
      expiresAt: new Date(Date.now() + 60_000),
    })
  const activeOf = async (actor: Actor) => (await callAs(actor, listMyGyms, {})).activeGymId

  it('is one of one’s own, or none', async () => {
    const { gymId, slug, member } = await createStaffedGym(test.db)
    await openSession(member)
    expect(await callAs(member, setActiveGym, { gymId })).toEqual({ slug })
    expect(await activeOf(member)).toBe(gymId)
    const other = await createStaffedGym(test.db)
    const attempt = callAs(member, setActiveGym, { gymId: other.gymId })
    expect((await refusal(attempt)).code).toBe('not_found')
    expect(await activeOf(member)).toBe(gymId)
    await callAs(member, setActiveGym, {})
    expect(await activeOf(member)).toBeNull()
  })

  it('ends with the membership, and with the gym', async () => {
    const { gymId, name, owner, member } = await createStaffedGym(test.db)
    for (const who of [owner, member]) {
      await openSession(who)
      await callAs(who, setActiveGym, { gymId })
    }
    const other = await createStaffedGym(test.db)
    const elsewhere = { ...member, sessionId: newId() }
    await test.db.insert(members).values({
      ...{ organizationId: other.gymId, userId: member.userId, role: 'member' },
    })
    await openSession(elsewhere)
    await callAs(elsewhere, setActiveGym, { gymId: other.gymId })
    await callAs(owner, removeMember, { gymId, memberId: member.userId })
    expect(await activeOf(member)).toBeNull()
    expect(await activeOf(elsewhere)).toBe(other.gymId)
    await callAs(owner, deleteGym, { gymId, confirmation: name })
    expect(await activeOf(owner)).toBeNull()
    expect(await test.db.select().from(organizations).where(eq(organizations.id, gymId))).toEqual(
      [],
    )
  })
})
