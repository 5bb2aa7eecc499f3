import * as z from 'zod'
import { defineUseCase } from '@/lib/core/define-use-case'
import { ownData } from '@/lib/policies/own-data'
import { ExerciseRepository } from '@/lib/repositories/exercise-repository'
import {
  exerciseDetailSchema,
  exerciseIdSchema,
  exerciseSearchSchema,
  exerciseSummarySchema,
} from '@/lib/schemas/exercise-library'

/** Built-in and own exercises that match, best first. */
export const searchExercises = defineUseCase({
  name: 'exercise.search',
  kind: 'read',
  access: 'user',
  input: exerciseSearchSchema,
  output: z.object({ exercises: z.array(exerciseSummarySchema), total: z.int() }),
  authorize: ({ actor }) => ownData(actor),
  run: ({ tx, scope, input }) => new ExerciseRepository(tx, scope).search(input),
})

export const getExercise = defineUseCase({
  name: 'exercise.get',
  kind: 'read',
  access: 'user',
  input: exerciseIdSchema,
  output: exerciseDetailSchema,
  authorize: ({ actor }) => ownData(actor),
  run: ({ tx, scope, input }) => new ExerciseRepository(tx, scope).get(input.exerciseId),
})
