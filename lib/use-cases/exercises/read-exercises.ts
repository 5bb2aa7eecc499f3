import * as z from 'zod'
import { defineUseCase } from '@/lib/core/define-use-case'
import { exerciseFinder } from '@/lib/domain/find-exercises'
import { ownData } from '@/lib/policies/own-data'
import { ExerciseRepository } from '@/lib/repositories/exercise-repository'
import {
  exerciseDetailSchema,
  exerciseIdSchema,
  exerciseSearchSchema,
  exerciseSummarySchema,
} from '@/lib/schemas/exercise-library'

/** Built-in and own exercises that match, best first, as the phone ranks them. */
export const searchExercises = defineUseCase({
  name: 'exercise.search',
  kind: 'read',
  access: 'user',
  input: exerciseSearchSchema,
  output: z.object({ exercises: z.array(exerciseSummarySchema), total: z.int() }),
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, input }) => {
    const { q, muscle, page, limit } = input
    const findable = await new ExerciseRepository(tx, scope).listFindable(input)
    const found = exerciseFinder(findable)(q, muscle).exercises
    return { exercises: found.slice((page - 1) * limit, page * limit), total: found.length }
  },
})

/** One exercise, with those of its other names that are in the reader's language. */
export const getExercise = defineUseCase({
  name: 'exercise.get',
  kind: 'read',
  access: 'user',
  input: exerciseIdSchema,
  output: exerciseDetailSchema,
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, actor, input }) => {
    const exercise = await new ExerciseRepository(tx, scope).get(input.exerciseId)
    return { ...exercise, aliases: aliasesIn(actor.locale, exercise) }
  },
})

function aliasesIn(
  language: string,
  { aliases, foreignAliases }: { aliases: string[]; foreignAliases: Record<string, string[]> },
): string[] {
  const others = new Set(
    Object.entries(foreignAliases).flatMap(([each, names]) => (each === language ? [] : names)),
  )
  return aliases.filter((alias) => !others.has(alias))
}
