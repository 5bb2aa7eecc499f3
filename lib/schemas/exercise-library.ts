import * as z from 'zod'
import { categorySchema, equipmentSchema, muscleSchema, trackingSchema } from './exercise'
import { patchShape } from './patch'
import { idSchema, optionalText, text } from './text'

/** What a search for exercises may say; everything left out is everything. */
export const exerciseSearchSchema = z.strictObject({
  q: optionalText(100),
  muscle: muscleSchema.optional(),
  equipment: equipmentSchema.optional(),
  category: categorySchema.optional(),
  /** What is counted: weight and reps, say. */
  tracking: trackingSchema.optional(),
  /** Own exercises that were put away, instead of those in use. */
  isArchived: z.boolean().default(false),
  page: z.int().min(1).max(1000).default(1),
  limit: z.int().min(1).max(100).default(30),
})
export type ExerciseSearch = z.output<typeof exerciseSearchSchema>

/** A link that opens elsewhere, so a scheme that runs or sends in the clear is refused. */
const videoUrlSchema = z
  .string()
  .trim()
  .max(500)
  .refine((link) => link === '' || isSecureLink(link), { params: { key: 'videoUrl' } })

const isSecureLink = (link: string): boolean =>
  link.startsWith('https://') && URL.canParse(link) && new URL(link).username === ''

const factsShape = {
  name: text({ min: 1, max: 100 }),
  tracking: trackingSchema,
  category: categorySchema,
  primaryMuscles: z.array(muscleSchema).max(21).default([]),
  secondaryMuscles: z.array(muscleSchema).max(21).default([]),
  equipment: z.array(equipmentSchema).max(20).default([]),
  isUnilateral: z.boolean().default(false),
  description: optionalText(500),
  /** An https address; empty for none. */
  videoUrl: videoUrlSchema.default(''),
}

/** An own exercise as it is typed; `instructions` has one step a line. */
const newExerciseSchema = z.strictObject({ ...factsShape, instructions: optionalText(3000) })
export type NewExercise = z.output<typeof newExerciseSchema>

/** The same `id` again changes nothing. */
export const createExerciseSchema = newExerciseSchema.extend({ id: idSchema.optional() })

export const exerciseChangeSchema = newExerciseSchema.extend({ exerciseId: idSchema })

/** What a change of an own exercise says; what it leaves out stays. */
export const exercisePatchSchema = z.strictObject({
  exerciseId: idSchema,
  ...patchShape(newExerciseSchema.shape),
  isArchived: z.boolean().optional(),
})

export const exerciseSummarySchema = z.object({
  id: idSchema,
  name: z.string(),
  category: categorySchema,
  tracking: trackingSchema,
  primaryMuscles: z.array(muscleSchema),
  equipment: z.array(equipmentSchema),
  isCustom: z.boolean(),
})
export type ExerciseSummary = z.output<typeof exerciseSummarySchema>

export const exerciseDetailSchema = exerciseSummarySchema.extend({
  aliases: z.array(z.string()),
  description: z.string(),
  /** An https address; null where there is none. */
  videoUrl: z.string().nullable(),
  secondaryMuscles: z.array(muscleSchema),
  isUnilateral: z.boolean(),
  instructions: z.array(z.string()),
  isArchived: z.boolean(),
  /** Whether the reader has logged it; its tracking is fixed from then on. */
  hasHistory: z.boolean(),
})
export type ExerciseDetail = z.output<typeof exerciseDetailSchema>

export const exerciseIdSchema = z.strictObject({ exerciseId: idSchema })
