import * as z from 'zod'
import { defineUseCase } from '@/lib/core/define-use-case'
import { ownData } from '@/lib/policies/own-data'
import { RoutineRepository } from '@/lib/repositories/routine-repository'
import { idSchema, localDateSchema } from '@/lib/schemas/text'

/** Own routines with how much they hold and how they were used, latest used first. */
export const listRoutines = defineUseCase({
  name: 'routine.list',
  kind: 'read',
  access: 'user',
  input: z.strictObject({ isArchived: z.boolean().default(false) }),
  output: z.object({
    routines: z.array(
      z.object({
        id: idSchema,
        name: z.string(),
        description: z.string(),
        color: z.string().nullable(),
        estimatedMinutes: z.int().nullable(),
        exerciseCount: z.int(),
        timesUsed: z.int(),
        lastUsedOn: localDateSchema.nullable(),
      }),
    ),
  }),
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, input }) => ({
    routines: await new RoutineRepository(tx, scope).list(input),
  }),
})
