import * as z from 'zod'
import { parseDumbbells } from '@/lib/domain/gear'
import { hasTwoDecimals } from '@/lib/domain/set-limits'
import { restSecondsSchema, twoDecimals } from './plan'

export const MOST_PLATES = 15
const MOST_DUMBBELLS = 60
const HEAVIEST_DUMBBELL = 500
const HEAVIEST_BAR = { kg: 100, lb: 220 } as const

const plateWeightSchema = twoDecimals(z.number().positive().max(100))
const plateCountSchema = z.int().min(0).max(40)

/** Plates as a form posts them: a row without anything in it is none. Heaviest first afterwards. */
const typedPlatesSchema = z
  .array(
    z.strictObject({
      weight: plateWeightSchema.nullable().default(null),
      /** All of them, those for both sides together. */
      count: plateCountSchema.nullable().default(null),
    }),
  )
  .max(MOST_PLATES)
  .default([])
  .superRefine((plates, context) => {
    const refuse = (path: [number, 'weight' | 'count'], key: 'required' | 'plateTwice') =>
      context.addIssue({ code: 'custom', path, params: { key } })
    plates.forEach(({ weight, count }, index) => {
      if (weight === null && count !== null) refuse([index, 'weight'], 'required')
      if (weight !== null && count === null) refuse([index, 'count'], 'required')
      const first = plates.findIndex((plate) => plate.weight === weight)
      if (weight !== null && first < index) refuse([index, 'weight'], 'plateTwice')
    })
  })
  .transform((plates) =>
    plates
      .flatMap(({ weight, count }) =>
        weight === null || count === null ? [] : [{ weight, count }],
      )
      .sort((a, b) => b.weight - a.weight),
  )

/** A list as it is typed. */
const typedDumbbellsSchema = z
  .string()
  .max(1000)
  .default('')
  .transform((text, context) => {
    const weights = parseDumbbells(text)
    const areFine =
      weights !== null &&
      weights.length <= MOST_DUMBBELLS &&
      weights.every((weight) => weight <= HEAVIEST_DUMBBELL && hasTwoDecimals(weight))
    if (areFine) return weights
    context.addIssue({ code: 'custom', params: { key: 'dumbbells' } })
    return z.NEVER
  })

const typedGear = (unit: 'kg' | 'lb') =>
  z.strictObject({
    bar: twoDecimals(z.number().min(0).max(HEAVIEST_BAR[unit])),
    plates: typedPlatesSchema,
    dumbbells: typedDumbbellsSchema,
  })

/** What lies beside the bar in either unit, and how long to rest where nothing else says it. */
export const gearInputSchema = z.strictObject({
  kg: typedGear('kg'),
  lb: typedGear('lb'),
  /** 0 is none. */
  restSeconds: restSecondsSchema,
})

const barAndPlatesSchema = z.object({
  bar: z.number(),
  plates: z.array(z.object({ weight: z.number(), count: z.int() })),
  dumbbells: z.array(z.number()).default([]),
})

export const gearSchema = z.object({
  kg: barAndPlatesSchema,
  lb: barAndPlatesSchema,
  restSeconds: z.int(),
  /** Nobody has said yet what lies there, so it is what most gyms have. */
  isUsual: z.boolean(),
})
