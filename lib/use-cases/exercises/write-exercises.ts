import * as z from 'zod'
import { defineUseCase } from '@/lib/core/define-use-case'
import { ValidationError } from '@/lib/core/errors'
import { withoutUndefined } from '@/lib/core/without-undefined'
import { ownData } from '@/lib/policies/own-data'
import { type ExerciseFacts, ExerciseRepository } from '@/lib/repositories/exercise-repository'
import {
  createExerciseSchema,
  type ExerciseDetail,
  exerciseChangeSchema,
  exerciseIdSchema,
  exercisePatchSchema,
  type NewExercise,
} from '@/lib/schemas/exercise-library'
import { idSchema } from '@/lib/schemas/text'

/**
 * Adds an own exercise. Names are unique among those in use, so a second post adds nothing, and
 * neither does the same `id` again.
 */
export const createExercise = defineUseCase({
  name: 'exercise.create',
  kind: 'write',
  access: 'user',
  input: createExerciseSchema,
  output: exerciseIdSchema,
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, input: { id, ...typed } }) => ({
    exerciseId: await new ExerciseRepository(tx, scope).create({ id, ...factsOf(typed) }),
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
    await change(new ExerciseRepository(tx, scope), exerciseId, () => typed)
    return { exerciseId }
  },
})

/** Changes what it names of an own exercise, and whether it is put away; what it leaves out stays. */
export const patchExercise = defineUseCase({
  name: 'exercise.patch',
  kind: 'write',
  access: 'user',
  input: exercisePatchSchema,
  output: exerciseIdSchema,
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, now, input: { exerciseId, isArchived, ...named } }) => {
    const repository = new ExerciseRepository(tx, scope)
    await change(repository, exerciseId, (before) => ({
      ...typedFacts(before),
      ...withoutUndefined(named),
    }))
    if (isArchived !== undefined) await repository.setArchived(exerciseId, isArchived ? now : null)
    return { exerciseId }
  },
})

/** Deletes an own exercise that was never used; one that was is put away, its history stays. */
export const deleteExercise = defineUseCase({
  name: 'exercise.delete',
  kind: 'write',
  access: 'user',
  input: exerciseIdSchema,
  output: z.object({ exerciseId: idSchema, isArchived: z.boolean() }),
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, now, input: { exerciseId } }) => {
    const repository = new ExerciseRepository(tx, scope)
    const isDeleted = await repository.deleteUnused(exerciseId)
    if (!isDeleted) await repository.setArchived(exerciseId, now)
    return { exerciseId, isArchived: !isDeleted }
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

async function change(
  repository: ExerciseRepository,
  id: string,
  changed: (before: ExerciseDetail) => NewExercise,
): Promise<void> {
  const before = await repository.lockOwn(id)
  const after = changed(before)
  if (before.hasHistory && before.tracking !== after.tracking)
    throw new ValidationError({ tracking: [{ key: 'trackingFixed' }] })
  await repository.update(id, factsOf(after))
}

/** An exercise as its form holds it. */
const typedFacts = (exercise: ExerciseDetail): NewExercise => {
  const { name, tracking, category, isUnilateral, instructions, description } = exercise
  const { primaryMuscles, secondaryMuscles, equipment } = exercise
  return {
    ...{ name, tracking, category, isUnilateral, primaryMuscles, secondaryMuscles, equipment },
    ...{ description, videoUrl: exercise.videoUrl ?? '' },
    instructions: instructions.join('\n'),
  }
}

function factsOf({ instructions, secondaryMuscles, ...facts }: NewExercise): ExerciseFacts {
  return {
    ...facts,
    videoUrl: facts.videoUrl || null,
    secondaryMuscles: secondaryMuscles.filter((muscle) => !facts.primaryMuscles.includes(muscle)),
    instructions: instructions
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  }
}
