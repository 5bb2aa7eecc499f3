import * as z from 'zod'
import { defineUseCase } from '@/lib/core/define-use-case'
import { ownData } from '@/lib/policies/own-data'
import { RoutineRepository } from '@/lib/repositories/routine-repository'
import {
  routineIdSchema,
  routineSchema,
  routineSummarySchema,
  templateSummarySchema,
} from '@/lib/schemas/routine'

/** Own routines with how much they hold and how they were used, latest used first. */
export const listRoutines = defineUseCase({
  name: 'routine.list',
  kind: 'read',
  access: 'user',
  input: z.strictObject({ isArchived: z.boolean().default(false) }),
  output: z.object({ routines: z.array(routineSummarySchema) }),
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, input }) => ({
    routines: await new RoutineRepository(tx, scope).list(input),
  }),
})

/** The built-in templates, by goal and name. */
export const listTemplates = defineUseCase({
  name: 'routine.listTemplates',
  kind: 'read',
  access: 'user',
  input: z.strictObject({}),
  output: z.object({ templates: z.array(templateSummarySchema) }),
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope }) => ({
    templates: await new RoutineRepository(tx, scope).listTemplates(),
  }),
})

/** An own routine or a built-in template with everything in it. */
export const getRoutine = defineUseCase({
  name: 'routine.get',
  kind: 'read',
  access: 'user',
  input: routineIdSchema,
  output: routineSchema,
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, input: { routineId } }) => {
    const routines = new RoutineRepository(tx, scope)
    const { ownerId, archivedAt, updatedAt, ...head } = await routines.get(routineId)
    return {
      ...head,
      isOwn: ownerId !== null,
      isArchived: archivedAt !== null,
      version: updatedAt.toISOString(),
      blocks: await routines.getBlocks(routineId),
    }
  },
})
