import * as z from 'zod'
import { defineUseCase } from '@/lib/core/define-use-case'
import { ownData } from '@/lib/policies/own-data'
import { ExerciseRepository } from '@/lib/repositories/exercise-repository'
import { RecordBookRepository } from '@/lib/repositories/record-book-repository'
import { exerciseIdSchema } from '@/lib/schemas/exercise-library'
import {
  exerciseRecordsSchema,
  recordChainSchema,
  recordEntrySchema,
  recordListSchema,
} from '@/lib/schemas/records'

/** The records that stand, by exercise, a page of exercises at a time. */
export const listRecords = defineUseCase({
  name: 'record.list',
  kind: 'read',
  access: 'user',
  input: recordListSchema,
  output: z.object({ exercises: z.array(exerciseRecordsSchema), total: z.int() }),
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, input }) => {
    const book = new RecordBookRepository(tx, scope)
    const { exercises, total } = await book.listExercises(input)
    const standing = await book.listStanding(exercises.map((exercise) => exercise.exerciseId))
    return {
      total,
      exercises: exercises.map((exercise) => ({
        ...exercise,
        records: standing
          .filter((entry) => entry.exerciseId === exercise.exerciseId)
          .map((entry) => entry.record),
      })),
    }
  },
})

/** All records of one exercise that stand. */
export const getExerciseRecords = defineUseCase({
  name: 'record.ofExercise',
  kind: 'read',
  access: 'user',
  input: exerciseIdSchema,
  output: exerciseRecordsSchema,
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, input: { exerciseId } }) => {
    const { name, tracking } = await new ExerciseRepository(tx, scope).get(exerciseId)
    const standing = await new RecordBookRepository(tx, scope).listStanding([exerciseId])
    return { exerciseId, name, tracking, records: standing.map((entry) => entry.record) }
  },
})

/** One record through time, newest first: each time it was beaten, a page at a time. */
export const listRecordHistory = defineUseCase({
  name: 'record.history',
  kind: 'read',
  access: 'user',
  input: recordChainSchema,
  output: z.object({ records: z.array(recordEntrySchema), hasMore: z.boolean() }),
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, input }) => {
    await new ExerciseRepository(tx, scope).get(input.exerciseId)
    const found = await new RecordBookRepository(tx, scope).listChain({
      ...input,
      limit: input.limit + 1,
    })
    return {
      records: found.slice(0, input.limit).map((entry) => entry.record),
      hasMore: found.length > input.limit,
    }
  },
})
