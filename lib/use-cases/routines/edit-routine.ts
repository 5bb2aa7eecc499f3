import * as z from 'zod'
import { defineUseCase } from '@/lib/core/define-use-case'
import { ConflictError } from '@/lib/core/errors'
import { addToRoutine, applyRoutineIntent } from '@/lib/domain/routine-edit'
import { ownData } from '@/lib/policies/own-data'
import { ExerciseRepository } from '@/lib/repositories/exercise-repository'
import { RoutineRepository } from '@/lib/repositories/routine-repository'
import {
  addToRoutineSchema,
  isRoutineFull,
  type RemovedPart,
  savedRoutineSchema,
  saveResultSchema,
} from '@/lib/schemas/routine'
import { idSchema } from '@/lib/schemas/text'

/**
 * Saves a routine as it stands in its editor and then does what the pressed button says: move,
 * add, take out, put back. Sessions started earlier keep the plan they were started with.
 */
export const saveRoutine = defineUseCase({
  name: 'routine.save',
  kind: 'write',
  access: 'user',
  input: savedRoutineSchema,
  output: saveResultSchema,
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, input }) => {
    const { routineId, intent = null, removed, ...typed } = input
    const { document, ...edited } = applyRoutineIntent(typed, intent ?? '', removed)
    const routines = new RoutineRepository(tx, scope)
    await routines.assertExercisesUsable(document.blocks.flatMap((block) => block.exercises))
    await routines.replace(routineId, document)
    return {
      routineId,
      intent,
      focus: edited.focus,
      removed: edited.removed && {
        part: partOf(edited.removed),
        json: JSON.stringify(edited.removed),
      },
    }
  },
})

function partOf(removed: RemovedPart): 'block' | 'exercise' | 'set' {
  if ('block' in removed) return 'block'
  return 'line' in removed ? 'exercise' : 'set'
}

/** Adds an exercise with believable targets at the end of a block, or of a new one. */
export const addRoutineExercise = defineUseCase({
  name: 'routine.addExercise',
  kind: 'write',
  access: 'user',
  input: addToRoutineSchema,
  output: z.object({ routineId: idSchema, block: z.int(), exercise: z.int() }),
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, input: { routineId, block, exerciseId } }) => {
    const routines = new RoutineRepository(tx, scope)
    await routines.getOwn(routineId)
    const before = await routines.getDocument(routineId)
    if (isRoutineFull(before)) throw new ConflictError('tooManyExercises')
    const { id, tracking } = await new ExerciseRepository(tx, scope).get(exerciseId)
    const { document, ...at } = addToRoutine(before, block, { id, tracking })
    await routines.replace(routineId, document)
    return { routineId, ...at }
  },
})
