import * as z from 'zod'
import { defineUseCase } from '@/lib/core/define-use-case'
import { localDate } from '@/lib/domain/local-date'
import { ownData } from '@/lib/policies/own-data'
import { RoutineRepository } from '@/lib/repositories/routine-repository'
import {
  routineIdSchema,
  routineSchema,
  routineSummarySchema,
  templateSummarySchema,
} from '@/lib/schemas/routine'
import { readTrainingMaxes, trainingMaxOf } from './training-maxes'

/** The screens show all there are. */
const pageShape = {
  limit: z.int().min(1).max(1000).default(1000),
  offset: z.int().min(0).max(100_000).default(0),
}

/** Own routines with how much they hold and how they were used, latest used first. */
export const listRoutines = defineUseCase({
  name: 'routine.list',
  kind: 'read',
  access: 'user',
  input: z.strictObject({ isArchived: z.boolean().default(false), ...pageShape }),
  output: z.object({ routines: z.array(routineSummarySchema), hasMore: z.boolean() }),
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, input }) => {
    const rows = await new RoutineRepository(tx, scope).list({ ...input, limit: input.limit + 1 })
    return { routines: rows.slice(0, input.limit), hasMore: rows.length > input.limit }
  },
})

/** The built-in templates, by goal and name. */
export const listTemplates = defineUseCase({
  name: 'routine.listTemplates',
  kind: 'read',
  access: 'user',
  input: z.strictObject(pageShape),
  output: z.object({ templates: z.array(templateSummarySchema), hasMore: z.boolean() }),
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, input: { limit, offset } }) => {
    const routines = new RoutineRepository(tx, scope)
    const rows = await routines.listTemplates({ limit: limit + 1, offset })
    return { templates: rows.slice(0, limit), hasMore: rows.length > limit }
  },
})

/** An own routine or a built-in template with everything in it. */
export const getRoutine = defineUseCase({
  name: 'routine.get',
  kind: 'read',
  access: 'user',
  input: routineIdSchema,
  output: routineSchema,
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, actor, now, input: { routineId } }) => {
    const routines = new RoutineRepository(tx, scope)
    const { ownerId, archivedAt, updatedAt, ...head } = await routines.get(routineId)
    const blocks = await routines.getBlocks(routineId)
    const today = localDate({ instant: now, ...actor })
    const maxes = await readTrainingMaxes({ tx, scope }, { routineId, blocks, today })
    return {
      ...head,
      isOwn: ownerId !== null,
      isArchived: archivedAt !== null,
      version: updatedAt.toISOString(),
      blocks: blocks.map((block) => ({
        ...block,
        exercises: block.exercises.map((line) => ({
          ...line,
          trainingMax: trainingMaxOf(line, maxes),
        })),
      })),
    }
  },
})
