import * as z from 'zod'
import { toSync } from '@/lib/core/result'
import { BLOCK_KINDS, ROUTINE_GOALS, ROUTINE_LEVELS } from '@/lib/domain/plan-kinds'
import { parseTypedReps } from '@/lib/domain/typed-reps'
import { toMeters } from '@/lib/domain/units'
import { trackingSchema } from './exercise'
import { patchShape } from './patch'
import {
  answeredTargetSchema,
  blockShape,
  durationSecondsSchema,
  isCoverable,
  lineFactsShape,
  plannedBlockSchema,
  plannedExerciseSchema,
  plannedSetSchema,
  progressionSchema,
  type RoutineDocument,
  routineDocumentSchema,
  routineHeadShape,
  rpeSchema,
  setKindSchema,
  type Target,
  targetSchema,
  tooFar,
  typedDistanceShape,
  typedWeightSchema,
  weightUnitSchema,
} from './plan'
import { idSchema, localDateSchema, text } from './text'
import { typedProgressionSchema } from './typed-progression'

export const routineIdSchema = z.strictObject({ routineId: idSchema })

/** The gym whose library is meant; left out it is one's own. */
export const libraryShape = { gymId: idSchema.optional() }

/** A routine to copy, and where to. */
export const routineCopySchema = routineIdSchema.extend(libraryShape)

const answeredHeadShape = {
  id: idSchema,
  name: z.string(),
  description: z.string(),
  color: z.string().nullable(),
  estimatedMinutes: z.int().nullable(),
  level: z.enum(ROUTINE_LEVELS).nullable(),
  goal: z.enum(ROUTINE_GOALS).nullable(),
  tags: z.array(z.string()),
}

export const templateSummarySchema = z.object({ ...answeredHeadShape, exerciseCount: z.int() })

export const routineSummarySchema = templateSummarySchema.extend({
  timesUsed: z.int(),
  lastUsed: localDateSchema.nullable(),
  /** Whether a workout was ever started with it, finished or not. */
  hasSessions: z.boolean(),
})

const lineSchema = answeredTargetSchema.extend({
  exerciseId: idSchema,
  name: z.string(),
  tracking: trackingSchema,
  sets: z.int(),
  restSeconds: z.int().nullable(),
  tempo: z.string().nullable(),
  notes: z.string(),
  progression: progressionSchema.nullable(),
  /** Of an own line with a wave: the one that stands today, in the rule's unit. */
  trainingMax: z.object({ value: z.number(), unit: weightUnitSchema }).nullable(),
  setList: z.array(answeredTargetSchema.extend({ kind: setKindSchema })),
})
export type RoutineLine = z.output<typeof lineSchema>

const blockSchema = z.object({
  kind: z.enum(BLOCK_KINDS),
  rounds: z.int(),
  restSeconds: z.int(),
  timeCapSeconds: z.int().nullable(),
  exercises: z.array(lineSchema),
})
export type RoutineBlock = z.output<typeof blockSchema>

/** A routine or built-in template with everything in it. */
export const routineSchema = z.object({
  ...answeredHeadShape,
  isOwn: z.boolean(),
  /** The gym whose trainers share it; null for one's own and for templates. */
  gym: z.object({ name: z.string(), slug: z.string() }).nullable(),
  /** Whether the reader may change it. */
  isEditable: z.boolean(),
  isArchived: z.boolean(),
  /** Changes with every save. */
  version: z.string(),
  blocks: z.array(blockSchema),
})
export type Routine = z.output<typeof routineSchema>

/** The most exercises a routine holds. */
const MOST_EXERCISES = 50
const MOST_KG = 1500

/** What holds for a routine as a whole: how much it is, and that every weight can be meant. */
const checkDocument = ({ blocks }: RoutineDocument, context: z.RefinementCtx): void =>
  checkBlocks(blocks, context)

function checkBlocks(blocks: RoutineDocument['blocks'], context: z.RefinementCtx): void {
  const check = (target: Target, path: PropertyKey[]) => {
    const refuse = (field: string, key: string) =>
      context.addIssue({ code: 'custom', path: [...path, field], params: { key } })
    if (target.weight !== null && target.weightUnit === null) refuse('weight', 'weightUnit')
    if (target.weightUnit !== 'lb' && (target.weight ?? 0) > MOST_KG)
      refuse('weight', 'weightTooHeavy')
    if (target.repsMax !== null && target.repsMax < (target.repsMin ?? 0))
      refuse('repsMax', 'repsOrder')
  }
  blocks.forEach((block, b) => {
    block.exercises.forEach((line, e) => {
      const path = ['blocks', b, 'exercises', e]
      check(line, path)
      line.setList.forEach((set, s) => {
        check(set, [...path, 'setList', s])
      })
    })
  })
  if (countExercises(blocks) > MOST_EXERCISES)
    context.addIssue({ code: 'custom', path: [], params: { key: 'tooManyExercises' } })
}

const countExercises = (blocks: RoutineDocument['blocks']): number =>
  blocks.reduce((sum, block) => sum + block.exercises.length, 0)

export const isRoutineFull = (document: RoutineDocument): boolean =>
  countExercises(document.blocks) >= MOST_EXERCISES

/** A new routine; the same `id` again changes nothing. */
export const newRoutineSchema = routineDocumentSchema
  .extend({ id: idSchema.optional(), ...libraryShape })
  .superRefine(checkDocument)

/** What a change of a routine says; what it leaves out stays, and `blocks` are all or none. */
export const routinePatchSchema = z
  .strictObject({
    routineId: idSchema,
    ...patchShape(routineDocumentSchema.shape),
    isArchived: z.boolean().optional(),
  })
  .superRefine(({ blocks = [] }, context) => checkBlocks(blocks, context))

const index = z.int().min(0).max(100)

/** What an editor's button took out and where from, so that it can be put back. */
const removedPartSchema = z.union([
  z.strictObject({ at: z.tuple([index]), block: plannedBlockSchema }),
  z.strictObject({ at: z.tuple([index, index]), line: plannedExerciseSchema }),
  z.strictObject({ at: z.tuple([index, index, index]), set: plannedSetSchema }),
])
export type RemovedPart = z.output<typeof removedPartSchema>

const removedTextSchema = z
  .string()
  .max(200_000)
  .transform((json) => toSync((): unknown => JSON.parse(json))[1])
  .pipe(removedPartSchema)

const nullish = <T extends z.ZodType>(schema: T) => schema.nullable().default(null)

/** A target as the editor's fields hold it: reps in one field, the distance in its own unit. */
const typedTargetShape = {
  reps: text({ max: 20 })
    .refine((typed) => parseTypedReps(typed) !== null, { params: { key: 'reps' } })
    .default(''),
  weight: nullish(typedWeightSchema),
  weightUnit: weightUnitSchema,
  percentOfMax: targetSchema.shape.percentOfMax,
  rpe: nullish(rpeSchema),
  durationSeconds: nullish(durationSecondsSchema),
  ...typedDistanceShape,
}

function targetOfTyped(typed: z.output<z.ZodObject<typeof typedTargetShape>>): Target {
  const { reps, weight, weightUnit, percentOfMax, rpe, durationSeconds } = typed
  return {
    repsMin: null,
    repsMax: null,
    isAmrap: false,
    ...parseTypedReps(reps),
    ...{ weight, weightUnit: weight === null ? null : weightUnit, percentOfMax, rpe },
    durationSeconds,
    distanceMeters: typed.distance === null ? null : toMeters(typed.distance, typed.distanceUnit),
  }
}

const typedSetSchema = z
  .strictObject({ kind: setKindSchema.default('normal'), ...typedTargetShape })
  .refine(isCoverable, tooFar)
  .transform(({ kind, ...typed }) => ({ kind, ...targetOfTyped(typed) }))

const typedLineSchema = z
  .strictObject({
    exerciseId: idSchema,
    ...lineFactsShape,
    ...typedTargetShape,
    setList: z.array(typedSetSchema).max(20).default([]),
    progression: typedProgressionSchema,
  })
  .refine(isCoverable, tooFar)
  .transform(({ exerciseId, sets, restSeconds, tempo, notes, setList, progression, ...typed }) => ({
    ...{ exerciseId, sets, ...targetOfTyped(typed) },
    ...{ restSeconds, tempo, notes, setList },
    ...{ progression: progression.rule, trainingMax: progression.trainingMax },
  }))

/** The whole routine as its editor posts it, and optionally one thing to do with it afterwards. */
export const savedRoutineSchema = z
  .strictObject({
    ...routineHeadShape,
    blocks: z
      .array(
        z.strictObject({
          ...blockShape,
          exercises: z.array(typedLineSchema).max(MOST_EXERCISES).default([]),
        }),
      )
      .max(50)
      .default([]),
    routineId: idSchema,
    /** The version that the editor showed; left out, this takes the place of whatever is there. */
    seen: z.string().max(40).optional(),
    /** `verb:block:exercise:set`, see `applyRoutineIntent`; `pick:block` only saves. */
    intent: z
      .string()
      .regex(/^[a-z]+(-[a-z]+)*(:\d{1,3}){0,4}$/)
      .optional(),
    /** What `undo` puts back: the JSON of a removed part. */
    removed: removedTextSchema.optional(),
  })
  .superRefine(checkDocument)

export const saveResultSchema = z.object({
  routineId: idSchema,
  intent: z.string().nullable(),
  /** The intent of the button that has the focus now. */
  focus: z.string().nullable(),
  /** What was taken out, with its JSON to put it back. */
  removed: z.object({ part: z.enum(['block', 'exercise', 'set']), json: z.string() }).nullable(),
})

/** An exercise for a block of a routine; past the last block a new one begins. */
export const addToRoutineSchema = z.strictObject({
  routineId: idSchema,
  block: index,
  exerciseId: idSchema,
})
