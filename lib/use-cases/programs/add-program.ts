import { defineUseCase } from '@/lib/core/define-use-case'
import { NotFoundError } from '@/lib/core/errors'
import { workoutsOnDays } from '@/lib/domain/program'
import { blocksIn } from '@/lib/domain/rule-in'
import { ownData } from '@/lib/policies/own-data'
import { ProfileRepository } from '@/lib/repositories/profile-repository'
import { RoutineListRepository } from '@/lib/repositories/routine-list-repository'
import { RoutineRepository } from '@/lib/repositories/routine-repository'
import { ScheduleRepository } from '@/lib/repositories/schedule-repository'
import { addedProgramSchema, addProgramSchema } from '@/lib/schemas/program'
import { programOf } from './read-programs'

/**
 * Copies every day of a program into one's own library and puts its week on the days chosen. What is
 * planned on those days stays beside it, or is paused where that is asked for. Workouts that take
 * turns do so from week to week where that is asked for.
 */
export const addProgram = defineUseCase({
  name: 'program.add',
  kind: 'write',
  access: 'user',
  input: addProgramSchema,
  output: addedProgramSchema,
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, actor, input: { slug, days, ...asked } }) => {
    const program = programOf(slug)
    const routines = new RoutineRepository(tx, scope)
    const templateIds = await new RoutineListRepository(tx, scope).templateIds(program.days)
    const routineIds: string[] = []
    for (const day of program.days) {
      const sourceRoutineId = templateIds.get(day)
      if (!sourceRoutineId) throw new NotFoundError()
      const document = await routines.getDocument(sourceRoutineId)
      const blocks = blocksIn(actor.weightUnit, document.blocks)
      routineIds.push(await routines.create({ ...document, blocks, sourceRoutineId }))
    }
    const schedule = new ScheduleRepository(tx, scope)
    const pausedIds = asked.pausesOthers ? await schedule.pause(days) : []
    const { firstDayOfWeek } = actor
    await schedule.add(
      workoutsOnDays(program.week, { days, firstDayOfWeek }).flatMap(({ dayOfWeek, place }) => {
        const routineId = routineIds[place]
        return routineId ? [{ dayOfWeek, routineId, time: null }] : []
      }),
    )
    const isInTurns = asked.takesTurns && (await schedule.getMode()) === 'calendar'
    if (isInTurns) await new ProfileRepository(tx, scope).update({ scheduleMode: 'sequential' })
    return { routineIds, pausedIds, isInTurns }
  },
})

/** Deletes the routines that adding a program made and ends the pauses and the turns it began. */
export const undoProgram = defineUseCase({
  name: 'program.undo',
  kind: 'write',
  access: 'user',
  input: addedProgramSchema,
  output: addedProgramSchema,
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, now, input }) => {
    const routines = new RoutineRepository(tx, scope)
    for (const routineId of input.routineIds) await routines.delete(routineId, now)
    await new ScheduleRepository(tx, scope).resume(input.pausedIds)
    if (input.isInTurns) await new ProfileRepository(tx, scope).update({ scheduleMode: 'calendar' })
    return input
  },
})
