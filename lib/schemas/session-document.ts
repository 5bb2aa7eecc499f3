import * as z from 'zod'
import { SESSION_FEELINGS } from '@/lib/domain/feelings'
import { patchShape } from './patch'
import { rpeSchema, targetSchema } from './plan'
import { idSchema, localDateSchema, text } from './text'
import {
  exerciseLogSchema,
  figuresShape,
  makeWayShape,
  nullish,
  numberShape,
  setSchema,
  workoutSchema,
} from './workout'

/** An instant with any offset; `2026-03-01T18:30:00+01:00` is as good as its UTC. */
const performedAtSchema = z.codec(z.iso.datetime({ offset: true }), z.date(), {
  decode: (iso) => new Date(iso),
  encode: (date) => date.toISOString(),
})

const correctableShape = {
  ...patchShape(figuresShape),
  distanceMeters: targetSchema.shape.distanceMeters.unwrap().optional(),
}

const changedShape = {
  setNumber: z.int().min(1).max(1000).optional(),
  ...correctableShape,
  isCompleted: z.boolean().optional(),
  performedAt: performedAtSchema.nullable().optional(),
}

const documentSetSchema = z.strictObject({
  id: idSchema,
  ...changedShape,
  deleted: z.boolean().default(false),
})
export type DocumentSet = z.output<typeof documentSetSchema>

const documentExerciseSchema = z.strictObject({
  id: idSchema,
  /** Needed where the id is new. */
  exerciseId: idSchema.optional(),
  order: z.int().min(0).max(1000).optional(),
  block: z.int().min(0).max(1000).optional(),
  notes: text({ max: 2000 }).optional(),
  sets: z.array(documentSetSchema).max(200).default([]),
  deleted: z.boolean().default(false),
})
export type DocumentExercise = z.output<typeof documentExerciseSchema>

export const sessionNameSchema = text({ min: 1, max: 100 })

export const sessionDocumentShape = {
  name: sessionNameSchema.optional(),
  notes: text({ max: 2000 }).optional(),
  exercises: z.array(documentExerciseSchema).max(100).default([]),
}

/**
 * What a client says of a workout that is going on: what it names is written, under the id the
 * client made where that is new; what it leaves out stays; `deleted` removes for good.
 */
const sessionDocumentSchema = z.strictObject(sessionDocumentShape)
export type SessionDocument = z.output<typeof sessionDocumentSchema>

export const startWorkoutSchema = z.strictObject({
  id: idSchema.optional(),
  routineId: nullish(idSchema),
  /** Left out it is called after the routine or the part of the day. */
  name: sessionNameSchema.optional(),
  /** The day it belongs to, today or one of the seven before; left out it is today. */
  date: localDateSchema.optional(),
  /** What is done or changed already. */
  session: sessionDocumentSchema.optional(),
  /** A finished workout to do again: its exercises, with what was done as the targets. */
  repeatOf: nullish(idSchema),
  ...makeWayShape,
})

export const completeWorkoutSchema = z.strictObject({
  sessionId: idSchema,
  /** Null leaves them as they are. */
  notes: text({ max: 2000 }).nullable().default(''),
  name: sessionDocumentShape.name,
  /** What is done or changed last. */
  exercises: sessionDocumentShape.exercises,
  feeling: nullish(z.enum(SESSION_FEELINGS)),
  sessionRpe: nullish(rpeSchema),
  /** For a workout that was forgotten: it ended with its last set. */
  isEndedAtLastSet: z.boolean().default(false),
})

/** One set to be added to an exercise of a workout that is going on. */
export const newSetSchema = z.strictObject({
  sessionId: idSchema,
  exerciseLogId: idSchema,
  id: idSchema.optional(),
  ...changedShape,
})

export const setPatchSchema = z.strictObject({
  sessionId: idSchema,
  setId: idSchema,
  ...changedShape,
})

const FIRST_DAY = '1970-01-01'
export const pastDateSchema = localDateSchema.refine((date) => date >= FIRST_DAY, {
  params: { key: 'dayTooEarly' },
})
/** A time of day, as `18:30`. */
export const timeOfDaySchema = z.iso.time().transform((time) => time.slice(0, 5))
/** How long a workout took, in seconds; a form says it as `75` minutes or `1:15`. */
export const workoutLengthSchema = z.int().min(0).max(600_000).meta({ unit: 'minutes' })

export const correctedExerciseSchema = z.strictObject({
  id: idSchema,
  /** Adds this exercise under that id where the workout does not have it. */
  exerciseId: idSchema.optional(),
  /** What it takes the place and the sets of where it is added: an exercise logged by mistake. */
  swapFor: idSchema.optional(),
  order: z.int().min(0).max(1000).optional(),
  notes: text({ max: 2000 }).optional(),
  deleted: z.boolean().default(false),
})
export type CorrectedExercise = z.output<typeof correctedExerciseSchema>

/** What a finished workout should say; what it leaves out stays. */
export const correctionSchema = z.strictObject({
  sessionId: idSchema,
  name: sessionNameSchema.optional(),
  notes: text({ max: 2000 }).optional(),
  feeling: z.enum(SESSION_FEELINGS).nullable().optional(),
  sessionRpe: rpeSchema.nullable().optional(),
  /** The day it belongs to; left out it follows `startedAt`. */
  localDate: pastDateSchema.optional(),
  startedAt: performedAtSchema.optional(),
  durationSeconds: z.int().min(0).max(600_000).optional(),
  /** It ended with its last set. */
  isEndedAtLastSet: z.boolean().default(false),
  exercises: z.array(correctedExerciseSchema).max(100).default([]),
  sets: z
    .array(
      z.strictObject({
        /** Left out it is a set that was forgotten, in the exercise of `exerciseLogId`. */
        id: idSchema.optional(),
        exerciseLogId: idSchema.optional(),
        /** Adds this exercise under that id where the workout does not have it. */
        exerciseId: idSchema.optional(),
        ...correctableShape,
        deleted: z.boolean().default(false),
      }),
    )
    .max(500)
    .default([]),
})

/** A set as it is stored. */
export const sessionSetSchema = setSchema.extend({
  exerciseLogId: idSchema,
  performedAt: performedAtSchema.nullable(),
})

/** A session with everything in it, as it is stored. */
export const sessionSchema = workoutSchema.extend({
  exercises: z.array(
    exerciseLogSchema
      .omit({ position: true })
      .extend({ order: z.int(), sets: z.array(sessionSetSchema.extend(numberShape)) }),
  ),
})
