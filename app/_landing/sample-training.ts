import type { Point } from '@/app/_components/charts/line-chart'
import { addDays } from '@/lib/domain/local-date'
import type { WeightUnit } from '@/lib/domain/units'
import type { MuscleGroup } from '@/lib/schemas/exercise'

/** Half a year of bench presses, a best estimated 1RM a week; a week without one is 0. */
const BENCH_KG = [
  ...[82, 84, 83.5, 86, 87.5, 0, 86.5, 89, 90.5, 90, 92.5, 91.5, 94],
  ...[95.5, 93, 0, 95, 97.5, 99, 98, 100.5, 102, 101, 103.5, 105, 106.5],
]
const BENCH_LB = [
  ...[180, 185, 184, 189, 193, 0, 190, 196, 199, 198, 204, 202, 207],
  ...[210, 205, 0, 209, 215, 218, 216, 222, 225, 223, 228, 231, 235],
]
/** Sets of a training day by day of the week, 0 = Monday: three days, and some weeks a fourth. */
const WEEK = [18, 0, 21, 0, 16, 0, 0]

export const SAMPLE_MUSCLES: ReadonlyMap<MuscleGroup, number> = new Map([
  ...([
    ['chest', 12],
    ['lats', 11],
    ['quadriceps', 10],
    ['upper_back', 9],
  ] as const),
  ...([
    ['shoulders', 9],
    ['hamstrings', 8],
    ['triceps', 8],
    ['glutes', 7],
  ] as const),
  ...([
    ['biceps', 6],
    ['abdominals', 4],
    ['calves', 3],
  ] as const),
])

/** The strength curve of the first page, with a star where a record falls. */
export function sampleCurve(today: string, unit: WeightUnit, record: string): Point[] {
  const values = unit === 'kg' ? BENCH_KG : BENCH_LB
  return values.flatMap((value, week) => {
    if (value === 0) return []
    const isRecord =
      week > 0 && week % 4 === 0 && values.slice(0, week).every((each) => each < value)
    const date = addDays(today, (week - values.length + 1) * 7)
    return [{ date, value, ...(isRecord && { mark: record }) }]
  })
}

/** A year of training days that ends today, with a holiday and a few days missed. */
export function sampleYear(today: string): {
  from: string
  days: { date: string; value: number }[]
} {
  const from = addDays(today, -364)
  const days = Array.from({ length: 365 }, (_, day) => {
    const isAway = day % 97 < 9 || (day * 7) % 31 < 3
    const more = (day * 13) % 9
    return {
      date: addDays(from, day),
      value: isAway ? 0 : (WEEK[day % 7] ?? 0) && (WEEK[day % 7] ?? 0) - more,
    }
  })
  return { from, days }
}
