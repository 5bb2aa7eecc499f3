import * as z from 'zod'
import { SESSION_FEELINGS } from '@/lib/domain/feelings'
import { BLOCK_KINDS } from '@/lib/domain/plan-kinds'
import { RECORD_KINDS } from '@/lib/domain/records'
import { SIDES } from '@/lib/domain/set-numbers'
import type { ExercisePast, Training, TrainingDocument } from '@/lib/domain/training/training'
import { equipmentSchema, muscleSchema, trackingSchema } from './exercise'
import { answeredTargetSchema, setKindSchema, weightUnitSchema } from './plan'
import { idSchema } from './text'
import { reasonSchema, SESSION_STATUSES } from './workout'

/** An instant as JSON has it, whatever wrote it. */
const isoSchema = z.iso.datetime({ offset: true }).overwrite((iso) => new Date(iso).toISOString())

/** What a set says. The limits are the reducer's, so that one bad set refuses no batch. */
export const valuesShape = {
  kind: setKindSchema,
  reps: z.number().nullable(),
  weight: z.number().nullable(),
  weightUnit: weightUnitSchema,
  durationSeconds: z.number().nullable(),
  distanceMeters: z.number().nullable(),
  rpe: z.number().nullable(),
  side: z.enum(SIDES).nullable(),
  isSlip: z.boolean(),
  isCompleted: z.boolean(),
}

export const trainingSetSchema = z.object({
  id: idSchema,
  setNumber: z.int(),
  target: answeredTargetSchema.nullable(),
  ...valuesShape,
  notes: z.string(),
  performedAt: isoSchema.nullable(),
  revision: z.int(),
  deletedAt: isoSchema.nullable(),
})

export const exerciseFactsSchema = z.object({
  name: z.string(),
  tracking: trackingSchema,
  isUnilateral: z.boolean(),
  isPlateLoaded: z.boolean(),
  isDumbbell: z.boolean().optional(),
  weightUnit: weightUnitSchema.nullable(),
  restSeconds: z.int().nullable(),
  barWeight: z.number().nullable(),
  ownNote: z.string(),
})

export const trainingExerciseSchema = z.object({
  id: idSchema,
  exerciseId: idSchema,
  position: z.int(),
  block: z.int(),
  blockKind: z.enum(BLOCK_KINDS),
  restSeconds: z.int().nullable(),
  tempo: z.string().nullable(),
  planNotes: z.string(),
  notes: z.string(),
  reason: reasonSchema.nullable(),
  deletedAt: isoSchema.nullable(),
  sets: z.array(trainingSetSchema),
})

/** A workout as the training screen and its operations know it. */
export const trainingSchema = z.object({
  id: idSchema,
  name: z.string(),
  status: z.enum(SESSION_STATUSES),
  startedAt: isoSchema,
  completedAt: isoSchema.nullable(),
  stillTrainingAt: isoSchema.nullable(),
  notes: z.string(),
  feeling: z.enum(SESSION_FEELINGS).nullable(),
  sessionRpe: z.number().nullable(),
  exercises: z.array(trainingExerciseSchema),
  blocks: z
    .array(
      z.object({
        kind: z.enum(BLOCK_KINDS),
        restSeconds: z.int(),
        timeCapSeconds: z.int().nullable(),
      }),
    )
    .optional(),
  facts: z.record(idSchema, exerciseFactsSchema),
  weightUnit: weightUnitSchema,
}) satisfies z.ZodType<Training>

const pastSetSchema = trainingSetSchema.pick({
  kind: true,
  reps: true,
  weight: true,
  weightUnit: true,
  durationSeconds: true,
  distanceMeters: true,
  rpe: true,
})

const pastSchema = z.object({
  previous: z.array(pastSetSchema),
  standing: z.array(
    z.object({ kind: z.enum(RECORD_KINDS), bucket: z.number(), value: z.number() }),
  ),
}) satisfies z.ZodType<ExercisePast>

const plateSchema = z.object({ weight: z.number(), count: z.int() })
const barSchema = z.object({
  bar: z.number(),
  plates: z.array(plateSchema),
  dumbbells: z.array(z.number()).optional(),
})

/** An exercise as a phone knows it without a network. */
export const catalogueSchema = z.array(
  exerciseFactsSchema.extend({
    id: idSchema,
    aliases: z.array(z.string()),
    primaryMuscles: z.array(muscleSchema),
    secondaryMuscles: z.array(muscleSchema),
    equipment: z.array(equipmentSchema),
    isCustom: z.boolean(),
    popularity: z.int(),
    /** In how many finished workouts, when last, and the heaviest set of that day. */
    timesDone: z.int(),
    lastDoneOn: z.iso.date().nullable(),
    lastSet: pastSetSchema.omit({ kind: true, rpe: true }).nullable(),
  }),
)
export type Catalogue = z.output<typeof catalogueSchema>

export const trainingDocumentSchema = z.object({
  revision: z.int(),
  training: trainingSchema,
  past: z.record(idSchema, pastSchema),
  person: z.object({
    id: idSchema,
    distanceUnit: z.enum(['km', 'mi']),
    timeZone: z.string(),
    restSeconds: z.int(),
    bodyWeightKg: z.number().nullable(),
    gear: z.object({ kg: barSchema, lb: barSchema }),
  }),
}) satisfies z.ZodType<TrainingDocument>
