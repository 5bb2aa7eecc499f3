import * as z from 'zod'
import { defineUseCase } from '@/lib/core/define-use-case'
import { newId } from '@/lib/core/id'
import { localDate } from '@/lib/domain/local-date'
import { BLANK, type Training } from '@/lib/domain/training/training'
import { ownData } from '@/lib/policies/own-data'
import { RoutineListRepository } from '@/lib/repositories/routine-list-repository'
import { ScheduleRepository } from '@/lib/repositories/schedule-repository'
import { TrainingRepository } from '@/lib/repositories/training-repository'
import { idSchema } from '@/lib/schemas/text'
import { trainingDocumentSchema } from '@/lib/schemas/training'
import { type PlannedWorkout, planUnlessEmpty } from './lay-out'
import { readPastAndPerson } from './train'

/** Beyond the week's own these are the ones used last. */
const MOST_STARTS = 8

/**
 * What starts of today would lay out, for a phone that has to start without a network: the routines of
 * the person's week, those they used last, and the empty workout. Nothing is written. Ids and the start
 * only hold a place: the phone gives a workout its own when it starts it.
 */
export const getStarts = defineUseCase({
  name: 'workout.starts',
  kind: 'read',
  access: 'user',
  input: z.strictObject({}),
  output: z.array(
    z.object({
      routineId: idSchema.nullable(),
      days: z.array(z.int()),
      dayCutoffHour: z.int(),
      document: trainingDocumentSchema,
    }),
  ),
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, actor, now }) => {
    const week = await new ScheduleRepository(tx, scope).list()
    const page = { isArchived: false, limit: MOST_STARTS, offset: 0 }
    const used = await new RoutineListRepository(tx, scope).list(page)
    const ids = [...week.map(({ routineId }) => routineId), ...used.map(({ id }) => id)]
    const today = localDate({ instant: now, ...actor })
    const planned: PlannedWorkout[] = []
    for (const routineId of [...new Set(ids)].slice(0, MOST_STARTS)) {
      const plan = await planUnlessEmpty({ tx, scope, actor }, routineId, today)
      if (plan) planned.push(plan)
    }
    planned.push({ plan: null, routineId: null, logs: [], sets: [] })

    const exerciseIds = [
      ...new Set(planned.flatMap(({ logs }) => logs.map((log) => log.exerciseId))),
    ]
    const facts = await new TrainingRepository(tx, scope).listFacts(exerciseIds)
    const { past, person } = await readPastAndPerson({ tx, scope, actor }, exerciseIds, {
      id: newId(),
      startedAt: now,
    })
    return planned.map((each) => {
      const own = new Set(each.logs.map(({ exerciseId }) => exerciseId))
      const of = <T>(all: Readonly<Record<string, T>>) =>
        Object.fromEntries(Object.entries(all).filter(([id]) => own.has(id)))
      const training: Training = {
        ...{ id: placeholder(0), name: each.plan?.name ?? '', status: 'in_progress' },
        ...{ startedAt: new Date(0).toISOString(), completedAt: null, stillTrainingAt: null },
        ...{ notes: '', feeling: null, sessionRpe: null },
        ...{ weightUnit: actor.weightUnit, facts: of(facts) },
        ...{ blocks: each.plan?.blocks ?? [], exercises: exercisesOf(each) },
      }
      return {
        routineId: each.routineId,
        days: week.flatMap(({ routineId, dayOfWeek, isActive }) =>
          isActive && routineId === each.routineId ? [dayOfWeek] : [],
        ),
        dayCutoffHour: actor.dayCutoffHour,
        document: trainingDocumentSchema.parse({ revision: 0, training, past: of(past), person }),
      }
    })
  },
})

/** The exercises of a plan as a live workout has them, nothing done yet. */
const exercisesOf = ({ logs, sets }: PlannedWorkout): Training['exercises'] =>
  logs.map(({ sessionId: _, id, ...log }, position) => ({
    ...log,
    ...{ id: placeholder(position + 1), notes: '', deletedAt: null },
    sets: sets
      .filter((set) => set.exerciseLogId === id)
      .map(({ setNumber, kind, weightUnit, target }) => ({
        ...BLANK,
        id: placeholder((position + 1) * 1000 + setNumber),
        ...{ setNumber, kind, weightUnit, target },
      })),
  }))

/** The same answer has the same ids, each once in a document. */
const placeholder = (place: number): string =>
  `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`
