import type { Point } from '@/app/_components/charts/line-chart'
import { addDays } from '@/lib/domain/local-date'
import type { WeightUnit } from '@/lib/domain/units'
import type { MuscleGroup } from '@/lib/schemas/exercise'

/** Half a year of bench presses, a best estimated 1RM a week; a week without one is 0. */
const BENCH_KG = [
  ...[41, 42, 42, 43, 44, 0, 43.5, 44.5, 45.5, 45, 46.5, 46, 47],
  ...[48, 46.5, 0, 47.5, 49, 49.5, 49, 50.5, 51, 50.5, 52, 52.5, 53.5],
]
const BENCH_LB = [
  ...[92, 94, 93, 96, 98, 0, 97, 100, 101, 101, 104, 103, 105],
  ...[107, 104, 0, 106, 109, 111, 110, 113, 114, 113, 116, 118, 120],
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
