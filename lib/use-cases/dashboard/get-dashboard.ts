import * as z from 'zod'
import { defineUseCase } from '@/lib/core/define-use-case'
import { addDays, dayOfWeek, localDate, weekStart } from '@/lib/domain/local-date'
import { ownData } from '@/lib/policies/own-data'
import { HistoryRepository } from '@/lib/repositories/history-repository'
import { ScheduleRepository } from '@/lib/repositories/schedule-repository'
import { WorkoutRepository } from '@/lib/repositories/workout-repository'
import { sessionFilterSchema } from '@/lib/schemas/history'
import { idSchema, localDateSchema } from '@/lib/schemas/text'
import { sessionSummarySchema } from '@/lib/schemas/workout'

const plannedSchema = z.object({
  date: localDateSchema,
  time: z.string().nullable(),
  routineId: idSchema,
  name: z.string(),
  estimatedMinutes: z.int().nullable(),
  /** A workout of this routine was finished on that day. */
  isDone: z.boolean(),
})

/** More workouts than anybody finishes in a week. */
const MOST_A_WEEK = 50

/** Today as the person lives it: what is planned, what goes on, what was last, what comes next. */
export const getDashboard = defineUseCase({
  name: 'dashboard.get',
  kind: 'read',
  access: 'user',
  input: z.strictObject({}),
  output: z.object({
    today: localDateSchema,
    running: sessionSummarySchema.nullable(),
    planned: z.array(plannedSchema),
    /** The first plan after today within a week; null without a schedule. */
    next: plannedSchema.nullable(),
    last: sessionSummarySchema.nullable(),
    week: z.object({ done: z.int(), planned: z.int(), volumeKg: z.number() }),
  }),
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, actor, scope, now }) => {
    const today = localDate({ instant: now, ...actor })
    const workouts = new WorkoutRepository(tx, scope)
    const history = new HistoryRepository(tx, scope)
    const schedule = await new ScheduleRepository(tx, scope).list()
    const running = await workouts.findInProgress()
    const [last = null] = await history.list(sessionFilterSchema.parse({ limit: 1 }))
    const week = await history.list(
      sessionFilterSchema.parse({
        from: weekStart(today, actor.firstDayOfWeek),
        limit: MOST_A_WEEK,
      }),
    )
    const plannedOn = (date: string) =>
      schedule
        .filter((entry) => entry.dayOfWeek === dayOfWeek(date))
        .map((entry) => ({
          ...entry,
          date,
          isDone: week.some(
            (session) => session.routineId === entry.routineId && session.localDate === date,
          ),
        }))
    const coming = [1, 2, 3, 4, 5, 6, 7].flatMap((days) => plannedOn(addDays(today, days)))
    return {
      today,
      running,
      last,
      planned: plannedOn(today),
      next: coming[0] ?? null,
      week: {
        done: week.length,
        planned: schedule.length,
        volumeKg: week.reduce((sum, session) => sum + session.volumeKg, 0),
      },
    }
  },
})
