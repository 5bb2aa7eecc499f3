import * as z from 'zod'
import { PERIODS } from '@/lib/domain/statistics'
import { muscleSchema } from './exercise'
import { localDateSchema } from './text'

/** What workouts come to together. */
const trainingSumsSchema = z.object({
  workoutCount: z.int(),
  /** By day of the week, 0 = Sunday. */
  workoutsByDay: z.array(z.int()).length(7),
  durationSeconds: z.int(),
  volumeKg: z.number(),
  setCount: z.int(),
  repCount: z.int(),
  distanceMeters: z.number(),
  /** Of the workouts that say how it was, 1 exhausted to 5 excellent; null where none does. */
  averageFeeling: z.number().nullable(),
})
export type TrainingSums = z.output<typeof trainingSumsSchema>

export const statisticsInputSchema = z.strictObject({
  period: z.enum(PERIODS).default('90'),
  /** A muscle group to see week by week (or month by month, for all time). */
  muscle: muscleSchema.optional(),
})

export const statisticsSchema = z.object({
  period: z.enum(PERIODS),
  from: localDateSchema,
  to: localDateSchema,
  current: trainingSumsSchema,
  /** The as many days before; null for all time. */
  previous: trainingSumsSchema.nullable(),
  /** Whether `bars` and `muscleBars` go by week or by calendar month. */
  grain: z.enum(['week', 'month']),
  bars: z.array(z.object({ date: localDateSchema, workoutCount: z.int(), volumeKg: z.number() })),
  /** Sets a week by muscle group, most first; `before` in the period before. */
  muscles: z.array(
    z.object({
      muscle: muscleSchema,
      setsPerWeek: z.number(),
      before: z.number().nullable(),
    }),
  ),
  muscleBars: z.array(z.object({ date: localDateSchema, sets: z.number() })).nullable(),
})
export type Statistics = z.output<typeof statisticsSchema>
