import * as z from 'zod'
import { trackingSchema } from './exercise'
import {
  answeredTargetSchema,
  BLOCK_KINDS,
  plannedBlockSchema,
  plannedExerciseSchema,
  plannedSetSchema,
  ROUTINE_GOALS,
  ROUTINE_LEVELS,
  type RoutineDocument,
  routineDocumentSchema,
  setKindSchema,
  type Target,
} from './plan'
import { idSchema, localDateSchema } from './text'

export const routineIdSchema = z.strictObject({ routineId: idSchema })

const headShape = {
  id: idSchema,
  name: z.string(),
  description: z.string(),
  color: z.string().nullable(),
  estimatedMinutes: z.int().nullable(),
  level: z.enum(ROUTINE_LEVELS).nullable(),
  goal: z.enum(ROUTINE_GOALS).nullable(),
  tags: z.array(z.string()),
}

export const templateSummarySchema = z.object({ ...headShape, exerciseCount: z.int() })
export type TemplateSummary = z.output<typeof templateSummarySchema>

export const routineSummarySchema = templateSummarySchema.extend({
  isArchived: z.boolean(),
  timesUsed: z.int(),
  lastUsedOn: localDateSchema.nullable(),
})
export type RoutineSummary = z.output<typeof routineSummarySchema>

const lineSchema = answeredTargetSchema.extend({
  exerciseId: idSchema,
  name: z.string(),
  tracking: trackingSchema,
  sets: z.int(),
  restSeconds: z.int().nullable(),
  tempo: z.string().nullable(),
  notes: z.string(),
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
  ...headShape,
  isOwn: z.boolean(),
  isArchived: z.boolean(),
  /** Changes with every save. */
  version: z.string(),
  blocks: z.array(blockSchema),
})
export type Routine = z.output<typeof routineSchema>

/** Everybody's weights are limited alike, and a range of reps counts upwards. */
function checkTargets(document: RoutineDocument, context: z.RefinementCtx): void {
  const check = (target: Target, path: PropertyKey[]) => {
    const refuse = (field: keyof Target, key: string) =>
      context.addIssue({ code: 'custom', path: [...path, field], params: { key } })
    if (target.weightUnit !== 'lb' && (target.weight ?? 0) > 1500)
      refuse('weight', 'weightTooHeavy')
    if (target.repsMin !== null && target.repsMax !== null && target.repsMax < target.repsMin)
      refuse('repsMax', 'repsOrder')
  }
  document.blocks.forEach((block, b) => {
    block.exercises.forEach((line, e) => {
      const path = ['blocks', b, 'exercises', e]
      check(line, path)
      line.setList.forEach((set, s) => {
        check(set, [...path, 'setList', s])
      })
    })
  })
}

/** A new routine; the same `id` again changes nothing. */
export const newRoutineSchema = routineDocumentSchema
  .extend({ id: idSchema.optional() })
  .superRefine(checkTargets)

const index = z.int().min(0).max(100)

/** What an editor's button took out and where from, so that it can be put back. */
export const removedPartSchema = z.union([
  z.strictObject({ at: z.tuple([index]), block: plannedBlockSchema }),
  z.strictObject({ at: z.tuple([index, index]), line: plannedExerciseSchema }),
  z.strictObject({ at: z.tuple([index, index, index]), set: plannedSetSchema }),
])
export type RemovedPart = z.output<typeof removedPartSchema>

/** The whole routine as typed, and optionally one thing to do with it afterwards. */
export const savedRoutineSchema = routineDocumentSchema
  .extend({
    routineId: idSchema,
    /** `verb:block:exercise:set`, see `applyRoutineIntent`; `pick:block` only saves. */
    intent: z
      .string()
      .regex(/^[a-z]+(-[a-z]+)*(:\d{1,3}){0,3}$/)
      .optional(),
    /** What `undo` puts back: the JSON of a removed part. */
    removed: z.string().max(200_000).optional(),
  })
  .superRefine(checkTargets)

export const saveResultSchema = z.object({
  routineId: idSchema,
  intent: z.string().nullable(),
  /** The intent of the button that has the focus now. */
  focus: z.string().nullable(),
  /** What was taken out, with its JSON to put it back. */
  removed: z.object({ name: z.string().nullable(), json: z.string() }).nullable(),
})
export type SaveResult = z.output<typeof saveResultSchema>
