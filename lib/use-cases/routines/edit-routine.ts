import * as z from 'zod'
import { defineUseCase } from '@/lib/core/define-use-case'
import { ConflictError } from '@/lib/core/errors'
import { localDate } from '@/lib/domain/local-date'
import { addToRoutine, applyRoutineIntent } from '@/lib/domain/routine-edit'
import { ownData } from '@/lib/policies/own-data'
import { holdRoutine } from '@/lib/policies/routine'
import { ExerciseRepository } from '@/lib/repositories/exercise-repository'
import { ProgressionRepository } from '@/lib/repositories/progression-repository'
import { RoutineRepository } from '@/lib/repositories/routine-repository'
import type { RoutineDocument } from '@/lib/schemas/plan'
import {
  addToRoutineSchema,
  isRoutineFull,
  type RemovedPart,
  savedRoutineSchema,
  saveResultSchema,
} from '@/lib/schemas/routine'
import { idSchema } from '@/lib/schemas/text'
import { recordGymRoutine } from '../gyms/gym-audit'

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
  authorize: (context) => holdRoutine(context, context.input.routineId),
  run: async ({ tx, scope, actor, now, input }) => {
    const { routineId, intent = null, removed, seen, ...typed } = input
    const { plain, maxes } = splitTrainingMaxes(typed)
    const { document, ...edited } = applyRoutineIntent(plain, intent ?? '', removed)
    const routines = new RoutineRepository(tx, scope)
    const lines = document.blocks.flatMap((block) => block.exercises)
    await routines.assertExercisesUsable(lines)
    await routines.replace(routineId, document, seen)
    // Only exercises that are still in it were looked at above.
    const inIt = maxes.filter(({ exerciseId }) => lines.some((l) => l.exerciseId === exerciseId))
    const since = localDate({ instant: now, ...actor })
    const progression = new ProgressionRepository(tx, ownData(actor))
    for (const max of inIt) await progression.putTrainingMax({ ...max, since, now })
    await recordGymRoutine({ tx, actor, scope }, 'gym_routine_changed', routineId)
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

type Typed = Omit<z.output<typeof savedRoutineSchema>, 'routineId' | 'intent' | 'removed' | 'seen'>

/** The routine as it is kept, and the training maxes that were typed beside it. */
function splitTrainingMaxes({ blocks, ...head }: Typed) {
  const maxes = blocks.flatMap((block) =>
    block.exercises.flatMap(({ exerciseId, trainingMax }) =>
      trainingMax ? [{ exerciseId, ...trainingMax }] : [],
    ),
  )
  const plain: RoutineDocument = {
    ...head,
    blocks: blocks.map((block) => ({
      ...block,
      exercises: block.exercises.map(({ trainingMax: _, ...line }) => line),
    })),
  }
  return { plain, maxes }
}

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
  authorize: (context) => holdRoutine(context, context.input.routineId),
  run: async ({ tx, scope, actor, input: { routineId, block, exerciseId } }) => {
    const routines = new RoutineRepository(tx, scope)
    await routines.getOwn(routineId)
    const before = await routines.getDocument(routineId)
    if (isRoutineFull(before)) throw new ConflictError('tooManyExercises')
    const { id, tracking } = await new ExerciseRepository(tx, ownData(actor)).get(exerciseId)
    const { document, ...at } = addToRoutine(before, block, { id, tracking })
    await routines.assertExercisesUsable(document.blocks.flatMap((each) => each.exercises))
    await routines.replace(routineId, document)
    await recordGymRoutine({ tx, actor, scope }, 'gym_routine_changed', routineId)
    return { routineId, ...at }
  },
})
