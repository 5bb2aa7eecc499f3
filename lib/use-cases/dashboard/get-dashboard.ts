import * as z from 'zod'
import { defineUseCase } from '@/lib/core/define-use-case'
import { addDays, localDate, weekStart } from '@/lib/domain/local-date'
import { ownData } from '@/lib/policies/own-data'
import { AnalyticsRepository } from '@/lib/repositories/analytics-repository'
import { HistoryRepository } from '@/lib/repositories/history-repository'
import { RecordBookRepository } from '@/lib/repositories/record-book-repository'
import { listedSessionSchema, sessionFilterSchema } from '@/lib/schemas/history'
import { latestRecordSchema } from '@/lib/schemas/records'
import { localDateSchema } from '@/lib/schemas/text'
import { runningWorkoutSchema } from '@/lib/schemas/workout'
import { findRunning } from '../workouts/find-running'
import { plannedSchema, readPlan } from './read-plan'

/** More workouts than anybody finishes in a week. */
const MOST_A_WEEK = 50
const LATEST_RECORDS = 4
const WEEKS_SHOWN = 53

/** Today as the person lives it: what is planned, what goes on, what was last, what comes next. */
export const getDashboard = defineUseCase({
  name: 'dashboard.get',
  kind: 'read',
  access: 'user',
  input: z.strictObject({}),
  output: z.object({
    today: localDateSchema,
    running: runningWorkoutSchema.nullable(),
    /** What the week has for today; in order of the week the one workout that comes next. */
    planned: z.array(plannedSchema),
    /** What comes after it, on the next day with a plan; null without a schedule. */
    next: plannedSchema.nullable(),
    last: listedSessionSchema.nullable(),
    week: z.object({ done: z.int(), planned: z.int(), volumeKg: z.number() }),
    /** Weeks in a row with a workout, up to this one or, while it has none, the one before. */
    weeksInARow: z.int(),
    /** The newest records that workouts show, the best one of each exercise and workout. */
    records: z.array(latestRecordSchema),
    /** The days with a workout since `from`, the beginning of a week a year ago. */
    year: z.object({
      from: localDateSchema,
      days: z.array(z.object({ date: localDateSchema, workoutCount: z.int(), setCount: z.int() })),
    }),
  }),
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, actor, scope, now }) => {
    const today = localDate({ instant: now, ...actor })
    const thisWeek = weekStart(today, actor.firstDayOfWeek)
    const from = addDays(thisWeek, -7 * (WEEKS_SHOWN - 1))
    const history = new HistoryRepository(tx, scope)
    const analytics = new AnalyticsRepository(tx, scope)
    const [last = null] = await history.list(sessionFilterSchema.parse({ limit: 1 }))
    const week = await history.list(
      sessionFilterSchema.parse({ from: thisWeek, limit: MOST_A_WEEK }),
    )
    const plan = await readPlan({ tx, scope }, { today, firstDayOfWeek: actor.firstDayOfWeek })
    return {
      today,
      running: await findRunning({ tx, scope, now }),
      last: last && { ...last, exercises: await history.listExercises([last.id]) },
      planned: plan.planned,
      next: plan.next,
      week: {
        done: week.length,
        planned: plan.workoutsAWeek,
        volumeKg: week.reduce((sum, session) => sum + session.volumeKg, 0),
      },
      weeksInARow: await analytics.countWeeksInARow(thisWeek),
      records: await new RecordBookRepository(tx, scope).listLatest(LATEST_RECORDS),
      year: { from, days: await analytics.listDays({ from, to: today }) },
    }
  },
})
