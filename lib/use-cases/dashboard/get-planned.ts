import * as z from 'zod'
import { defineUseCase } from '@/lib/core/define-use-case'
import { localDate } from '@/lib/domain/local-date'
import { ownData } from '@/lib/policies/own-data'
import { plannedSchema, readPlan } from './read-plan'

/** What the schedule has for today and what comes after it. */
export const getPlanned = defineUseCase({
  name: 'dashboard.getPlanned',
  kind: 'read',
  access: 'user',
  input: z.strictObject({}),
  output: z.object({ planned: z.array(plannedSchema), next: plannedSchema.nullable() }),
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, actor, scope, now }) => {
    const today = localDate({ instant: now, ...actor })
    const { firstDayOfWeek } = actor
    const { planned, next } = await readPlan({ tx, scope }, { today, firstDayOfWeek })
    return { planned, next }
  },
})
