import * as z from 'zod'
import { defineUseCase } from '@/lib/core/define-use-case'
import { addDays, localDate, monthOf } from '@/lib/domain/local-date'
import { mainMeasure } from '@/lib/domain/main-measure'
import { ownData } from '@/lib/policies/own-data'
import { ExerciseHistoryRepository } from '@/lib/repositories/exercise-history-repository'
import { ExerciseRepository } from '@/lib/repositories/exercise-repository'
import { RecordBookRepository } from '@/lib/repositories/record-book-repository'
import {
  exerciseHistoryInputSchema,
  exerciseHistorySchema,
  exerciseNoteSchema,
} from '@/lib/schemas/exercise-history'
import { exerciseIdSchema } from '@/lib/schemas/exercise-library'
import { idSchema } from '@/lib/schemas/text'

const LAST_TIMES = 8
const THE_BEGINNING = '0001-01-01'

/** How an exercise went: last times, standing records, and the curve of its main figures. */
export const getExerciseHistory = defineUseCase({
  name: 'exercise.history',
  kind: 'read',
  access: 'user',
  input: exerciseHistoryInputSchema,
  output: exerciseHistorySchema,
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, actor, scope, input: { exerciseId, range }, now }) => {
    const exercises = new ExerciseRepository(tx, scope)
    const history = new ExerciseHistoryRepository(tx, scope)
    const book = new RecordBookRepository(tx, scope)
    const { tracking } = await exercises.get(exerciseId)
    const measure = mainMeasure(tracking)
    const isAll = range === 'all'
    const from = isAll
      ? THE_BEGINNING
      : addDays(localDate({ instant: now, ...actor }), 1 - Number(range))
    const days = await (isAll
      ? history.listMonths({ exerciseId })
      : history.listDays({ exerciseId, from }))
    const recordDays = await book.listDays({ exerciseId, kind: measure.recordKind, from })
    const recordDates = new Set(
      isAll ? recordDays.map((date) => `${monthOf(date)}-01`) : recordDays,
    )
    const standing = await book.listStanding([exerciseId])
    return {
      note: await exercises.getNote(exerciseId),
      lastTimes: await history.listLastTimes({ exerciseId, limit: LAST_TIMES }),
      records: standing.map((entry) => entry.record),
      range,
      grain: isAll ? ('month' as const) : ('day' as const),
      curve: days.flatMap(({ date, ...figures }) =>
        date === null
          ? []
          : {
              date,
              best: figures[measure.best],
              sum: figures[measure.sum],
              isRecord: recordDates.has(date),
            },
      ),
    }
  },
})

/** The exercises that were ever done, by name. */
export const listTrainedExercises = defineUseCase({
  name: 'exercise.listTrained',
  kind: 'read',
  access: 'user',
  input: z.strictObject({}),
  output: z.object({ exercises: z.array(z.object({ id: idSchema, name: z.string() })) }),
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope }) => ({
    exercises: await new ExerciseHistoryRepository(tx, scope).listTrained(),
  }),
})

/** Keeps what the person wants to remember about an exercise; empty forgets it. Idempotent. */
export const saveExerciseNote = defineUseCase({
  name: 'exercise.saveNote',
  kind: 'write',
  access: 'user',
  input: exerciseNoteSchema,
  output: exerciseIdSchema,
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, input: { exerciseId, note } }) => {
    const exercises = new ExerciseRepository(tx, scope)
    await exercises.get(exerciseId)
    await exercises.saveNote(exerciseId, note)
    return { exerciseId }
  },
})
