import { and, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/core/actor'
import { users, verifications } from '@/lib/db/schema/identity'
import { members, organizations } from '@/lib/db/schema/organizations'
import { auditLog } from '@/lib/db/schema/training'
import {
  createAccountDatabase,
  mailedToken,
  mailsTo,
  newEmail,
  refusal,
} from '@/tests/helpers/accounts'
import type { TestDatabase } from '@/tests/helpers/database'
import { createStaffedGym } from '@/tests/helpers/gyms'
import { fillTotals, insertHistory } from '@/tests/helpers/long-history'
import { callAs, createPerson } from '@/tests/helpers/people'
import { createGym, createWholePerson, handOver, NAME } from '@/tests/helpers/whole-person'
import { rowsOf } from '@/tests/isolation/owned'
import { CANARY, createVictim } from '@/tests/isolation/victim'
import { listGymAudit } from '../audit/list-audit'
import { cancelInvitation, inviteMember } from '../gyms/sent-invitations'
import { getAccount } from './account'
import { deleteAccount, requestAccountDeletion } from './delete-account'

let test: TestDatabase
beforeAll(async () => {
  test = await createAccountDatabase()
})
afterAll(() => test.drop())

/** What is left of somebody who is gone, and why. Every other table must have nothing of them. */
const KEPT: Record<string, string> = {
  audit_log: 'who did what, by opaque ids: a trail that could be erased would be none',
  rate_limits: 'counts under a hash of the address, cleared away within a day',
}

async function listTables(): Promise<string[]> {
  const rows = await test.db.execute<{ name: string }>(sql`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`)
  return rows.map(({ name }) => name)
}

/** Every row of every table, as text. */
async function readAll(): Promise<Map<string, string[]>> {
  const all = new Map<string, string[]>()
  for (const table of await listTables()) {
    const rows = await test.db.execute<{ row: string }>(
      sql`select to_jsonb(t)::text as row from ${sql.identifier(table)} t order by 1`,
    )
    all.set(
      table,
      rows.map(({ row }) => row),
    )
  }
  return all
}

const remove = async (actor: Actor): Promise<{ leaver: string | null }> => {
  await callAs(actor, requestAccountDeletion, {})
  return callAs(actor, deleteAccount, { token: await mailedToken(actor.email) })
}

describe('deleting an account', () => {
  it('leaves nothing of the person in any table, and everything of everybody else', async () => {
    const stranger = await createVictim(test.db)
    const strangersRows = await rowsOf(test.db, stranger)
    const before = await readAll()
    const person = await createWholePerson(test.db)
    const { actor } = person
    const others = await test.db.select({ id: users.id }).from(users)
    const during = await readAll()
    await remove(actor)
    const after = await readAll()

    for (const table of await listTables()) {
      const count = (when: Map<string, string[]>) => when.get(table)?.length ?? 0
      expect(count(during), `${table} has nothing of the person to lose`).toBeGreaterThan(
        count(before),
      )
      const own = (after.get(table) ?? []).filter((row) => row.includes(actor.userId))
      if (table in KEPT) continue
      expect(own, `${table} still knows them`).toEqual([])
    }
    const left = [...after.values()].flat().join('\n')
    for (const words of [actor.email, NAME]) expect(left).not.toContain(words)
    const canaries = (rows: Map<string, string[]>) =>
      [...rows.values()].flat().filter((row) => row.includes(CANARY))
    const known = new Set(canaries(before))
    const added = canaries(after).filter((row) => !known.has(row))
    // Gyms of others, who named them.
    const ofOthers = new RegExp(`${person.invitedToId}|${person.joinedGymId}`)
    for (const row of added) expect(row).toMatch(ofOthers)
    expect(await rowsOf(test.db, stranger)).toBe(strangersRows)
    // The person themselves, and the gym that was theirs alone.
    const now = await test.db.select({ id: users.id }).from(users)
    expect(others.length - now.length).toBe(1)
    for (const table of Object.keys(KEPT)) expect(after.has(table)).toBe(true)
  })

  it('says farewell, and tells by which browser it was', async () => {
    const actor = await createPerson(test.db)
    expect(await remove(actor)).toEqual({ leaver: actor.userId })
    expect((await mailsTo(actor.email))[0]?.subject).toBe('Your account was deleted')
    const trail = await test.db.select().from(auditLog).where(eq(auditLog.actorId, actor.userId))
    expect(trail.map(({ action }) => action)).toEqual([
      ...['account_deletion_requested', 'account_deleted'],
    ])
    const [other, third] = [await createPerson(test.db), await createPerson(test.db)]
    await callAs(other, requestAccountDeletion, {})
    const token = await mailedToken(other.email)
    expect(await callAs(third, deleteAccount, { token })).toEqual({ leaver: null })
    await callAs(third, getAccount, {})
  })

  it('is told to the gyms they leave, and takes what they had sent along', async () => {
    const { gymId, owner, admin } = await createStaffedGym(test.db)
    const invitation = { email: newEmail(), memberRole: 'trainer' }
    const { id } = await callAs(admin, inviteMember, { gymId, ...invitation })
    const answered = await callAs(admin, inviteMember, { gymId, ...invitation, email: newEmail() })
    await callAs(owner, cancelInvitation, { gymId, invitationId: answered.id })
    await remove(admin)
    const trail = await test.db
      .select({ action: auditLog.action, subjectId: auditLog.subjectId, details: auditLog.details })
      .from(auditLog)
      .where(and(eq(auditLog.organizationId, gymId), eq(auditLog.actorId, admin.userId)))
      .orderBy(auditLog.createdAt, auditLog.id)
    expect(trail.slice(2)).toEqual([
      { action: 'member_left', subjectId: admin.userId, details: { role: 'admin' } },
      { action: 'invitation_canceled', subjectId: id, details: { with: 'account' } },
    ])
    const { entries } = await callAs(owner, listGymAudit, { gym: { gymId } })
    expect(entries[0]).toMatchObject({ action: 'invitation_canceled', actorName: null })
  })

  it('needs a fresh sign-in and the newest link, once and within an hour', async () => {
    const actor = await createPerson(test.db)
    const stale = { ...actor, authenticatedAt: new Date(Date.now() - 61 * 60_000) }
    const late = callAs(stale, requestAccountDeletion, {})
    expect((await refusal(late)).key).toBe('freshSession')
    const use = (token: string) => refusal(callAs(null, deleteAccount, { token }))
    await callAs(actor, requestAccountDeletion, {})
    const older = await mailedToken(actor.email)
    await callAs(actor, requestAccountDeletion, {})
    const newer = await mailedToken(actor.email)
    for (const token of [older, `${newer}x`, actor.userId, 'nothing'])
      expect((await use(token)).key).toBe('linkInvalid')
    const age = sql`${verifications.expiresAt} - interval '61 minutes'`
    await test.db.update(verifications).set({ expiresAt: age })
    expect((await use(newer)).key).toBe('linkInvalid')
    await remove(actor)
    expect((await use(newer)).key).toBe('linkInvalid')
  })

  it('waits until a gym that others belong to is handed over', async () => {
    const [owner, trainer] = [await createPerson(test.db), await createPerson(test.db)]
    const gym = await createGym(test.db, owner.userId)
    const empty = await createGym(test.db, owner.userId)
    await callAs(owner, requestAccountDeletion, {})
    const token = await mailedToken(owner.email)
    await test.db.insert(members).values({ organizationId: gym, userId: trainer.userId })
    const refused = { code: 'conflict', key: 'gymInTheWay' }
    expect(await refusal(callAs(owner, requestAccountDeletion, {}))).toMatchObject(refused)
    expect(await refusal(callAs(owner, deleteAccount, { token }))).toMatchObject(refused)
    expect((await callAs(owner, getAccount, {})).gymsInTheWay).toEqual([`Gym ${gym}`])
    await handOver(test.db, gym, owner.userId, trainer.userId)
    await callAs(owner, deleteAccount, { token })
    const gyms = await test.db.select({ id: organizations.id }).from(organizations)
    expect(gyms.map(({ id }) => id)).toContain(gym)
    expect(gyms.map(({ id }) => id)).not.toContain(empty)
    const [deleted] = await test.db
      .select()
      .from(auditLog)
      .where(and(eq(auditLog.action, 'gym_deleted'), eq(auditLog.subjectId, empty)))
    expect(deleted).toMatchObject({ organizationId: empty, actorId: owner.userId })
  })

  it('takes ten years of workouts within one request', async () => {
    const actor = await createPerson(test.db)
    await insertHistory(test.owner, { userId: actor.userId, sessions: 1800 })
    await fillTotals(test.owner)
    await remove(actor)
    const left = await test.db.execute(
      sql`select 1 from set_logs where user_id = ${actor.userId} limit 1`,
    )
    expect(left).toHaveLength(0)
  })
})
