import { and, eq, sql } from 'drizzle-orm'
import { MailedLinks } from '@/lib/auth/mailed-links'
import { newId } from '@/lib/core/id'
import type { Database } from '@/lib/db/client'
import {
  accounts,
  idempotencyKeys,
  knownDevices,
  profiles,
  users,
  verifications,
} from '@/lib/db/schema/identity'
import {
  planSnapshots,
  routineBlocks,
  routineExercises,
  routineSets,
  weeklySchedule,
} from '@/lib/db/schema/library'
import { members, organizations } from '@/lib/db/schema/organizations'
import { operations } from '@/lib/db/schema/training'
import { countAttempt } from '@/lib/services/rate-limiter'
import { getGym } from '@/lib/use-cases/gyms/read-gyms'
import { joinGym } from '@/tests/helpers/gyms'
import { callAs } from '@/tests/helpers/people'
import { CANARY, createVictim, type Victim } from '@/tests/isolation/victim'

export const NAME = `Erin ${CANARY}`
/** What would open something, were it ever shown. */
export const SECRET = 'opens-everything-9c1e'

/** Somebody with a row in every table that can have one of a person. */
export async function createWholePerson(db: Database): Promise<Victim> {
  const victim = await createVictim(db)
  const { userId, email } = victim.actor
  const gear = { kg: { bar: 20, plates: [] }, lb: { bar: 45, plates: [] } }
  await db.update(users).set({ name: NAME }).where(eq(users.id, userId))
  await db.update(profiles).set({ gear }).where(eq(profiles.userId, userId))
  const soon = new Date(Date.now() + 3_600_000)
  await db.insert(accounts).values([
    { userId, accountId: userId, providerId: 'credential', password: SECRET },
    { userId, accountId: `google-${userId}`, providerId: 'google', refreshToken: SECRET },
  ])
  await db.insert(knownDevices).values({ userId, deviceHash: SECRET })
  await db.insert(verifications).values([
    { identifier: newId(), value: userId, expiresAt: soon },
    { identifier: newId(), value: JSON.stringify({ link: { email, userId } }), expiresAt: soon },
  ])
  await db.transaction((tx) => new MailedLinks(tx, 'emailChange').make(userId, `new-${email}`))
  await db.insert(idempotencyKeys).values({ userId, key: newId(), requestHash: SECRET })
  await keepAnswerOfAdmin(db, victim)
  const result = { name: CANARY }
  await db.insert(operations).values({ id: newId(), userId, result })
  await countAttempt({
    ...{ name: 'test', who: email, limit: { per: 'account', max: 9, windowSeconds: 60 } },
  })
  await addPlans(db, victim)
  // Their gym is theirs alone, so that it goes along with them.
  await db.delete(members).where(eq(members.userId, victim.memberId))
  return victim
}

/** What an admin of their gym was answered, with everybody's names and addresses, and is kept for a day. */
async function keepAnswerOfAdmin(db: Database, { joinedGymId }: Victim): Promise<void> {
  const admin = await joinGym(db, joinedGymId, 'admin')
  const [gym] = await db
    .select({ slug: organizations.slug })
    .from(organizations)
    .where(eq(organizations.id, joinedGymId))
  const response = { data: await callAs(admin, getGym, { slug: gym?.slug }) }
  await db
    .insert(idempotencyKeys)
    .values({ userId: admin.userId, key: newId(), requestHash: SECRET, response })
}

async function addPlans(db: Database, { actor, routineId, exerciseId }: Victim): Promise<void> {
  const { userId } = actor
  const [block, line] = [newId(), newId()]
  await db.insert(routineBlocks).values({ id: block, routineId, position: 0 })
  await db
    .insert(routineExercises)
    .values({ id: line, blockId: block, exerciseId, position: 0, notes: CANARY })
  await db
    .insert(routineSets)
    .values({ routineExerciseId: line, position: 0, repsMin: 5, repsMax: 5 })
  await db.insert(weeklySchedule).values({ userId, routineId, dayOfWeek: 1 })
  const content = sql`${JSON.stringify({ name: CANARY })}::jsonb`
  await db.insert(planSnapshots).values({ userId, hash: newId(), content })
}

/** A gym with its owner. */
export async function createGym(db: Database, ownerId: string): Promise<string> {
  const id = newId()
  await db.insert(organizations).values({ id, name: `Gym ${id}`, slug: `gym-${id}` })
  await db.insert(members).values({ organizationId: id, userId: ownerId, role: 'owner' })
  return id
}

/** Hands a gym on, as its owner would. */
export async function handOver(db: Database, gymId: string, from: string, to: string) {
  const member = (userId: string) =>
    and(eq(members.organizationId, gymId), eq(members.userId, userId))
  await db.update(members).set({ role: 'member' }).where(member(from))
  await db.update(members).set({ role: 'owner' }).where(member(to))
}
