import * as z from 'zod'
import { newId } from '@/lib/core/id'
import { SESSION_FEELINGS } from '@/lib/domain/feelings'
import { barInUnit, MOST_BAR } from '@/lib/domain/gear'
import { SET_KINDS } from '@/lib/domain/plan-kinds'
import { SIDES } from '@/lib/domain/set-numbers'
import type { Operation } from '@/lib/domain/training/operations'
import {
  restSecondsSchema,
  rpeSchema,
  setKindSchema,
  targetSchema,
  twoDecimals,
  weightUnitSchema,
} from './plan'
import { sessionNameSchema } from './session-document'
import { idSchema } from './text'
import { trainingExerciseSchema, trainingSetSchema, valuesShape } from './training'
import { reasonSchema } from './workout'

const longText = z.string().max(100_000)
const exercise = { exerciseLogId: idSchema }

const newSetSchema = z.strictObject({
  id: idSchema,
  kind: setKindSchema,
  target: targetSchema.nullable().optional(),
})
/**
 * Makes a new id for each post. A default would not: the schema for forms reads it once and keeps it.
 */
const freshId = idSchema.optional().transform((id) => id ?? newId())
const setIds = z.array(idSchema).min(1).max(20)
const freshSetIds = setIds.optional().transform((ids) => ids ?? Array.from({ length: 20 }, newId))

const startedSchema = trainingExerciseSchema
  .pick({ id: true, exerciseId: true, block: true, blockKind: true, restSeconds: true })
  .extend({
    tempo: z.string().max(20).nullable(),
    planNotes: z.string().max(200),
    reason: reasonSchema.nullable(),
    sets: z
      .array(
        z.strictObject({
          id: idSchema,
          kind: setKindSchema,
          target: targetSchema.nullable(),
          weightUnit: weightUnitSchema,
        }),
      )
      .max(200),
  })

/** What each kind of change says, as `Change` has it. */
const CHANGES = {
  start: {
    routineId: idSchema.nullable(),
    name: sessionNameSchema,
    exercises: z.array(startedSchema).max(100),
  },
  logSet: { setId: idSchema, baseRevision: z.int(), values: z.strictObject(valuesShape) },
  addSets: {
    ...exercise,
    sets: z.array(newSetSchema).min(1).max(20),
    isFirst: z.boolean().default(false),
  },
  noteSet: { setId: idSchema, notes: longText.default('') },
  removeSet: { setId: idSchema },
  restoreSet: { setId: idSchema },
  addExercise: {
    exerciseLogId: idSchema,
    exerciseId: idSchema,
    setIds,
    swapFor: idSchema.nullable().default(null),
    joins: idSchema.nullable().default(null),
    takesSets: z.boolean().default(false),
  },
  removeExercise: exercise,
  restoreExercise: exercise,
  moveExercise: {
    ...exercise,
    direction: z.enum(['up', 'down']),
    isWhole: z.boolean().default(false),
  },
  joinBlock: { ...exercise, partnerId: idSchema },
  leaveBlock: { ...exercise, isWhole: z.boolean().default(false) },
  addRound: { ...exercise, setIds: z.array(idSchema).min(1).max(100) },
  noteExercise: { ...exercise, notes: longText.default('') },
  preferExercise: {
    exerciseId: idSchema,
    weightUnit: weightUnitSchema.nullable().default(null),
    restSeconds: restSecondsSchema.nullable().default(null),
    barWeight: twoDecimals(z.number().min(0).max(MOST_BAR)).nullable().default(null),
  },
  keepTraining: {},
  finish: {
    notes: longText.default(''),
    feeling: z.enum(SESSION_FEELINGS).nullable().default(null),
    sessionRpe: rpeSchema.nullable().default(null),
    isEndedAtLastSet: z.boolean().default(false),
  },
}

const queued = { id: idSchema, sessionId: idSchema, at: z.iso.datetime({ offset: true }) }
const said = <T extends keyof typeof CHANGES>(type: T) =>
  z.strictObject({ ...queued, type: z.literal(type), ...CHANGES[type] })

/** One change of a workout that goes on, as a phone keeps it; its `id` makes a retry harmless. */
export const operationSchema = z.discriminatedUnion('type', [
  said('start'),
  said('logSet'),
  said('addSets'),
  said('noteSet'),
  said('removeSet'),
  said('restoreSet'),
  said('addExercise'),
  said('removeExercise'),
  said('restoreExercise'),
  said('moveExercise'),
  said('joinBlock'),
  said('leaveBlock'),
  said('addRound'),
  said('noteExercise'),
  said('preferExercise'),
  said('keepTraining'),
  said('finish'),
]) satisfies z.ZodType<Operation>

/** The id may be made with the page, so that a post sent twice is one. */
const head = { id: freshId, sessionId: idSchema }
const posted = <T extends keyof typeof CHANGES>(type: T) =>
  z.strictObject({ ...head, type: z.literal(type), ...CHANGES[type] })

/**
 * The same as a form posts it. A set and the end of the workout have forms of their own. The weight of
 * a bar stands in the unit that its field was shown in, which may be the one just given up.
 */
export const editWorkoutSchema = z.discriminatedUnion('type', [
  posted('addSets'),
  posted('noteSet'),
  posted('removeSet'),
  posted('restoreSet'),
  posted('addExercise').extend({ exerciseLogId: freshId, setIds: freshSetIds }),
  posted('removeExercise'),
  posted('restoreExercise'),
  posted('moveExercise'),
  posted('joinBlock'),
  posted('leaveBlock'),
  posted('addRound'),
  posted('noteExercise'),
  posted('preferExercise')
    .extend({ barUnit: weightUnitSchema.optional(), ownUnit: weightUnitSchema.optional() })
    .transform(({ barUnit, ownUnit, ...said }) => {
      const { barWeight, weightUnit } = said
      const unit = weightUnit ?? ownUnit
      if (barWeight === null || !barUnit || !unit) return said
      return { ...said, barWeight: barInUnit(barWeight, barUnit, unit) }
    }),
  posted('keepTraining'),
])

/** One list has kinds and sides; a side is chosen together with the kind that stays. */
const kindChoiceSchema = z.enum([
  ...SET_KINDS,
  ...SET_KINDS.flatMap((kind) =>
    (['both', ...SIDES] as const).map((side) => `${kind} ${side}` as const),
  ),
])

/** The row of a set as its form posts it: what was typed, read by `parseTypedSet`. */
const typed = z.string().max(100_000).default('')
const typedSetSchema = z.strictObject({
  setId: idSchema,
  opId: idSchema,
  baseRevision: z.int().min(1),
  kind: kindChoiceSchema.default('normal'),
  side: z.enum(SIDES).nullable().default(null),
  isCompleted: z.boolean().default(false),
  /** The answers to what was asked: the odd figures are right; no weight was used. */
  isMeant: z.boolean().default(false),
  hasNoWeight: z.boolean().default(false),
  weight: typed,
  weightUnit: weightUnitSchema,
  reps: typed,
  durationSeconds: typed,
  distance: typed,
  /** What the field of the distance was shown from. */
  distanceMeters: z.number().nullable().default(null),
  rpe: typed,
})
export const logSetSchema = typedSetSchema.transform(({ kind: choice, side, ...row }) => ({
  ...row,
  kind: SET_KINDS.find((kind) => choice.startsWith(kind)) ?? 'normal',
  side: choice.includes(' ') ? (SIDES.find((each) => choice.endsWith(each)) ?? null) : side,
}))

const fieldMessageSchema = z.object({
  key: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})

export const operationResultSchema = z.object({
  id: idSchema,
  /** `applied` also for what was done before; the others changed nothing. */
  status: z.enum(['applied', 'conflict', 'refused']),
  /** What stands, where another device changed the set in the meantime. */
  theirs: trainingSetSchema.optional(),
  /** Why it was refused, and by field what is wrong. */
  key: z.string().optional(),
  fields: z.record(z.string(), fieldMessageSchema).optional(),
})
export type OperationResult = z.output<typeof operationResultSchema>
