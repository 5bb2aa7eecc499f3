import { hashPassword } from 'better-auth/crypto'
import { eq, inArray } from 'drizzle-orm'
import { newId } from '@/lib/core/id'
import type { Database, Transaction } from '@/lib/db/client'
import { bodyMeasurements } from '@/lib/db/schema/body'
import { accounts, profiles, users } from '@/lib/db/schema/identity'
import { exercises, weeklySchedule } from '@/lib/db/schema/library'
import { exerciseLogs, setLogs, workoutSessions } from '@/lib/db/schema/training'
import { addDays, dayOfWeek } from '@/lib/domain/local-date'
import { roundTo } from '@/lib/domain/units'
import { ownData } from '@/lib/policies/own-data'
import { RecordRepository } from '@/lib/repositories/record-repository'
import { RoutineRepository } from '@/lib/repositories/routine-repository'
import { routineDocumentSchema } from '@/lib/schemas/plan'
import { writeTotals } from '@/lib/use-cases/workouts/totals'
import { DEMO_BODY_WEIGHT_KG, demoMeasurements } from './demo-body'
import { openDemoGym } from './demo-gym'
import { DEMO_ROUTINES, DEMO_RUN, type DemoLine } from './demo-plan'

const PASSWORD = 'Password123!'
const WEEKS = 26
const ABOUT_ALEX = {
  ...{ birthYear: 1992, experience: 'intermediate' as const },
  goals: ['strength' as const, 'health' as const],
}

/**
 * The demo accounts, coach@example.com and athlete@example.com, verified, the athlete with half a
 * year of training up to the day before `now`, and a gym with both of them. Idempotent: accounts that exist stay as they are.
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
    await trainHalfAYear(tx, athleteId, now)
    await measureHalfAYear(tx, athleteId, now)
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

async function measureHalfAYear(tx: Transaction, userId: string, now: Date): Promise<void> {
  const yesterday = addDays(now.toISOString().slice(0, 10), -1)
  const measured = demoMeasurements(yesterday, dice(11))
  await tx.insert(bodyMeasurements).values(measured.map((each) => ({ userId, ...each })))
  await tx
    .update(profiles)
    .set({ bodyWeightKg: DEMO_BODY_WEIGHT_KG, heightCm: 180, sex: 'male', ...ABOUT_ALEX })
    .where(eq(profiles.userId, userId))
}

type Session = typeof workoutSessions.$inferInsert & { id: string }
type SetRow = typeof setLogs.$inferInsert

async function trainHalfAYear(tx: Transaction, athleteId: string, now: Date): Promise<void> {
  const scope = ownData({ userId: athleteId })
  const slugs = [
    DEMO_RUN.exercise,
    ...DEMO_ROUTINES.flatMap((routine) => routine.lines.map((line) => line.exercise)),
  ]
  const known = await tx
    .select({ id: exercises.id, slug: exercises.slug, tracking: exercises.tracking })
    .from(exercises)
    .where(inArray(exercises.slug, slugs))
  const exerciseOf = (slug: string) => {
    const found = known.find((exercise) => exercise.slug === slug)
    if (!found) throw new Error(`The demo names an unknown exercise: ${slug}`)
    return found
  }

  const routineIds = new Map<string, string>()
  for (const routine of DEMO_ROUTINES) {
    const { lines, dayOfWeek: day, ...head } = routine
    const document = routineDocumentSchema.parse({
      ...head,
      goal: 'strength',
      level: 'intermediate',
      blocks: [{ exercises: lines.map((line) => plannedLine(line, exerciseOf(line.exercise).id)) }],
    })
    const routineId = await new RoutineRepository(tx, scope).create(document)
    routineIds.set(routine.name, routineId)
    await tx
      .insert(weeklySchedule)
      .values({ userId: athleteId, routineId, dayOfWeek: day, time: '18:00' })
  }

  const chance = dice(7)
  const sessions: Session[] = []
  const logs: (typeof exerciseLogs.$inferInsert)[] = []
  const sets: SetRow[] = []
  const today = now.toISOString().slice(0, 10)
  for (let back = WEEKS * 7; back >= 1; back--) {
    const date = addDays(today, -back)
    const progress = 1 - back / (WEEKS * 7)
    const routine = DEMO_ROUTINES.find((each) => each.dayOfWeek === dayOfWeek(date))
    const isRun = DEMO_RUN.dayOfWeek === dayOfWeek(date)
    // Life comes in between now and then.
    if ((!routine && !isRun) || chance() < 0.09) continue
    const startedAt = new Date(`${date}T17:${String(Math.floor(chance() * 50) + 10)}:00Z`)
    const id = newId()
    const own: SetRow[] = []
    const add = (slug: string, position: number, values: Partial<SetRow>[]) => {
      const exerciseLogId = newId()
      const exerciseId = exerciseOf(slug).id
      logs.push({
        id: exerciseLogId,
        sessionId: id,
        userId: athleteId,
        exerciseId,
        position,
        block: position,
      })
      for (const [index, value] of values.entries()) {
        const performedAt = new Date(startedAt.getTime() + (own.length + 1) * 150_000)
        own.push({
          ...{ exerciseLogId, sessionId: id, userId: athleteId, exerciseId, performedAt },
          ...{ setNumber: index + 1, weightUnit: 'kg' as const, isCompleted: true },
          ...value,
        })
      }
    }
    const lines = routine?.lines ?? []
    for (const [position, line] of lines.entries()) {
      const ahead = position / lines.length
      add(line.exercise, position, demoSets(line, { progress, ahead, chance }))
    }
    if (isRun) add(DEMO_RUN.exercise, 0, [demoRun(progress, chance)])
    sets.push(...own)

    const minutes = routine ? routine.estimatedMinutes - 6 + Math.floor(chance() * 14) : 50
    sessions.push({
      ...{ id, userId: athleteId, startedAt, localDate: date, bodyWeightKg: DEMO_BODY_WEIGHT_KG },
      routineId: routine ? (routineIds.get(routine.name) ?? null) : null,
      name: routine?.name ?? DEMO_RUN.name,
      status: 'completed',
      completedAt: new Date(startedAt.getTime() + minutes * 60_000),
      durationSeconds: minutes * 60,
      feeling: chance() < 0.7 ? 'good' : 'tired',
      sessionRpe: 7,
    })
  }
  await tx.insert(workoutSessions).values(sessions)
  await tx.insert(exerciseLogs).values(logs)
  for (let from = 0; from < sets.length; from += 500)
    await tx.insert(setLogs).values(sets.slice(from, from + 500))

  const records = new RecordRepository(tx, scope)
  for (const { id, tracking } of known)
    await records.recompute({ id, tracking, since: new Date(0) })
  for (const session of sessions) await writeTotals(tx, scope, session.id)
}

const plannedLine = ({ sets, reps, to, restSeconds }: DemoLine, exerciseId: string) => ({
  ...{ exerciseId, sets, repsMin: reps, repsMax: reps, restSeconds },
  ...{ weight: roundTo(to, 2.5), weightUnit: 'kg' },
})

/** The same numbers at every start: a small linear congruential generator, 0 to 1. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

/**
 * A weight goes up every month or two, and the lines of a day are `ahead` of one another (0 to 1 steps),
 * so that records come one by one. Some days are lighter, and a last set may go worse or better.
 */
function demoSets(
  line: DemoLine,
  { progress, ahead, chance }: { progress: number; ahead: number; chance: () => number },
): Partial<SetRow>[] {
  const step = line.to < 20 ? 1 : line.to < 100 ? 2.5 : 5
  const raised = Math.floor(((line.to - line.from) / step) * progress + ahead)
  const weight = line.from + step * (raised - (chance() < 0.2 ? 1 : 0))
  const lastReps = line.reps + (chance() < 0.4 ? -1 : chance() < 0.03 ? 1 : 0)
  return Array.from({ length: line.sets }, (_, index) => ({
    weight,
    reps: index === line.sets - 1 ? lastReps : line.reps,
    rpe: Math.min(9.5, 7 + Math.floor(index / 2) * 0.5 + Math.round(chance())),
  }))
}

function demoRun(progress: number, chance: () => number): Partial<SetRow> {
  const distanceMeters = roundTo(
    DEMO_RUN.fromMeters + (DEMO_RUN.toMeters - DEMO_RUN.fromMeters) * progress,
    1000,
  )
  const secondsPerKm = 375 - 45 * progress + chance() * 12
  return { distanceMeters, durationSeconds: Math.round((distanceMeters / 1000) * secondsPerKm) }
}
