import * as z from 'zod'
import { SEXES } from '@/lib/domain/dots'
import { isTimeZone } from '@/lib/domain/local-date'
import { TRAINING_GOALS } from '@/lib/domain/person'
import { ROUTINE_LEVELS } from '@/lib/domain/plan-kinds'
import { personNameSchema } from './account'

const weightUnitSchema = z.enum(['kg', 'lb'])

const settingsShape = {
  name: personNameSchema,
  weightUnit: weightUnitSchema,
  distanceUnit: z.enum(['km', 'mi']),
  timeZone: z
    .string()
    .max(64)
    .refine(isTimeZone, { params: { key: 'timeZone' } }),
  /** 0 = Sunday. */
  firstDayOfWeek: z.int().min(0).max(6),
  /** A workout before this hour belongs to the day before. */
  dayCutoffHour: z.int().min(0).max(12),
}
const sexSchema = z.enum(SEXES)
const experienceSchema = z.enum(ROUTINE_LEVELS)
const goalsSchema = z.array(z.enum(TRAINING_GOALS)).max(TRAINING_GOALS.length)

/** What a person sees of their own profile; `bodyWeight` in `weightUnit`, null while unknown. */
export const profileSchema = z.object({
  ...settingsShape,
  email: z.string(),
  bodyWeight: z.number().nullable(),
  /** To a tenth. */
  heightCm: z.number().nullable(),
  /** For scores alone; null where it is not said. */
  sex: sexSchema.nullable(),
  birthYear: z.int().nullable(),
  /** In years, by the calendar year alone. */
  age: z.int().nullable(),
  experience: experienceSchema.nullable(),
  goals: goalsSchema,
})
export type Profile = z.output<typeof profileSchema>

/**
 * `bodyWeight` is in the unit its field was shown in, which may be the one just given up; a height
 * comes in centimeters or in inches, which a form may say as `5'11"`.
 */
export const profileFormSchema = z
  .strictObject({
    ...settingsShape,
    bodyWeight: z.number().multipleOf(0.1).optional(),
    bodyWeightUnit: weightUnitSchema,
    heightCm: z.number().min(50).max(250).multipleOf(0.1).optional(),
    heightInches: z.number().min(20).max(98).multipleOf(0.5).meta({ unit: 'inches' }).optional(),
    sex: sexSchema.optional(),
    /** For an age from 1 to 100. */
    birthYear: z.int().optional(),
    experience: experienceSchema.optional(),
    goals: goalsSchema.default([]),
  })
  .refine((form) => form.heightCm === undefined || form.heightInches === undefined, {
    path: ['heightInches'],
  })
