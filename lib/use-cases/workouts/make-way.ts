import { ConflictError } from '@/lib/core/errors'
import { WorkoutRepository } from '@/lib/repositories/workout-repository'
import type { WriteContext } from './apply-operations'
import { finishSession } from './close-session'
import { discard } from './discard'

/**
 * Ends the workout that goes on so that another one can take its place.
 * @throws ConflictError where the caller did not say what is to become of it
 */
export async function makeWay(
  context: WriteContext,
  runningId: string,
  { isReplacing, isFinishing }: { isReplacing: boolean; isFinishing: boolean },
): Promise<void> {
  if (!isReplacing && !isFinishing) throw new ConflictError('sessionInProgress')
  const workouts = new WorkoutRepository(context.tx, context.scope)
  const session = await workouts.lock(runningId, 'in_progress')
  if (isReplacing) await discard(context, session)
  else await finishSession(context, runningId, { isEndedAtLastSet: true })
}
