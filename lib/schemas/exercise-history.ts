import * as z from 'zod'
import { setKindSchema, weightUnitSchema } from './plan'
import { exerciseRecordsSchema } from './records'
import { idSchema, localDateSchema, optionalText } from './text'

/** How far back a curve looks, in days; all time goes by month. */
export const CURVE_RANGES = ['90', '365', 'all'] as const

export const exerciseHistoryInputSchema = z.strictObject({
  exerciseId: idSchema,
  range: z.enum(CURVE_RANGES).default('365'),
})

const loggedSetSchema = z.object({
  id: idSchema,
  kind: setKindSchema,
  reps: z.int().nullable(),
  weight: z.number().nullable(),
  weightUnit: weightUnitSchema,
  durationSeconds: z.int().nullable(),
  distanceMeters: z.number().nullable(),
  rpe: z.number().nullable(),
})

export const exerciseHistorySchema = z.object({
  /** What the person remembers about the exercise. */
  note: z.string(),
  lastTimes: z.array(
    z.object({
      sessionId: idSchema,
      sessionName: z.string(),
      date: localDateSchema,
      notes: z.string(),
      sets: z.array(loggedSetSchema),
    }),
  ),
  records: exerciseRecordsSchema.shape.records,
  range: z.enum(CURVE_RANGES),
  grain: z.enum(['day', 'month']),
  /** The best of a day (or month) and how much was done; kilograms, reps, metres or seconds. */
  curve: z.array(
    z.object({
      date: localDateSchema,
      best: z.number().nullable(),
      sum: z.number(),
      /** A record of this kind fell. */
      isRecord: z.boolean(),
    }),
  ),
})
export type ExerciseHistory = z.output<typeof exerciseHistorySchema>

export const exerciseNoteSchema = z.strictObject({ exerciseId: idSchema, note: optionalText(2000) })
