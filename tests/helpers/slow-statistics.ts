import { and, eq, isNull } from 'drizzle-orm'
import type { Actor } from '@/lib/core/actor'
import { getDatabase } from '@/lib/db/client'
import { exercises } from '@/lib/db/schema/library'
import { exerciseLogs, setLogs, workoutSessions } from '@/lib/db/schema/training'

/** Everything of a person's finished workouts, set by set. */
async function readAll(actor: Actor) {
  const sessions = await getDatabase()
    .select()
    .from(workoutSessions)
    .where(and(eq(workoutSessions.userId, actor.userId), eq(workoutSessions.status, 'completed')))
  const sets = await getDatabase()
    .select({ set: setLogs, exercise: exercises })
    .from(setLogs)
    .innerJoin(exercises, eq(exercises.id, setLogs.exerciseId))
    .innerJoin(exerciseLogs, eq(exerciseLogs.id, setLogs.exerciseLogId))
    .where(
      and(
        eq(setLogs.userId, actor.userId),
        eq(setLogs.isCompleted, true),
        isNull(setLogs.deletedAt),
        isNull(exerciseLogs.deletedAt),
      ),
    )
  return { sessions, sets: sets.filter(({ set }) => set.kind !== 'warmup') }
}

const DAY_MS = 86_400_000
const millis = (date: string) => Date.parse(`${date}T00:00:00Z`)
const isoDate = (at: number) => new Date(at).toISOString().slice(0, 10)
const kilograms = (set: { weight: number | null; weightUnit: string }) =>
  (set.weight ?? 0) * (set.weightUnit === 'lb' ? 0.45359237 : 1)

/** A slip is a set without reps. */
const repsOf = (set: { reps: number | null; isSlip: boolean }) => (set.isSlip ? 0 : (set.reps ?? 0))

/** The first day of the week as a count of days, by the calendar alone. */
const weekOf = (date: string, firstDayOfWeek: number) => {
  const day = new Date(millis(date)).getUTCDay()
  return isoDate(millis(date) - ((day + 7 - firstDayOfWeek) % 7) * DAY_MS)
}

/** Every statistic recomputed from the sets, slowly and by other means than the product's. */
export async function slowStatistics(actor: Actor, window: { from: string; to: string }) {
  const { sessions, sets } = await readAll(actor)
  const inWindow = sessions.filter(
    (session) => session.localDate >= window.from && session.localDate <= window.to,
  )
  const workoutsByDay = [0, 0, 0, 0, 0, 0, 0]
  const bars = new Map<string, number>()
  const muscles = new Map<string, number>()
  const count = (map: Map<string, number>, key: string, value: number) =>
    map.set(key, (map.get(key) ?? 0) + value)
  const sums = { volumeKg: 0, setCount: 0, repCount: 0, durationSeconds: 0 }
  for (const session of inWindow) {
    const day = new Date(millis(session.localDate)).getUTCDay()
    workoutsByDay[day] = (workoutsByDay[day] ?? 0) + 1
    count(bars, weekOf(session.localDate, actor.firstDayOfWeek), 1)
    if (!session.completedAt) throw new Error('Finished without a time')
    sums.durationSeconds += Math.round((+session.completedAt - +session.startedAt) / 1000)
    for (const { set, exercise } of sets.filter((each) => each.set.sessionId === session.id)) {
      const body = exercise.tracking === 'bodyweight_reps' ? (session.bodyWeightKg ?? 0) : 0
      const reps = repsOf(set)
      sums.volumeKg += (kilograms(set) + body) * reps
      sums.setCount += 1
      sums.repCount += reps
      for (const muscle of new Set([...exercise.primaryMuscles, ...exercise.secondaryMuscles]))
        count(muscles, muscle, exercise.primaryMuscles.includes(muscle) ? 1 : 0.5)
    }
  }
  return {
    sums: { ...sums, workoutCount: inWindow.length, workoutsByDay },
    bars: Object.fromEntries(bars),
    muscles: Object.fromEntries(muscles),
  }
}

/** Weeks in a row with a workout, counted back from the week of `today`. */
export async function slowWeeksInARow(actor: Actor, today: string): Promise<number> {
  const { sessions } = await readAll(actor)
  const trained = new Set(
    sessions.map((session) => weekOf(session.localDate, actor.firstDayOfWeek)),
  )
  const before = (week: string) => isoDate(millis(week) - 7 * DAY_MS)
  const thisWeek = weekOf(today, actor.firstDayOfWeek)
  let weeks = 0
  for (
    let week = trained.has(thisWeek) ? thisWeek : before(thisWeek);
    trained.has(week);
    week = before(week)
  )
    weeks += 1
  return weeks
}

/** The best estimated 1RM and the volume of an exercise by day (or by month). */
export async function slowCurve(actor: Actor, exerciseId: string, grain: 'day' | 'month') {
  const { sessions, sets } = await readAll(actor)
  const curve = new Map<string, { best: number | null; sum: number }>()
  for (const { set } of sets.filter((each) => each.set.exerciseId === exerciseId)) {
    const localDate = sessions.find((session) => session.id === set.sessionId)?.localDate
    if (!localDate) continue
    const key = grain === 'day' ? localDate : `${localDate.slice(0, 7)}-01`
    const reps = repsOf(set)
    const kg = kilograms(set)
    const estimate =
      reps < 1 || reps > 12 || kg === 0 ? null : reps === 1 ? kg : kg * (1 + reps / 30)
    const at = curve.get(key) ?? { best: null, sum: 0 }
    const best = estimate === null ? at.best : Math.max(estimate, at.best ?? 0)
    curve.set(key, { best, sum: at.sum + kg * reps })
  }
  return [...curve]
    .map(([date, point]) => ({ date, ...point }))
    .sort((a, b) => (a.date < b.date ? -1 : 1))
}
