import * as z from 'zod'
import { isTimeZone } from '@/lib/domain/local-date'
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

/** What a person sees of their own profile; `bodyWeight` in `weightUnit`, null while unknown. */
export const profileSchema = z.object({
  ...settingsShape,
  email: z.string(),
  bodyWeight: z.number().nullable(),
})
export type Profile = z.output<typeof profileSchema>

/** `bodyWeight` is in the unit its field was shown in, which may be the one just given up. */
export const profileFormSchema = z.strictObject({
  ...settingsShape,
  bodyWeight: z.number().multipleOf(0.1).optional(),
  bodyWeightUnit: weightUnitSchema,
})
