import * as z from 'zod'
import { SESSION_FEELINGS } from '@/lib/domain/feelings'
import { BLOCK_KINDS } from '@/lib/domain/plan-kinds'
import { PROGRESSION_REASONS } from '@/lib/domain/progression'
import { RECORD_KINDS } from '@/lib/domain/records'
import { MOST_METERS, MOST_REPS_DONE, MOST_SET_NOTE, MOST_WEIGHT } from '@/lib/domain/set-limits'
import { SIDES } from '@/lib/domain/set-numbers'
import { shownDistance } from '@/lib/domain/units'
import { trackingSchema } from './exercise'
import {
  answeredTargetSchema,
  durationSecondsSchema,
  isCoverable,
  rpeSchema,
  setKindSchema,
  tooFar,
  typedDistanceShape,
  typedWeightSchema,
  weightUnitSchema,
} from './plan'
import { idSchema, instantSchema, localDateSchema, optionalText } from './text'

export const SESSION_STATUSES = ['planned', 'in_progress', 'completed', 'dnf', 'skipped'] as const

export const nullish = <T extends z.ZodType>(schema: T) => schema.nullable().default(null)

/** The heaviest weight that can be meant, in kilograms; pounds have the column's own limit. */
export const isLiftable = (set: { weight: number | null; weightUnit: 'kg' | 'lb' }) =>
  set.weightUnit === 'lb' || (set.weight ?? 0) <= MOST_WEIGHT.kg

const sideSchema = z.enum(SIDES)

/** What a person did in a set, but for the way; the weight stays in the unit it was typed in. */
export const figuresShape = {
  kind: setKindSchema.default('normal'),
  reps: nullish(z.int().min(0).max(MOST_REPS_DONE)),
  weight: nullish(typedWeightSchema),
  weightUnit: weightUnitSchema,
  durationSeconds: nullish(durationSecondsSchema),
  rpe: nullish(rpeSchema),
  /** Of an exercise that is done with one side at a time. */
  side: nullish(sideSchema),
  notes: optionalText(MOST_SET_NOTE),
}

const performedShape = { ...figuresShape, ...typedDistanceShape }

const tooHeavy = { path: ['weight'], params: { key: 'weightTooHeavy' } }

/** One set of a finished workout as it should have been. */
export const correctedSetSchema = z
  .strictObject({
    setId: idSchema.optional(),
    /** For a set that was forgotten: the exercise it belongs to. */
    exerciseLogId: idSchema.optional(),
    isRemoved: z.boolean().default(false),
    /** Its figures are what was planned: they count once the set is ticked. */
    isSuggested: z.boolean().default(false),
    isTicked: z.boolean().default(false),
    /** Its figures are far above the usual, and the person was asked and says that they are right. */
    isMeant: z.boolean().default(false),
    ...performedShape,
    /** What the field of the distance was shown from: its two decimals, unchanged, are these metres. */
    distanceMeters: nullish(z.number().min(0).max(MOST_METERS)),
  })
  .transform(({ distanceMeters: meters, ...set }) =>
    meters !== null && shownDistance(meters, set.distanceUnit) === set.distance
      ? { ...set, distance: meters, distanceUnit: 'm' as const }
      : set,
  )
  .refine(isLiftable, tooHeavy)
  .refine(isCoverable, tooFar)
export type CorrectedSet = z.output<typeof correctedSetSchema>

export const setSchema = z.object({
  id: idSchema,
  setNumber: z.int(),
  kind: setKindSchema,
  target: answeredTargetSchema.nullable(),
  reps: z.int().nullable(),
  weight: z.number().nullable(),
  weightUnit: weightUnitSchema,
  durationSeconds: z.int().nullable(),
  distanceMeters: z.number().nullable(),
  rpe: z.number().nullable(),
  side: sideSchema.nullable(),
  notes: z.string(),
  /** The rest that was taken before it, known once its workout is finished. */
  restSeconds: z.int().nullable(),
  isCompleted: z.boolean(),
  /** Stored as typed, but left out of records and totals, since the figures are beyond what people lift. */
  isSlip: z.boolean(),
  revision: z.int(),
})

/** A set as a workout shows it, with the number that it is called by; warm-ups have none. */
export const numberShape = { number: z.int().nullable() }
const numberedSetSchema = setSchema.extend(numberShape)
export type LoggedSet = z.infer<typeof numberedSetSchema>

export const recordSchema = z.object({
  kind: z.enum(RECORD_KINDS),
  bucket: z.number(),
  value: z.number(),
  previousValue: z.number().nullable(),
  achievedAt: instantSchema,
  setId: idSchema,
})
export type LoggedRecord = z.infer<typeof recordSchema>

/** A sentence of `workout.why` in the catalogue and what it mentions. */
export const reasonSchema = z.object({
  key: z.enum(PROGRESSION_REASONS),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
})

export const exerciseLogSchema = z.object({
  id: idSchema,
  exerciseId: idSchema,
  name: z.string(),
  tracking: trackingSchema,
  /** Done with one side at a time. */
  isUnilateral: z.boolean(),
  position: z.int(),
  block: z.int(),
  blockKind: z.enum(BLOCK_KINDS),
  restSeconds: z.int().nullable(),
  tempo: z.string().nullable(),
  planNotes: z.string(),
  notes: z.string(),
  /** Why the targets are what they are, where a rule of the plan decided. */
  reason: reasonSchema.nullable(),
  sets: z.array(numberedSetSchema),
  /** The working sets of the last time, for the column of that name. */
  previous: z.array(setSchema),
  records: z.array(recordSchema),
})
export type ExerciseLog = z.infer<typeof exerciseLogSchema>

const totals = {
  volumeKg: z.number(),
  setCount: z.int(),
  repCount: z.int(),
  distanceMeters: z.number(),
  recordCount: z.int(),
}

export const sessionSummarySchema = z.object({
  id: idSchema,
  name: z.string(),
  status: z.enum(SESSION_STATUSES),
  localDate: localDateSchema,
  startedAt: instantSchema,
  durationSeconds: z.int().nullable(),
  ...totals,
})
export type SessionSummary = z.output<typeof sessionSummarySchema>

/** Names one difference, and says whether it is a load or a count of reps with no set short of the plan. */
const changeShape = { key: z.string(), isReached: z.boolean() }

/** What one difference between a routine and a workout of it is about. */
const routineChangeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('added'), ...changeShape, name: z.string(), count: z.int() }),
  z.object({ kind: z.literal('removed'), ...changeShape, name: z.string() }),
  z.object({ kind: z.literal('swapped'), ...changeShape, name: z.string(), by: z.string() }),
  z.object({ kind: z.literal('sets'), ...changeShape, name: z.string(), difference: z.int() }),
  /** The line as it would be, in one short text a kind of set. */
  z.object({
    kind: z.literal('targets'),
    ...changeShape,
    name: z.string(),
    sets: z.array(z.object({ count: z.int(), text: z.string() })),
  }),
  /** Exercises that take turns from then on. */
  z.object({
    kind: z.literal('joined'),
    ...changeShape,
    blockKind: z.enum(BLOCK_KINDS),
    names: z.array(z.string()),
  }),
  z.object({ kind: z.literal('order'), ...changeShape }),
])

/** A line of a routine as its next workout has it. */
export const nextLineSchema = z.object({
  name: z.string(),
  /** How many rounds its block has. */
  rounds: z.int(),
  /** What a round asks for, equal sets together. */
  sets: z.array(z.object({ count: z.int(), text: z.string() })),
  /** In the unit of the person; null where no rule decides. */
  reason: reasonSchema.nullable(),
})
export type NextLine = z.output<typeof nextLineSchema>

/** What a workout came to beside its plan. */
export const planComparisonSchema = z.object({
  exercises: z.array(
    z.object({
      exerciseId: idSchema,
      name: z.string(),
      planned: z.int(),
      done: z.int(),
      /** Of those done, the sets of the exercise itself. */
      own: z.int(),
      /** How many of those planned were done, but with less than was planned. */
      short: z.int(),
      /** The names of what was done in its place. */
      standIns: z.array(z.string()),
    }),
  ),
  /** Of the routine of one's own that the workout came from. */
  routineName: z.string().nullable(),
  /** What was done otherwise, and what its next workout asks for by its rules; of its latest workout alone. */
  changes: z.array(routineChangeSchema),
  next: z.array(nextLineSchema),
})
export type PlanComparison = z.output<typeof planComparisonSchema>

/** A workout that goes on, as the places show it from which people come back to it. */
export const runningWorkoutSchema = sessionSummarySchema.extend({
  notes: z.string(),
  routineId: idSchema.nullable(),
  /** How many sets are done, warm-ups too, and when the last one was; null where none was. */
  setsDone: z.int(),
  lastSetAt: instantSchema.nullable(),
  /** Nothing was done for three hours: does it still go on? */
  isQuiet: z.boolean(),
})
export type RunningWorkout = z.output<typeof runningWorkoutSchema>

/** One that can still be restored. */
export const discardedWorkoutSchema = z.object({
  id: idSchema,
  name: z.string(),
  discardedAt: instantSchema,
  setsDone: z.int(),
})
export type DiscardedWorkout = z.output<typeof discardedWorkoutSchema>

/** What is to become of the workout that goes on where another one takes its place. */
export const makeWayShape = {
  /** Discards it, instead of refusing because of it. */
  isReplacing: z.boolean().default(false),
  /** Finishes it at its last set instead. */
  isFinishing: z.boolean().default(false),
}

export const workoutSchema = sessionSummarySchema.extend({
  routineId: idSchema.nullable(),
  completedAt: instantSchema.nullable(),
  notes: z.string(),
  feeling: z.enum(SESSION_FEELINGS).nullable(),
  sessionRpe: z.number().nullable(),
  /** When the last of its sets was done; null where none was. */
  lastSetAt: instantSchema.nullable(),
  exercises: z.array(exerciseLogSchema),
})
export type Workout = z.output<typeof workoutSchema>
