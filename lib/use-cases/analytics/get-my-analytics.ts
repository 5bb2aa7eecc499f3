import * as z from 'zod'
import { defineUseCase } from '@/lib/core/define-use-case'
import { localDate } from '@/lib/domain/local-date'
import { muscleSets, PERIODS, periodWindows } from '@/lib/domain/statistics'
import { roundTo } from '@/lib/domain/units'
import { ownData } from '@/lib/policies/own-data'
import { AnalyticsRepository } from '@/lib/repositories/analytics-repository'
import { RecordBookRepository } from '@/lib/repositories/record-book-repository'
import { WorkoutRepository } from '@/lib/repositories/workout-repository'
import { muscleSchema } from '@/lib/schemas/exercise'
import { latestRecordSchema } from '@/lib/schemas/records'
import { localDateSchema } from '@/lib/schemas/text'

const LATEST_RECORDS = 20

/** One's own figures for other programs: seconds, metres and kilograms. */
export const getMyAnalytics = defineUseCase({
  name: 'analytics.mine',
  kind: 'read',
  access: 'user',
  input: z.strictObject({ period: z.enum(PERIODS).default('365') }),
  output: z.object({
    period: z.enum(PERIODS),
    /** Workouts of any state; those that are finished are `completedWorkouts`. */
    totalWorkouts: z.int(),
    completedWorkouts: z.int(),
    /** The same two under the names that running plans know them by. */
    totalSessions: z.int(),
    completedLogs: z.int(),
    totalDistance: z.number(),
    totalDuration: z.int(),
    averageDuration: z.number().nullable(),
    /** 5 excellent to 1 exhausted; null where no workout says how it was. */
    averageFeeling: z.number().nullable(),
    totalVolumeKg: z.number(),
    totalSets: z.int(),
    /** 0 = Sunday. */
    workoutsByDay: z.array(z.int()).length(7),
    /** The weeks with a workout, oldest first; of all time those of the last 365 days. */
    weeklyStats: z.array(
      z.object({
        weekStart: localDateSchema,
        workouts: z.int(),
        durationSeconds: z.int(),
        volumeKg: z.number(),
        distanceMeters: z.number(),
      }),
    ),
    /** Sets a muscle group got: whole where it is trained first, half where it helps. */
    muscleGroups: z.array(z.object({ muscle: muscleSchema, sets: z.number() })),
    /** The newest that stand. */
    records: z.array(latestRecordSchema),
  }),
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, actor, scope, input: { period }, now }) => {
    const analytics = new AnalyticsRepository(tx, scope)
    const today = localDate({ instant: now, ...actor })
    const { current: window } = periodWindows(period === 'all' ? '365' : period, today)
    const sums = await (period === 'all' ? analytics.sumAll() : analytics.sum(window))
    const running = await new WorkoutRepository(tx, scope).findInProgress()
    const weeks = await analytics.listWeeks(window, actor.firstDayOfWeek)
    const sets = await analytics.listExerciseSets(period === 'all' ? null : window)
    const total = sums.workoutCount + (running ? 1 : 0)
    const average = (sum: number, count: number) =>
      count === 0 ? null : roundTo(sum / count, 0.01)
    return {
      period,
      ...{ totalWorkouts: total, totalSessions: total },
      ...{ completedWorkouts: sums.workoutCount, completedLogs: sums.workoutCount },
      totalDistance: sums.distanceMeters,
      totalDuration: sums.durationSeconds,
      averageDuration: average(sums.durationSeconds, sums.workoutCount),
      averageFeeling: average(sums.feelingSum, sums.feelingCount),
      totalVolumeKg: sums.volumeKg,
      totalSets: sums.setCount,
      workoutsByDay: sums.workoutsByDay,
      weeklyStats: weeks.map(({ date, workoutCount, ...week }) => ({
        ...week,
        weekStart: date,
        workouts: workoutCount,
      })),
      muscleGroups: [...muscleSets(sets)]
        .map(([muscle, count]) => ({ muscle, sets: count }))
        .sort((a, b) => b.sets - a.sets || a.muscle.localeCompare(b.muscle)),
      records: await new RecordBookRepository(tx, scope).listLatest(LATEST_RECORDS),
    }
  },
})
