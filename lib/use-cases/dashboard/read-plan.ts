import * as z from 'zod'
import type { Transaction } from '@/lib/db/client'
import { addDays, dayOfWeek } from '@/lib/domain/local-date'
import { nextInWeek } from '@/lib/domain/week-sequence'
import type { AthleteScope } from '@/lib/policies/scope'
import { HistoryRepository } from '@/lib/repositories/history-repository'
import { ScheduleRepository } from '@/lib/repositories/schedule-repository'
import { sessionFilterSchema } from '@/lib/schemas/history'
import { idSchema, localDateSchema } from '@/lib/schemas/text'

export const plannedSchema = z.object({
  date: localDateSchema,
  time: z.string().nullable(),
  routineId: idSchema,
  name: z.string(),
  estimatedMinutes: z.int().nullable(),
  /** A workout of this routine was finished on that day. */
  isDone: z.boolean(),
})
type Planned = z.output<typeof plannedSchema>

interface Plan {
  planned: Planned[]
  next: Planned | null
  workoutsAWeek: number
}

/** So many workouts back tell where the order of a week goes on. */
const WORKOUTS_READ = 100

/**
 * Today's plan and what comes after it. By calendar it is what the week says of the day; in order it
 * is the routine after the one finished last, on a day of the week's or once one was missed, and a
 * workout that was finished today stands there as done. Three statements.
 */
export async function readPlan(
  { tx, scope }: { tx: Transaction; scope: AthleteScope },
  { today, firstDayOfWeek }: { today: string; firstDayOfWeek: number },
): Promise<Plan> {
  const schedule = new ScheduleRepository(tx, scope)
  const entries = (await schedule.list()).filter(({ isActive }) => isActive)
  const isInOrder = (await schedule.getMode()) === 'sequential'
  const finished = await new HistoryRepository(tx, scope).list(
    sessionFilterSchema.parse({ limit: WORKOUTS_READ, ...(isInOrder ? {} : { from: today }) }),
  )
  const isDone = (routineId: string, date: string) =>
    finished.some((session) => session.routineId === routineId && session.localDate === date)
  const plannedOn = (date: string): Planned[] =>
    entries
      .filter((entry) => entry.dayOfWeek === dayOfWeek(date))
      .map((entry) => ({ ...entry, date, isDone: isDone(entry.routineId, date) }))
  const coming = [1, 2, 3, 4, 5, 6, 7].flatMap((days) => plannedOn(addDays(today, days)))
  const [nextDay] = coming
  const workoutsAWeek = entries.length
  if (!isInOrder || !nextDay) {
    return { planned: plannedOn(today), next: nextDay ?? null, workoutsAWeek }
  }

  const week = takingTurns(
    entries.toSorted(
      (a, b) => ((a.dayOfWeek - firstDayOfWeek + 7) % 7) - ((b.dayOfWeek - firstDayOfWeek + 7) % 7),
    ),
  )
  const done = finished.flatMap(({ routineId }) => routineId ?? [])
  const order = week.map((entry) => entry.routineId)
  const upNext = nextInWeek(order, done)
  const isInWeek = (session: { routineId: string | null }) =>
    session.routineId !== null && order.includes(session.routineId)
  const last = finished.find(isInWeek)?.localDate
  const isTrained = last === today
  const place = isTrained ? upNext - 1 : upNext
  const at = (index: number, date: string, hasDone: boolean): Planned[] => {
    const entry = week.at(index % week.length)
    return entry ? [{ ...entry, date, time: null, isDone: hasDone }] : []
  }
  if (!isTrained && last && !hasTrainingDay(entries, { after: last, today })) {
    const [next = null] = at(upNext, nextDay.date, false)
    return { planned: [], next, workoutsAWeek }
  }
  const [next = null] = at(place + 1, nextDay.date, false)
  return { planned: at(place, today, isTrained), next, workoutsAWeek }
}

/** Whether a day of the week's came since a date, today included; before that a person rests. */
function hasTrainingDay(
  entries: readonly { dayOfWeek: number }[],
  { after, today }: { after: string; today: string },
): boolean {
  const days = [0, 1, 2, 3, 4, 5, 6].map((back) => addDays(today, -back))
  return days.some(
    (date) => date > after && entries.some((entry) => entry.dayOfWeek === dayOfWeek(date)),
  )
}

/** A week in order that ends as it begins, such as A, B, A, goes on with B: its turn is A, B. */
function takingTurns<T extends { routineId: string }>(week: readonly T[]): readonly T[] {
  const isRepeated = week.length > 1 && week.at(-1)?.routineId === week[0]?.routineId
  return isRepeated ? takingTurns(week.slice(0, -1)) : week
}
