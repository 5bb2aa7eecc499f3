import { count, desc, eq, isNotNull, max } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bodyMeasurements } from '@/lib/db/schema/body'
import { profiles, users } from '@/lib/db/schema/identity'
import { routines, weeklySchedule } from '@/lib/db/schema/library'
import { members, organizations } from '@/lib/db/schema/organizations'
import { setLogs, workoutSessions } from '@/lib/db/schema/training'
import { createTestDatabase, type TestDatabase } from '@/tests/helpers/database'
import { seedDemo } from './seed-demo'

let test: TestDatabase
beforeAll(async () => {
  test = await createTestDatabase()
})
afterAll(() => test.drop())

it('gives the athlete half a year of training with records and a workout to begin, once', async () => {
  // Before 4:00 it is still the day before, a Friday.
  const now = new Date('2026-11-21T02:00:00Z')
  await seedDemo(test.db, { now })
  await seedDemo(test.db, { now })
  const people = await test.db.select().from(users)
  expect(people.map((person) => person.email).sort()).toEqual([
    'athlete@example.com',
    'coach@example.com',
  ])
  const [sessions] = await test.db
    .select({ count: count() })
    .from(workoutSessions)
    .where(eq(workoutSessions.status, 'completed'))
  expect(sessions?.count).toBeGreaterThan(80)
  expect(sessions?.count).toBeLessThan(105)
  const [latest] = await test.db
    .select({ day: max(workoutSessions.localDate) })
    .from(workoutSessions)
  expect(latest?.day).toBe('2026-11-18')
  const planned = await test.db
    .select({ name: routines.name })
    .from(weeklySchedule)
    .innerJoin(routines, eq(routines.id, weeklySchedule.routineId))
    .where(eq(weeklySchedule.dayOfWeek, 5))
  expect(planned).toEqual([{ name: 'Push day' }])
  const [sets] = await test.db.select({ count: count() }).from(setLogs)
  expect(sets?.count).toBeGreaterThan(1000)
  const [weight] = await test.db
    .select({ value: bodyMeasurements.value, kept: profiles.bodyWeightKg })
    .from(bodyMeasurements)
    .innerJoin(profiles, eq(profiles.userId, bodyMeasurements.userId))
    .where(eq(bodyMeasurements.kind, 'body_weight'))
    .orderBy(desc(bodyMeasurements.measuredOn))
  expect(weight?.value).toBe(weight?.kept)
  const counts = await test.db.select({ count: workoutSessions.recordCount }).from(workoutSessions)
  const shown = counts.reduce((sum, each) => sum + each.count, 0)
  // A handful a month.
  expect(shown).toBeGreaterThan(6 * 4)
  expect(shown).toBeLessThan(6 * 9)
})

it('opens a gym with both of them and a routine that is shared', async () => {
  const gyms = await test.db
    .select({ slug: organizations.slug, role: members.role, email: users.email })
    .from(organizations)
    .innerJoin(members, eq(members.organizationId, organizations.id))
    .innerJoin(users, eq(users.id, members.userId))
    .orderBy(users.email)
  expect(gyms).toEqual([
    { slug: 'iron-harbor', role: 'member', email: 'athlete@example.com' },
    { slug: 'iron-harbor', role: 'owner', email: 'coach@example.com' },
  ])
  const [shared] = await test.db.select().from(routines).where(isNotNull(routines.organizationId))
  expect(shared?.name).toBe('First weeks')
})
