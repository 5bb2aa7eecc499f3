import * as z from 'zod'
import { defineUseCase } from '@/lib/core/define-use-case'
import { ownData } from '@/lib/policies/own-data'
import { idSchema } from '@/lib/schemas/text'
import { editWorkoutSchema } from '@/lib/schemas/training-operations'
import { applyOperations } from './apply-operations'
import { refuse } from './refuse'

/** Changes the shape of a workout that goes on, as a form posts it; the same `id` again changes nothing. */
export const editWorkout = defineUseCase({
  name: 'workout.edit',
  kind: 'write',
  access: 'user',
  input: editWorkoutSchema,
  output: z.object({ sessionId: idSchema }),
  authorize: ({ actor }) => ownData(actor),
  run: async (context) => {
    const { input, now } = context
    const operation = { ...input, at: now.toISOString() }
    const wanted = { ids: [input.id], from: () => [operation] }
    refuse(await applyOperations(context, { id: input.sessionId }, wanted))
    return { sessionId: input.sessionId }
  },
})
