import * as z from 'zod'
import { BLOCK_KINDS, ROUTINE_GOALS, ROUTINE_LEVELS, SET_KINDS } from '@/lib/domain/plan-kinds'
import {
  hasTwoDecimals,
  MOST_METERS,
  MOST_SECONDS,
  MOST_WEIGHT,
  RPE,
  STEP_LIMITS,
} from '@/lib/domain/set-limits'
import { toMeters } from '@/lib/domain/units'
import { trackingSchema } from './exercise'
import { idSchema, optionalText, text } from './text'

export const setKindSchema = z.enum(SET_KINDS)
export type SetKind = z.infer<typeof setKindSchema>

export const weightUnitSchema = z.enum(['kg', 'lb'])

/** At most two decimals: more are refused rather than rounded away. */
export const twoDecimals = (schema: z.ZodNumber) =>
  schema.refine(hasTwoDecimals, { params: { key: 'twoDecimals' } })

const optional = <T extends z.ZodType>(schema: T) => schema.nullable().default(null)

/** Weight as typed, in its own unit; 1,500 kg or 3,306 lb is checked where the unit is known. */
export const typedWeightSchema = twoDecimals(z.number().min(0).max(MOST_WEIGHT.lb))
export const rpeSchema = z.number().min(RPE.min).max(RPE.max).multipleOf(RPE.step)
/** Whole seconds; a form may say them as `1:30`. */
const secondsSchema = (max: number) => z.int().min(0).max(max).meta({ unit: 'seconds' })

export const durationSecondsSchema = secondsSchema(MOST_SECONDS)
const distanceMetersSchema = twoDecimals(z.number().min(0).max(MOST_METERS))
export const restSecondsSchema = secondsSchema(600)

/** A distance as typed, in its own unit; at most 500 km. */
export const typedDistanceShape = {
  distance: twoDecimals(z.number().min(0)).nullable().default(null),
  distanceUnit: z.enum(['m', 'km', 'mi']).default('m'),
}
type TypedDistance = z.infer<z.ZodObject<typeof typedDistanceShape>>
export const isCoverable = ({ distance, distanceUnit }: TypedDistance): boolean =>
  toMeters(distance ?? 0, distanceUnit) <= MOST_METERS
export const tooFar = { path: ['distance'], params: { key: 'distanceTooLong' } }

/** What a set asks for. `percentOfMax` is percent of the estimated one-rep max. */
const targetShape = {
  repsMin: optional(z.int().min(1).max(100)),
  repsMax: optional(z.int().min(1).max(100)),
  isAmrap: z.boolean().default(false),
  weight: optional(typedWeightSchema),
  weightUnit: optional(weightUnitSchema),
  percentOfMax: optional(twoDecimals(z.number().min(1).max(150))),
  rpe: optional(rpeSchema),
  durationSeconds: optional(durationSecondsSchema),
  distanceMeters: optional(distanceMetersSchema),
}

export const targetSchema = z.strictObject(targetShape)
export type Target = z.infer<typeof targetSchema>

/** A target as it is answered: every field there, null where it asks for nothing. */
export const answeredTargetSchema = z.object({
  repsMin: z.int().nullable(),
  repsMax: z.int().nullable(),
  isAmrap: z.boolean(),
  weight: z.number().nullable(),
  weightUnit: weightUnitSchema.nullable(),
  percentOfMax: z.number().nullable(),
  rpe: z.number().nullable(),
  durationSeconds: z.int().nullable(),
  distanceMeters: z.number().nullable(),
})

export const plannedSetSchema = z.strictObject({
  kind: setKindSchema.default('normal'),
  ...targetShape,
})
export type PlannedSet = z.infer<typeof plannedSetSchema>

const stepShape = {
  /** What the load goes up by, in `unit`. */
  step: twoDecimals(z.number().min(STEP_LIMITS.least).max(STEP_LIMITS.most)),
  unit: weightUnitSchema,
}

const waveSetSchema = z.strictObject({
  /** Of the training max. */
  percent: twoDecimals(z.number().min(1).max(150)),
  reps: z.int().min(1).max(100),
  isAmrap: z.boolean().default(false),
})

export const linearRuleSchema = z.strictObject({
  kind: z.literal('linear'),
  ...stepShape,
  /** After so many misses in a row at a weight it falls by `deloadPercent`. */
  misses: z.int().min(1).max(10),
  deloadPercent: twoDecimals(z.number().min(1).max(90)),
})
export const doubleRuleSchema = z.strictObject({ kind: z.literal('double'), ...stepShape })
export const waveRuleSchema = z.strictObject({
  kind: z.literal('wave'),
  ...stepShape,
  weeks: z.array(z.array(waveSetSchema).min(1).max(20)).min(1).max(12),
})
export const rpeRuleSchema = z.strictObject({ kind: z.literal('rpe') })

/** How the loads of a line go on from what was done. */
export const progressionSchema = z.discriminatedUnion('kind', [
  linearRuleSchema,
  doubleRuleSchema,
  waveRuleSchema,
  rpeRuleSchema,
])

/** What a line says beside its target. */
export const lineFactsShape = {
  /** How many sets the line has; its `setList`, where it has rows, says each one instead. */
  sets: z.int().min(1).max(20).default(3),
  restSeconds: optional(restSecondsSchema),
  tempo: optional(text({ max: 20 })),
  notes: optionalText(200),
}

const lineShape = {
  ...lineFactsShape,
  ...targetShape,
  progression: optional(progressionSchema),
  setList: z.array(plannedSetSchema).max(20).default([]),
}

export const plannedExerciseSchema = z.strictObject({ exerciseId: idSchema, ...lineShape })
export type PlannedExercise = z.infer<typeof plannedExerciseSchema>

export const blockShape = {
  kind: z.enum(BLOCK_KINDS).default('single'),
  rounds: z.int().min(1).max(100).default(1),
  restSeconds: restSecondsSchema.default(0),
  timeCapSeconds: optional(durationSecondsSchema),
}

export const plannedBlockSchema = z.strictObject({
  ...blockShape,
  exercises: z.array(plannedExerciseSchema).max(50).default([]),
})
export type PlannedBlock = z.infer<typeof plannedBlockSchema>

export const routineHeadShape = {
  name: text({ min: 1, max: 100 }),
  description: optionalText(500),
  color: optional(z.string().regex(/^#[0-9A-Fa-f]{6}$/)),
  estimatedMinutes: optional(z.int().min(1).max(300)),
  level: optional(z.enum(ROUTINE_LEVELS)),
  goal: optional(z.enum(ROUTINE_GOALS)),
  tags: z
    .array(text({ min: 1, max: 30 }))
    .max(10)
    .default([]),
}

/** A routine as its editor, its copies and the template files know it. */
export const routineDocumentSchema = z.strictObject({
  ...routineHeadShape,
  blocks: z.array(plannedBlockSchema).max(50).default([]),
})
export type RoutineDocument = z.infer<typeof routineDocumentSchema>

/** A built-in template as its data file says it: exercises by slug. */
export const routineTemplateSchema = z.strictObject({
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  ...routineHeadShape,
  blocks: z
    .array(
      z.strictObject({
        ...blockShape,
        exercises: z
          .array(z.strictObject({ exercise: z.string(), ...lineShape }))
          .min(1)
          .max(50),
      }),
    )
    .min(1),
})
export type RoutineTemplate = z.infer<typeof routineTemplateSchema>

/** What a routine said when it was started: names included, so that nothing needs looking up. */
export const planSnapshotSchema = z.strictObject({
  name: z.string(),
  blocks: z.array(
    z.strictObject({
      ...blockShape,
      exercises: z.array(
        z.strictObject({
          exerciseId: idSchema,
          name: z.string(),
          tracking: trackingSchema,
          ...lineShape,
        }),
      ),
    }),
  ),
})
export type PlanSnapshot = z.infer<typeof planSnapshotSchema>
