import { defineUseCase } from '@/lib/core/define-use-case'
import { localDate } from '@/lib/domain/local-date'
import {
  daysIn,
  monthsIn,
  muscleSets,
  type Period,
  periodWindows,
  weeksIn,
} from '@/lib/domain/statistics'
import { roundTo } from '@/lib/domain/units'
import { ownData } from '@/lib/policies/own-data'
import { AnalyticsRepository } from '@/lib/repositories/analytics-repository'
import { statisticsInputSchema, statisticsSchema } from '@/lib/schemas/analytics'
import type { MuscleGroup } from '@/lib/schemas/exercise'

/** What training came to over a period that ends today, beside the period before. */
export const getStatistics = defineUseCase({
  name: 'analytics.statistics',
  kind: 'read',
  access: 'user',
  input: statisticsInputSchema,
  output: statisticsSchema,
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, actor, scope, input: { period, muscle }, now }) => {
    const analytics = new AnalyticsRepository(tx, scope)
    const today = localDate({ instant: now, ...actor })
    const read = await (period === 'all'
      ? readAllTime(analytics, { today, muscle })
      : readWindow(analytics, { period, today, muscle, firstDayOfWeek: actor.firstDayOfWeek }))
    // Whoever began within the period is not measured by the weeks before that.
    const since = [read.from, read.bars[0]?.date ?? read.from].sort().at(-1) ?? read.from
    const weeks = Math.max(1, daysIn({ from: since, to: read.to }) / 7)
    const weeksBefore = daysIn(read) / 7
    const before = read.previousSets
    return {
      ...{ period, from: read.from, to: read.to, grain: read.grain },
      current: withAverage(read.current),
      previous: read.previous && withAverage(read.previous),
      bars: fill(read.dates, read.bars, { workoutCount: 0, volumeKg: 0 }),
      muscles: [...muscleSets(read.sets)]
        .map(([name, sets]) => ({
          muscle: name,
          setsPerWeek: roundTo(sets / weeks, 0.01),
          before: before && roundTo((before.get(name) ?? 0) / weeksBefore, 0.01),
        }))
        .sort((a, b) => b.setsPerWeek - a.setsPerWeek || a.muscle.localeCompare(b.muscle)),
      muscleBars:
        muscle && read.muscleRows ? barsOfMuscle(read.dates, read.muscleRows, muscle) : null,
    }
  },
})

type Repository = AnalyticsRepository
type MuscleRow = Awaited<ReturnType<Repository['listMuscleSets']>>[number]

async function readWindow(
  analytics: Repository,
  at: {
    period: Exclude<Period, 'all'>
    today: string
    muscle: MuscleGroup | undefined
    firstDayOfWeek: number
  },
) {
  const { current, previous } = periodWindows(at.period, at.today)
  return {
    ...current,
    grain: 'week' as const,
    dates: weeksIn(current, at.firstDayOfWeek),
    current: await analytics.sum(current),
    previous: await analytics.sum(previous),
    bars: await analytics.listWeeks(current, at.firstDayOfWeek),
    sets: await analytics.listExerciseSets(current),
    previousSets: muscleSets(await analytics.listExerciseSets(previous)),
    muscleRows: at.muscle && (await analytics.listMuscleSets(at.muscle, { ...current, ...at })),
  }
}

async function readAllTime(
  analytics: Repository,
  at: { today: string; muscle: MuscleGroup | undefined },
) {
  const bars = await analytics.listMonths()
  const from = bars[0]?.date ?? at.today
  // A workout may lie ahead of today: in the zone the person has left, it is tomorrow already.
  const to = [at.today, ...bars.map((bar) => bar.date)].sort().at(-1) ?? at.today
  return {
    ...{ from, to },
    grain: 'month' as const,
    dates: monthsIn({ from, to }),
    current: await analytics.sumAll(),
    previous: null,
    bars,
    sets: await analytics.listExerciseSets(null),
    previousSets: null,
    muscleRows: at.muscle && (await analytics.listMuscleSets(at.muscle, null)),
  }
}

const withAverage = <T extends { feelingSum: number; feelingCount: number }>({
  feelingSum,
  feelingCount,
  ...sums
}: T) => ({
  ...sums,
  averageFeeling: feelingCount === 0 ? null : roundTo(feelingSum / feelingCount, 0.01),
})

/** A bar for every date, zero where nothing was done. */
function fill<T extends object>(
  dates: readonly string[],
  rows: readonly (T & { date: string })[],
  nothing: T,
) {
  const known = new Map(rows.map((row) => [row.date, row]))
  return dates.map((date) => ({ ...nothing, ...known.get(date), date }))
}

function barsOfMuscle(dates: readonly string[], rows: readonly MuscleRow[], muscle: MuscleGroup) {
  return dates.map((date) => ({
    date,
    sets: muscleSets(rows.filter((row) => row.date === date)).get(muscle) ?? 0,
  }))
}
