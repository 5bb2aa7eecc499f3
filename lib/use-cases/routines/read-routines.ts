import * as z from 'zod'
import { defineUseCase } from '@/lib/core/define-use-case'
import { localDate } from '@/lib/domain/local-date'
import { blocksIn } from '@/lib/domain/rule-in'
import { hasGymRight } from '@/lib/policies/gym-rights'
import { ownData } from '@/lib/policies/own-data'
import { assertLibraryReader, assertRoutineReader } from '@/lib/policies/routine'
import { RoutineListRepository } from '@/lib/repositories/routine-list-repository'
import { RoutineRepository, versionOf } from '@/lib/repositories/routine-repository'
import {
  libraryShape,
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

/** Own routines, or a gym's, with how much they hold and how one has used them, latest used first. */
export const listRoutines = defineUseCase({
  name: 'routine.list',
  kind: 'read',
  access: 'user',
  input: z.strictObject({
    isArchived: z.boolean().default(false),
    ...libraryShape,
    ...pageShape,
  }),
  output: z.object({ routines: z.array(routineSummarySchema), hasMore: z.boolean() }),
  authorize: (context) => assertLibraryReader(context, context.input.gymId),
  run: async ({ tx, scope, input }) => {
    const rows = await new RoutineListRepository(tx, scope).list({
      ...input,
      limit: input.limit + 1,
    })
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
    const routines = new RoutineListRepository(tx, scope)
    const rows = await routines.listTemplates({ limit: limit + 1, offset })
    return { templates: rows.slice(0, limit), hasMore: rows.length > limit }
  },
})

/** An own routine, a gym's or a built-in template with everything in it. */
export const getRoutine = defineUseCase({
  name: 'routine.get',
  kind: 'read',
  access: 'user',
  input: routineIdSchema,
  output: routineSchema,
  authorize: (context) => assertRoutineReader(context, context.input.routineId),
  run: async ({ tx, scope, actor, now, input: { routineId } }) => {
    const routines = new RoutineRepository(tx, scope)
    const { ownerId, gymName, gymSlug, archivedAt, updatedAt, ...head } =
      await routines.get(routineId)
    const isBuiltIn = ownerId === null && head.organizationId === null
    const stored = await routines.getBlocks(routineId)
    const blocks = isBuiltIn ? blocksIn(actor.weightUnit, stored) : stored
    const today = localDate({ instant: now, ...actor })
    const maxes = await readTrainingMaxes(
      { tx, scope: ownData(actor) },
      { routineId, blocks, today },
    )
    return {
      ...head,
      isOwn: ownerId !== null,
      gym: gymName !== null && gymSlug !== null ? { name: gymName, slug: gymSlug } : null,
      isEditable: 'gymId' in scope ? hasGymRight(scope.role, 'routine:write') : ownerId !== null,
      isArchived: archivedAt !== null,
      version: versionOf(updatedAt),
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
