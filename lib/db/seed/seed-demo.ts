import { hashPassword } from 'better-auth/crypto'
import { eq } from 'drizzle-orm'
import type { Database, Transaction } from '@/lib/db/client'
import { bodyMeasurements } from '@/lib/db/schema/body'
import { accounts, profiles, users } from '@/lib/db/schema/identity'
import { addDays, localDate } from '@/lib/domain/local-date'
import { DEMO_BODY_WEIGHT_KG, demoMeasurements } from './demo-body'
import { openDemoGym } from './demo-gym'
import { dice, trainHalfAYear } from './demo-training'

const PASSWORD = 'Password123!'
const ABOUT_ALEX = {
  ...{ birthYear: 1992, experience: 'intermediate' as const },
  goals: ['strength' as const, 'health' as const],
}

/**
 * The demo accounts, coach@example.com and athlete@example.com, verified, the athlete with half a
 * year of training up to the day before `now` and a workout planned for that day, and a gym with both of them.
 * Idempotent: accounts that exist stay as they are.
 */
export async function seedDemo(db: Database, { now }: { now: Date }): Promise<void> {
  const password = await hashPassword(PASSWORD)
  await db.transaction(async (tx) => {
    const coachId = await createAccount(tx, {
      name: 'Dana Coach',
      email: 'coach@example.com',
      role: 'coach',
      password,
    })
    const athleteId = await createAccount(tx, {
      name: 'Alex Athlete',
      email: 'athlete@example.com',
      role: 'athlete',
      password,
    })
    if (!athleteId) return
    const today = localDate({ instant: now, timeZone: 'UTC', dayCutoffHour: 4 })
    await trainHalfAYear(tx, athleteId, today)
    await measureHalfAYear(tx, athleteId, today)
    if (coachId) await openDemoGym(tx, { coachId, athleteId })
  })
}

type Account = { name: string; email: string; role: 'athlete' | 'coach'; password: string }

/** @returns the new account's id, null when the address is taken */
async function createAccount(tx: Transaction, account: Account): Promise<string | null> {
  const { name, email, role, password } = account
  const [user] = await tx
    .insert(users)
    .values({ name, email, emailVerified: true })
    .onConflictDoNothing()
    .returning({ id: users.id })
  if (!user) return null
  await tx
    .insert(accounts)
    .values({ userId: user.id, accountId: user.id, providerId: 'credential', password })
  await tx.update(profiles).set({ role }).where(eq(profiles.userId, user.id))
  return user.id
}

async function measureHalfAYear(tx: Transaction, userId: string, today: string): Promise<void> {
  const yesterday = addDays(today, -1)
  const measured = demoMeasurements(yesterday, dice(11))
  await tx.insert(bodyMeasurements).values(measured.map((each) => ({ userId, ...each })))
  await tx
    .update(profiles)
    .set({ bodyWeightKg: DEMO_BODY_WEIGHT_KG, heightCm: 180, sex: 'male', ...ABOUT_ALEX })
    .where(eq(profiles.userId, userId))
}
