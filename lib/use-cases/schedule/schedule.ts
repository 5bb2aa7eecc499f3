import * as z from 'zod'
import { defineUseCase } from '@/lib/core/define-use-case'
import { ownData } from '@/lib/policies/own-data'
import { ProfileRepository } from '@/lib/repositories/profile-repository'
import { ScheduleRepository } from '@/lib/repositories/schedule-repository'
import { scheduleInputSchema, scheduleSchema } from '@/lib/schemas/schedule'

/** A person's week: which routine on which day, by day and time. */
export const getSchedule = defineUseCase({
  name: 'schedule.get',
  kind: 'read',
  access: 'user',
  input: z.strictObject({}),
  output: scheduleSchema,
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope }) => readSchedule(new ScheduleRepository(tx, scope)),
})

/** Replaces the whole week, and its mode where one is said; the same again changes nothing. Only own routines can be planned. */
export const putSchedule = defineUseCase({
  name: 'schedule.put',
  kind: 'write',
  access: 'user',
  input: scheduleInputSchema,
  output: scheduleSchema,
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, input }) => {
    const schedule = new ScheduleRepository(tx, scope)
    await schedule.replace(input.entries)
    if (input.mode) await new ProfileRepository(tx, scope).update({ scheduleMode: input.mode })
    return readSchedule(schedule)
  },
})

const readSchedule = async (schedule: ScheduleRepository) => ({
  mode: await schedule.getMode(),
  entries: await schedule.list(),
})
