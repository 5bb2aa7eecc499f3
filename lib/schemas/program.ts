import * as z from 'zod'
import { ROUTINE_GOALS, ROUTINE_LEVELS } from '@/lib/domain/plan-kinds'
import { PLAN_GEAR } from '@/lib/domain/program'
import { equipmentSchema } from './exercise'
import { dayOfWeekSchema } from './schedule'
import { idSchema, optionalText } from './text'

const slugSchema = z.string().max(100)
export const programSlugSchema = z.strictObject({ slug: slugSchema })

/** What narrows the list of programs and single workouts; what is left out narrows nothing. */
export const planSearchSchema = z.strictObject({
  q: optionalText(100),
  level: z.enum(ROUTINE_LEVELS).optional(),
  goal: z.enum(ROUTINE_GOALS).optional(),
  /** Workouts per week. */
  days: z.coerce.number().int().min(1).max(7).optional(),
  /** The longest workout, in minutes. */
  minutes: z.coerce.number().int().min(1).max(300).optional(),
  gear: z.enum(PLAN_GEAR).optional(),
})
export type PlanSearch = z.output<typeof planSearchSchema>

const planFacts = {
  name: z.string(),
  description: z.string(),
  level: z.enum(ROUTINE_LEVELS).nullable(),
  goal: z.enum(ROUTINE_GOALS).nullable(),
  /** The longest of its workouts. */
  minutes: z.int().nullable(),
  equipment: z.array(equipmentSchema),
}

/** A program, or a template that belongs to none. */
export const planCardSchema = z.object({
  ...planFacts,
  /** Null for a single workout. */
  slug: slugSchema.nullable(),
  /** The template of a single workout, or of a program's first day. */
  routineId: idSchema,
  daysPerWeek: z.int().nullable(),
})
export type PlanCard = z.output<typeof planCardSchema>

export const programSchema = z.object({
  ...planFacts,
  slug: slugSchema,
  progression: z.string(),
  weeks: z.int().nullable(),
  /** The workouts of a week as places in `days`. */
  week: z.array(z.int()),
  days: z.array(
    z.object({
      /** The template. */
      routineId: idSchema,
      /** Without the program's name. */
      name: z.string(),
      minutes: z.int().nullable(),
      exercises: z.array(
        z.object({
          exerciseId: idSchema,
          name: z.string(),
          /** How many sets of what, such as three of `8–12`; the text is empty where nothing is asked. */
          sets: z.array(z.object({ count: z.int(), text: z.string() })),
        }),
      ),
    }),
  ),
})
export type Program = z.output<typeof programSchema>

/** A program to add, and the days of the week to train on; without any it is not scheduled. */
export const addProgramSchema = z.strictObject({
  slug: slugSchema,
  days: z.array(dayOfWeekSchema).max(7).default([]),
  /** Pauses what else is planned on these days. */
  pausesOthers: z.boolean().default(false),
  /** Lets the workouts of the schedule take turns, whatever week it is. */
  takesTurns: z.boolean().default(false),
})

/** What adding a program did, which is what undoing it needs. */
export const addedProgramSchema = z.strictObject({
  routineIds: z.array(idSchema).min(1).max(7),
  /** Entries of the schedule that were paused. */
  pausedIds: z.array(idSchema).max(50).default([]),
  /** Whether the schedule began to take turns. */
  isInTurns: z.boolean().default(false),
})
export type AddedProgram = z.output<typeof addedProgramSchema>

/** Ids in an address, with a dot between. */
const idsIn = (param: unknown): string[] =>
  typeof param === 'string' ? param.split('.').filter(Boolean) : []

/** The same as the pages' addresses have it, `?added=…&paused=…&turns=1`. */
export const addedInAddressSchema = z.preprocess((params: Record<string, unknown>) => {
  return {
    ...{ routineIds: idsIn(params.added), pausedIds: idsIn(params.paused) },
    isInTurns: params.turns === '1',
  }
}, addedProgramSchema)

/** The address of what adding a program did, as `addedInAddressSchema` reads it. */
export const addressOfAdded = ({ routineIds, pausedIds, isInTurns }: AddedProgram): string =>
  new URLSearchParams({
    ...{ added: routineIds.join('.'), paused: pausedIds.join('.') },
    ...(isInTurns && { turns: '1' }),
  }).toString()
