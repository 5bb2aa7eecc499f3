import * as z from 'zod'
import { defineUseCase } from '@/lib/core/define-use-case'
import { ownData } from '@/lib/policies/own-data'
import { WorkoutRepository } from '@/lib/repositories/workout-repository'
import { completeWorkoutSchema } from '@/lib/schemas/session-document'
import { idSchema } from '@/lib/schemas/text'
import { finishSession } from './close-session'
import { discard } from './discard'
import { writeDocument } from './write-document'

/** Finishes a workout and writes its totals. Finishing a finished one again changes nothing. */
export const completeWorkout = defineUseCase({
  name: 'workout.complete',
  kind: 'write',
  access: 'user',
  input: completeWorkoutSchema,
  output: z.object({ id: idSchema }),
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, actor, scope, input, now }) => {
    const { sessionId: id, name, notes, exercises, isEndedAtLastSet, ...said } = input
    const workouts = new WorkoutRepository(tx, scope)
    if ((await workouts.get(id)).status === 'completed') return { id }
    const session = await workouts.lock(id, 'in_progress')
    await writeDocument({ tx, scope, actor, now }, session, { name, exercises })
    const values = { ...said, ...(notes !== null && { notes }) }
    await finishSession({ tx, scope, actor, now }, id, { values, isEndedAtLastSet })
    return { id }
  },
})

/** Takes the workout that is going on away; it can be restored for a day. */
export const discardWorkout = defineUseCase({
  name: 'workout.discard',
  kind: 'write',
  access: 'user',
  input: z.strictObject({ sessionId: idSchema }),
  output: z.object({}),
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, actor, scope, input, now }) => {
    const session = await new WorkoutRepository(tx, scope).lock(input.sessionId, 'in_progress')
    await discard({ tx, scope, actor, now }, session)
    return {}
  },
})

/** Takes a finished workout, or one that is being logged afterwards, away for good. */
export const deleteWorkout = defineUseCase({
  name: 'workout.delete',
  kind: 'write',
  access: 'user',
  input: z.strictObject({ sessionId: idSchema }),
  output: z.object({}),
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, actor, scope, input, now }) => {
    const session = await new WorkoutRepository(tx, scope).lock(
      input.sessionId,
      'completed',
      'planned',
    )
    await discard({ tx, scope, actor, now }, session)
    return {}
  },
})

/** Deletes a finished workout; one that is going on is discarded. */
export const removeWorkout = defineUseCase({
  name: 'workout.remove',
  kind: 'write',
  access: 'user',
  input: z.strictObject({ sessionId: idSchema }),
  output: z.object({ id: idSchema }),
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, actor, scope, now, input: { sessionId: id } }) => {
    const workouts = new WorkoutRepository(tx, scope)
    const session = await workouts.lock(id, 'in_progress', 'completed', 'planned')
    await discard({ tx, scope, actor, now }, session)
    return { id }
  },
})
