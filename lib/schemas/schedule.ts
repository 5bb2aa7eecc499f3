import * as z from 'zod'
import { idSchema } from './text'

/** 0 = Sunday, as in JavaScript and PostgreSQL's `dow`. */
export const dayOfWeekSchema = z.int().min(0).max(6)

/** A time of day on the wall clock, `07:30`. */
const wallTimeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** Whether a missed day is skipped, or its routine simply comes next. */
export const SCHEDULE_MODES = ['calendar', 'sequential'] as const
const modeSchema = z.enum(SCHEDULE_MODES)

/** The most entries a week has. */
export const MOST_ENTRIES = 50

/** A week as its form posts it: a row without a routine plans nothing. */
export const scheduleInputSchema = z.strictObject({
  /** Left out it stays as it is. */
  mode: modeSchema.optional(),
  entries: z
    .array(
      z.strictObject({
        dayOfWeek: dayOfWeekSchema,
        routineId: idSchema.nullable().default(null),
        time: wallTimeSchema.nullable().default(null),
        /** A paused entry stays in the week and is not suggested. */
        isActive: z.boolean().default(true),
      }),
    )
    .max(MOST_ENTRIES)
    .default([])
    .superRefine((entries, context) => {
      const seen = new Set<string>()
      entries.forEach(({ dayOfWeek, routineId }, index) => {
        if (routineId === null) return
        const key = `${dayOfWeek} ${routineId}`
        const refused = { path: [index, 'routineId'], params: { key: 'twiceThatDay' } }
        if (seen.has(key)) context.addIssue({ code: 'custom', ...refused })
        seen.add(key)
      })
    })
    .transform((entries) =>
      entries.flatMap(({ routineId, ...entry }) =>
        routineId === null ? [] : [{ ...entry, routineId }],
      ),
    ),
})

export const scheduleSchema = z.object({
  mode: modeSchema,
  entries: z.array(
    z.object({
      id: idSchema,
      dayOfWeek: dayOfWeekSchema,
      time: wallTimeSchema.nullable(),
      routineId: idSchema,
      name: z.string(),
      isActive: z.boolean(),
    }),
  ),
})
