import * as z from 'zod'
import { MEASUREMENT_KINDS, MEASUREMENT_UNITS } from '@/lib/domain/measurements'
import { twoDecimals } from './plan'
import { idSchema, localDateSchema } from './text'

export const measurementKindSchema = z.enum(MEASUREMENT_KINDS)
const unitSchema = z.enum(MEASUREMENT_UNITS)
const valueSchema = twoDecimals(z.number())

/** A day on which somebody may have been measured. */
const measuredOnSchema = localDateSchema.refine((date) => date >= '1900-01-01', {
  params: { key: 'date' },
})

/** As it was typed: `value` in `unit`. */
export const measurementSchema = z.object({
  id: idSchema,
  kind: measurementKindSchema,
  value: z.number(),
  unit: unitSchema,
  measuredOn: localDateSchema,
})
export type Measurement = z.output<typeof measurementSchema>

export const newMeasurementSchema = z.strictObject({
  /** Made by the client, so that the same again changes nothing. */
  id: idSchema.optional(),
  kind: measurementKindSchema,
  value: valueSchema,
  unit: unitSchema,
  measuredOn: measuredOnSchema,
})

/** What it names is changed; the kind stays. */
export const measurementChangeSchema = z.strictObject({
  id: idSchema,
  value: valueSchema.optional(),
  unit: unitSchema.optional(),
  measuredOn: measuredOnSchema.optional(),
})

export const measurementIdSchema = z.strictObject({ id: idSchema })

/** Newest first; everything left out is everything. */
export const measurementListSchema = z.strictObject({
  kind: measurementKindSchema.optional(),
  /** The first and the last day. */
  from: localDateSchema.optional(),
  to: localDateSchema.optional(),
  limit: z.int().min(1).max(100).default(20),
  /** The last one of the page before. */
  after: z.strictObject({ measuredOn: localDateSchema, id: idSchema }).optional(),
})
export type MeasurementList = z.output<typeof measurementListSchema>

export const measurementPageSchema = z.object({
  measurements: z.array(measurementSchema),
  hasMore: z.boolean(),
})

/** Values in `unit`, the person's own for the kind; changes null where nothing was measured then. */
const kindSummarySchema = z.object({
  kind: measurementKindSchema,
  unit: unitSchema,
  latest: z.object({ value: z.number(), measuredOn: localDateSchema }),
  /** Against a value about 30 days before the latest, and one about a year before. */
  changeInMonth: z.number().nullable(),
  changeInYear: z.number().nullable(),
})
export type KindSummary = z.output<typeof kindSummarySchema>

export const measurementTrendsSchema = z.object({
  /** The person's calendar day. */
  today: localDateSchema,
  /** Every kind that was ever measured. */
  kinds: z.array(kindSummarySchema),
  /** One kind over the last 365 days, oldest first, with its smoothed course. */
  course: z.object({
    kind: measurementKindSchema,
    unit: unitSchema,
    points: z.array(z.object({ date: localDateSchema, value: z.number(), trend: z.number() })),
  }),
})
