import { NotFoundError } from '@/lib/core/errors'
import type { WorkoutRepository } from '@/lib/repositories/workout-repository'

interface Named {
  exerciseLogId?: string | undefined
  exerciseId?: string | undefined
}

/**
 * Adds exercises that sets are named with and that a workout does not have, at its end and under the
 * id that was named; one that was taken out comes back without the sets that went with it. Idempotent.
 * @throws NotFoundError for an exercise that the person may not use, and for an id of another workout
 */
export async function addMissingExercises(
  workouts: WorkoutRepository,
  sessionId: string,
  sets: readonly Named[],
): Promise<void> {
  const wanted = new Map(
    sets.flatMap(({ exerciseLogId: id, exerciseId }) =>
      id && exerciseId ? [[id, exerciseId] as const] : [],
    ),
  )
  if (wanted.size === 0) return
  const logs = await workouts.listExercises(sessionId)
  let position = Math.max(-1, ...logs.map((each) => each.position))
  let block = Math.max(-1, ...logs.map((each) => each.block))
  for (const [id, exerciseId] of wanted) {
    const log = logs.find((each) => each.id === id)
    if (log?.deletedAt) await workouts.updateExercise(id, { deletedAt: null })
    if (log) continue
    await workouts.getUsableExercise(exerciseId)
    const added = { id, sessionId, exerciseId, position: ++position, block: ++block }
    if ((await workouts.addExercises([added])) === 0) throw new NotFoundError()
  }
}
