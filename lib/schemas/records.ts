import * as z from 'zod'
import { RECORD_KINDS } from '@/lib/domain/records'
import { trackingSchema } from './exercise'
import { weightUnitSchema } from './plan'
import { idSchema, instantSchema, localDateSchema, optionalText } from './text'

/** A record with the set it came from. Values are kilograms, reps, metres or seconds by kind. */
export const recordEntrySchema = z.object({
  kind: z.enum(RECORD_KINDS),
  /** Reps or metres where the kind has them, else 0. */
  bucket: z.number(),
  value: z.number(),
  previousValue: z.number().nullable(),
  achievedAt: instantSchema,
  localDate: localDateSchema,
  sessionId: idSchema,
  set: z.object({
    id: idSchema,
    reps: z.int().nullable(),
    weight: z.number().nullable(),
    weightUnit: weightUnitSchema,
    durationSeconds: z.int().nullable(),
    distanceMeters: z.number().nullable(),
  }),
})
export type RecordEntry = z.output<typeof recordEntrySchema>

const heldExerciseSchema = z.object({
  exerciseId: idSchema,
  name: z.string(),
  tracking: trackingSchema,
})

/** An exercise with the records that stand. */
export const exerciseRecordsSchema = heldExerciseSchema.extend({
  records: z.array(recordEntrySchema),
})
export type ExerciseRecords = z.output<typeof exerciseRecordsSchema>

export const latestRecordSchema = heldExerciseSchema.extend({ record: recordEntrySchema })

export const recordListSchema = z.strictObject({
  /** A part of the exercise's name. */
  q: optionalText(100),
  sort: z.enum(['latest', 'name']).default('latest'),
  page: z.int().min(1).max(1000).default(1),
  limit: z.int().min(1).max(100).default(20),
})
export type RecordList = z.output<typeof recordListSchema>

export const recordChainSchema = z.strictObject({
  exerciseId: idSchema,
  kind: z.enum(RECORD_KINDS),
  bucket: z.number().min(0).max(500_000).default(0),
  /** When the last one of the page before was achieved. */
  before: instantSchema.optional(),
  limit: z.int().min(1).max(100).default(20),
})
export type RecordChain = z.output<typeof recordChainSchema>
