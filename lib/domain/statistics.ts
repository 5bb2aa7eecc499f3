import { Temporal } from 'temporal-polyfill'
import type { MuscleGroup } from '@/lib/schemas/exercise'
import { addDays, weekStart } from './local-date'

/** How far back statistics look, in days up to and with today. */
export const PERIODS = ['30', '90', '365', 'all'] as const
export type Period = (typeof PERIODS)[number]

/** The days of a period that ends today, and the as many days before them. */
export function periodWindows(period: Exclude<Period, 'all'>, today: string) {
  const days = Number(period)
  const from = addDays(today, 1 - days)
  return {
    current: { from, to: today },
    previous: { from: addDays(from, -days), to: addDays(from, -1) },
  }
}

/** Days from one date to another, both counted. */
export const daysIn = ({ from, to }: { from: string; to: string }): number =>
  Temporal.PlainDate.from(from).until(to).days + 1

/** The first days of every week that has a day in the window. */
export function weeksIn(window: { from: string; to: string }, firstDayOfWeek: number): string[] {
  const weeks: string[] = []
  for (
    let week = weekStart(window.from, firstDayOfWeek);
    week <= window.to;
    week = addDays(week, 7)
  )
    weeks.push(week)
  return weeks
}

/** The first days of every calendar month from that of `from` to that of `to`. */
export function monthsIn({ from, to }: { from: string; to: string }): string[] {
  const months: string[] = []
  for (
    let month = Temporal.PlainDate.from(from).with({ day: 1 });
    month.toString() <= to;
    month = month.add({ months: 1 })
  )
    months.push(month.toString())
  return months
}

/** What a set of an exercise counts for a muscle group: whole where it is trained first. */
const SECONDARY_SHARE = 0.5

interface TrainedSets {
  setCount: number
  primaryMuscles: readonly MuscleGroup[]
  secondaryMuscles: readonly MuscleGroup[]
}

/** Sets by muscle group: one for each muscle an exercise trains first, half for those that help. */
export function muscleSets(rows: readonly TrainedSets[]): Map<MuscleGroup, number> {
  const sets = new Map<MuscleGroup, number>()
  const add = (muscle: MuscleGroup, count: number) =>
    sets.set(muscle, (sets.get(muscle) ?? 0) + count)
  for (const { setCount, primaryMuscles, secondaryMuscles } of rows) {
    if (setCount === 0) continue
    for (const muscle of primaryMuscles) add(muscle, setCount)
    for (const muscle of secondaryMuscles) {
      if (!primaryMuscles.includes(muscle)) add(muscle, setCount * SECONDARY_SHARE)
    }
  }
  return sets
}
