import { defineUseCase } from '@/lib/core/define-use-case'
import { ValidationError } from '@/lib/core/errors'
import { ownData } from '@/lib/policies/own-data'
import { type ExerciseFacts, ExerciseRepository } from '@/lib/repositories/exercise-repository'
import {
  exerciseChangeSchema,
  exerciseIdSchema,
  type NewExercise,
  newExerciseSchema,
} from '@/lib/schemas/exercise-library'

/** Adds an own exercise. Names are unique among those in use, so a second post adds nothing. */
export const createExercise = defineUseCase({
  name: 'exercise.create',
  kind: 'write',
  access: 'user',
  input: newExerciseSchema,
  output: exerciseIdSchema,
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, input }) => ({
    exerciseId: await new ExerciseRepository(tx, scope).create(factsOf(input)),
  }),
})

/** Changes an own exercise; what is counted in a set stays once sets were counted that way. */
export const updateExercise = defineUseCase({
  name: 'exercise.update',
  kind: 'write',
  access: 'user',
  input: exerciseChangeSchema,
  output: exerciseIdSchema,
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, input: { exerciseId, ...typed } }) => {
    const repository = new ExerciseRepository(tx, scope)
    const before = await repository.lockOwn(exerciseId)
    if (before.hasHistory && before.tracking !== typed.tracking) {
      throw new ValidationError({ tracking: [{ key: 'trackingFixed' }] })
    }
    await repository.update(exerciseId, factsOf(typed))
    return { exerciseId }
  },
})

/** Takes an own exercise out of the lists; routines and history keep it. */
export const archiveExercise = defineUseCase({
  name: 'exercise.archive',
  kind: 'write',
  access: 'user',
  input: exerciseIdSchema,
  output: exerciseIdSchema,
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, input, now }) => {
    await new ExerciseRepository(tx, scope).setArchived(input.exerciseId, now)
    return input
  },
})

export const restoreExercise = defineUseCase({
  name: 'exercise.restore',
  kind: 'write',
  access: 'user',
  input: exerciseIdSchema,
  output: exerciseIdSchema,
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, input }) => {
    await new ExerciseRepository(tx, scope).setArchived(input.exerciseId, null)
    return input
  },
})

function factsOf({ instructions, secondaryMuscles, ...facts }: NewExercise): ExerciseFacts {
  return {
    ...facts,
    secondaryMuscles: secondaryMuscles.filter((muscle) => !facts.primaryMuscles.includes(muscle)),
    instructions: instructions
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  }
}
