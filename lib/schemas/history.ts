import * as z from 'zod'
import { idSchema, instantSchema, localDateSchema, optionalText } from './text'
import { SESSION_STATUSES, sessionSummarySchema } from './workout'

/** Which sessions a list asks for; everything left out is everything, newest first. */
export const sessionFilterSchema = z.strictObject({
  routineId: idSchema.optional(),
  /** Only those in which it was done; a session that is going on counts when it is finished. */
  exerciseId: idSchema.optional(),
  /** The first and the last day. */
  from: localDateSchema.optional(),
  to: localDateSchema.optional(),
  /** `unfinished` is everything but completed. */
  status: z.enum([...SESSION_STATUSES, 'unfinished', 'any']).default('completed'),
  /** Words that all stand in its name or notes, or in the notes of its exercises. */
  q: optionalText(100),
  /** By day and start, or by a total and then by day. */
  sort: z.enum(['date', 'duration', 'volume']).default('date'),
  order: z.enum(['asc', 'desc']).default('desc'),
  /** The last session of the page before, in a list by day. */
  after: z.strictObject({ localDate: localDateSchema, startedAt: instantSchema }).optional(),
  offset: z.int().min(0).max(100_000).default(0),
  limit: z.int().min(1).max(100).default(20),
})
export type SessionFilter = z.output<typeof sessionFilterSchema>

/** An exercise of a listed workout: how many sets, and the best of one. */
const listedExerciseSchema = z.object({
  id: idSchema,
  name: z.string(),
  setCount: z.int(),
  bestWeightKg: z.number().nullable(),
  bestReps: z.int().nullable(),
  bestDistanceMeters: z.number().nullable(),
  bestDurationSeconds: z.int().nullable(),
})
export type ListedExercise = z.output<typeof listedExerciseSchema>

export const listedSessionSchema = sessionSummarySchema.extend({
  exercises: z.array(listedExerciseSchema),
})

export const sessionPageSchema = z.object({
  sessions: z.array(listedSessionSchema),
  hasMore: z.boolean(),
})
