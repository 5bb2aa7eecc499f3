import * as z from 'zod'
import { defineUseCase } from '@/lib/core/define-use-case'
import { ConflictError, NotFoundError } from '@/lib/core/errors'
import { updateRoutine } from '@/lib/domain/routine-update/update-routine'
import { ownData } from '@/lib/policies/own-data'
import { RoutineRepository } from '@/lib/repositories/routine-repository'
import { WorkoutRepository } from '@/lib/repositories/workout-repository'
import { newRoutineSchema, routineIdSchema } from '@/lib/schemas/routine'
import { idSchema } from '@/lib/schemas/text'
import { readPlanAndDone } from '../workouts/read-plan-and-done'

/**
 * Writes what was done differently in a finished workout into the routine it came from. Again, or
 * where nothing differs, it changes nothing; workouts keep the plans they were started with.
 */
export const updateRoutineFromWorkout = defineUseCase({
  name: 'routine.updateFromWorkout',
  kind: 'write',
  access: 'user',
  input: z.strictObject({ sessionId: idSchema }),
  output: routineIdSchema,
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, input }) => {
    const session = await new WorkoutRepository(tx, scope).get(input.sessionId)
    if (session.status !== 'completed') throw new ConflictError('sessionNotCompleted')
    const { routineId } = session
    const from = await readPlanAndDone({ tx, scope }, session)
    if (!routineId || !from) throw new NotFoundError('planNotFound')
    const routines = new RoutineRepository(tx, scope)
    await routines.getOwn(routineId)
    const updated = updateRoutine(await routines.getDocument(routineId), from)
    if (updated.changes.length === 0) return { routineId }
    // All it can be is too much: what a workout holds is what a routine may ask for.
    const { data: document } = newRoutineSchema.safeParse(updated.document)
    if (!document) throw new ConflictError('tooManyExercises')
    await routines.assertExercisesUsable(document.blocks.flatMap((block) => block.exercises))
    await routines.replace(routineId, updated.document)
    return { routineId }
  },
})
