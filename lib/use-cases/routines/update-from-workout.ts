import * as z from 'zod'
import { defineUseCase } from '@/lib/core/define-use-case'
import { ConflictError, NotFoundError } from '@/lib/core/errors'
import { updateRoutine } from '@/lib/domain/routine-update/update-routine'
import { ownData } from '@/lib/policies/own-data'
import { PreviousRoutineRepository } from '@/lib/repositories/previous-routine-repository'
import { RoutineRepository } from '@/lib/repositories/routine-repository'
import { WorkoutRepository } from '@/lib/repositories/workout-repository'
import { newRoutineSchema, routineIdSchema } from '@/lib/schemas/routine'
import { idSchema } from '@/lib/schemas/text'
import { readPlanAndDone } from '../workouts/read-plan-and-done'

/**
 * Writes what was done differently in a finished workout into the routine it came from: all of it, or the
 * changes that were chosen by their keys. Again, or where nothing differs, it changes nothing; workouts
 * keep the plans they were started with. What the routine said before can be put back.
 */
export const updateRoutineFromWorkout = defineUseCase({
  name: 'routine.updateFromWorkout',
  kind: 'write',
  access: 'user',
  input: z.strictObject({
    sessionId: idSchema,
    /** The keys of the changes to write; none means all of them, unless the person chose. */
    changes: z.array(z.string().max(100)).max(500).default([]),
    /** Whether the person chose: a form in which nothing is ticked sends no keys either. */
    isChosen: z.boolean().default(false),
  }),
  output: routineIdSchema.extend({ previousId: idSchema.nullable() }),
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, input, now }) => {
    const { isChosen, changes } = input
    if (isChosen && changes.length === 0) throw new ConflictError('nothingChosen')
    const session = await new WorkoutRepository(tx, scope).get(input.sessionId)
    if (session.status !== 'completed') throw new ConflictError('sessionNotCompleted')
    const { routineId } = session
    const from = await readPlanAndDone({ tx, scope }, session)
    if (!routineId || !from) throw new NotFoundError('planNotFound')
    const routines = new RoutineRepository(tx, scope)
    await routines.getOwn(routineId)
    const isWanted = (key: string) => changes.length === 0 || changes.includes(key)
    const updated = updateRoutine(await routines.getDocument(routineId), from, isWanted)
    if (updated.changes.length === 0) return { routineId, previousId: null }
    // All it can be is too much: what a workout holds is what a routine may ask for.
    const { data: document } = newRoutineSchema.safeParse(updated.document)
    if (!document) throw new ConflictError('tooManyExercises')
    await routines.assertExercisesUsable(document.blocks.flatMap((block) => block.exercises))
    const previous = new PreviousRoutineRepository(tx, scope)
    return { routineId, previousId: await previous.replace(routineId, updated.document, now) }
  },
})

/** Puts a routine back to what it said before a workout changed it, unless it was changed again since. */
export const undoRoutineUpdate = defineUseCase({
  name: 'routine.undoUpdate',
  kind: 'write',
  access: 'user',
  input: routineIdSchema.extend({ previousId: idSchema }),
  output: routineIdSchema,
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, input: { routineId, previousId } }) => {
    await new PreviousRoutineRepository(tx, scope).putBack(routineId, previousId)
    return { routineId }
  },
})
