import { NotFoundError, ValidationError } from '@/lib/core/errors'
import { withoutUndefined } from '@/lib/core/without-undefined'
import { placeExercises } from '@/lib/domain/place-exercises'
import { SetRepository } from '@/lib/repositories/set-repository'
import { WorkoutRepository } from '@/lib/repositories/workout-repository'
import type { CorrectedExercise } from '@/lib/schemas/session-document'
import type { WriteContext } from './apply-operations'
import type { TouchedExercise } from './totals'

/**
 * Adds, takes out, moves and describes exercises of a finished workout. One that it does not have comes
 * to its end under the id that was named; one that was taken out comes back without its sets. Idempotent.
 * @returns the exercises whose records a removal may move
 * @throws NotFoundError for an exercise that the person may not use, and for an id of another workout
 */
export async function correctExercises(
  { tx, scope, now }: WriteContext,
  sessionId: string,
  corrected: readonly CorrectedExercise[],
): Promise<TouchedExercise[]> {
  if (corrected.length === 0) return []
  const workouts = new WorkoutRepository(tx, scope)
  await addMissing(workouts, sessionId, corrected)
  const logs = await workouts.listExercises(sessionId)
  const places = placeExercises(
    logs.filter((log) => !log.deletedAt).map((log) => log.id),
    new Map(corrected.flatMap(({ id, order }) => (order === undefined ? [] : [[id, order]]))),
  )
  const touched: TouchedExercise[] = []
  for (const log of logs) {
    const named = corrected.find((each) => each.id === log.id)
    const position = places?.get(log.id)
    const notes = named?.notes === log.notes ? undefined : named?.notes
    const deletedAt = named?.deleted && !log.deletedAt ? now : undefined
    const values = withoutUndefined({ position, notes, deletedAt })
    if (Object.keys(values).length > 0) await workouts.updateExercise(log.id, values)
    if (!deletedAt) continue
    const since = await new SetRepository(tx, scope).hideOfExercise(log.id, now)
    if (since) touched.push({ id: log.exerciseId, tracking: log.tracking, since })
  }
  return touched
}

async function addMissing(
  workouts: WorkoutRepository,
  sessionId: string,
  corrected: readonly CorrectedExercise[],
): Promise<void> {
  const logs = await workouts.listExercises(sessionId)
  let position = Math.max(-1, ...logs.map((each) => each.position))
  let block = Math.max(-1, ...logs.map((each) => each.block))
  for (const [index, { id, exerciseId, deleted }] of corrected.entries()) {
    const log = logs.find((each) => each.id === id)
    if (log?.deletedAt && exerciseId && !deleted)
      await workouts.updateExercise(id, { deletedAt: null })
    if (log || deleted) continue
    if (!exerciseId) throw new ValidationError({ [`exercises[${index}].exerciseId`]: REQUIRED })
    await workouts.getUsableExercise(exerciseId)
    const added = { id, sessionId, exerciseId, position: ++position, block: ++block }
    if ((await workouts.addExercises([added])) === 0) throw new NotFoundError()
  }
}

const REQUIRED = [{ key: 'required' as const }]
