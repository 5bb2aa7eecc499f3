import { NotFoundError, ValidationError } from '@/lib/core/errors'
import { newId } from '@/lib/core/id'
import { withoutUndefined } from '@/lib/core/without-undefined'
import { placeExercises } from '@/lib/domain/place-exercises'
import { SetRepository, type SetRow } from '@/lib/repositories/set-repository'
import { WorkoutRepository } from '@/lib/repositories/workout-repository'
import type { CorrectedExercise } from '@/lib/schemas/session-document'
import type { WriteContext } from './apply-operations'
import type { TouchedExercise } from './totals'

type Log = Awaited<ReturnType<WorkoutRepository['listExercises']>>[number]

/** What a correction of exercises means for the sets. */
interface ExercisesCorrected {
  /** Exercises whose records it may move. */
  touched: TouchedExercise[]
  /** Sets that an exercise took over from the one it replaces, as they are now. */
  taken: SetRow[]
}

/**
 * Adds, replaces, takes out, moves and describes exercises of a finished workout. One that it does not
 * have comes to its end under the id that was named, or into the place of the one that it replaces; one
 * that was taken out comes back without its sets. Idempotent.
 * @throws NotFoundError for an exercise that the person may not use, and for an id of another workout;
 *   ValidationError where sets would go to an exercise that counts something else
 */
export async function correctExercises(
  context: WriteContext,
  sessionId: string,
  corrected: readonly CorrectedExercise[],
): Promise<ExercisesCorrected> {
  const { tx, scope, now } = context
  const result: ExercisesCorrected = { touched: [], taken: [] }
  if (corrected.length === 0) return result
  const workouts = new WorkoutRepository(tx, scope)
  await addMissing(context, sessionId, corrected, result)
  const logs = await workouts.listExercises(sessionId)
  const places = placeExercises(
    logs.filter((log) => !log.deletedAt).map((log) => log.id),
    new Map(corrected.flatMap(({ id, order }) => (order === undefined ? [] : [[id, order]]))),
  )
  for (const log of logs) {
    const named = corrected.find((each) => each.id === log.id)
    const position = places?.get(log.id)
    const notes = named?.notes === log.notes ? undefined : named?.notes
    const deletedAt = named?.deleted && !log.deletedAt ? now : undefined
    const values = withoutUndefined({ position, notes, deletedAt })
    if (Object.keys(values).length > 0) await workouts.updateExercise(log.id, values)
    if (!deletedAt) continue
    const since = await new SetRepository(tx, scope).hideOfExercise(log.id, now)
    if (since) result.touched.push({ id: log.exerciseId, tracking: log.tracking, since })
  }
  return result
}

async function addMissing(
  context: WriteContext,
  sessionId: string,
  corrected: readonly CorrectedExercise[],
  result: ExercisesCorrected,
): Promise<void> {
  const workouts = new WorkoutRepository(context.tx, context.scope)
  const logs = await workouts.listExercises(sessionId)
  let position = Math.max(-1, ...logs.map((each) => each.position))
  let block = Math.max(-1, ...logs.map((each) => each.block))
  for (const [index, { id, exerciseId, swapFor, deleted }] of corrected.entries()) {
    const log = logs.find((each) => each.id === id)
    if (log?.deletedAt && exerciseId && !deleted)
      await workouts.updateExercise(id, { deletedAt: null })
    if (log || deleted) continue
    const field = `exercises[${index}].exerciseId`
    if (!exerciseId) throw new ValidationError({ [field]: REQUIRED })
    const { tracking } = await workouts.getUsableExercise(exerciseId)
    const replaced = logs.find((each) => each.id === swapFor && !each.deletedAt)
    if (swapFor && !replaced) throw new NotFoundError()
    const place = replaced ? placeOf(replaced) : { position: ++position, block: ++block }
    if ((await workouts.addExercises([{ id, sessionId, exerciseId, ...place }])) === 0)
      throw new NotFoundError()
    if (!replaced) continue
    const { touched, taken } = await takeSets(context, replaced, { id, exerciseId })
    if (taken.length > 0 && tracking !== replaced.tracking)
      throw new ValidationError({ [field]: [{ key: 'countsOther' }] })
    result.touched.push(...touched)
    result.taken.push(...taken)
  }
}

/** The note goes along, since it was about these sets. */
const placeOf = ({ position, block, blockKind, restSeconds, notes }: Log) => ({
  ...{ position, block, blockKind, restSeconds, notes },
})

/** Takes an exercise out, and gives its sets to the one in its place, as a swap in a running workout does. */
async function takeSets(
  { tx, scope, now }: WriteContext,
  replaced: Log,
  { id: exerciseLogId, exerciseId }: { id: string; exerciseId: string },
): Promise<ExercisesCorrected> {
  const sets = new SetRepository(tx, scope)
  const all = await sets.listOfSession(replaced.sessionId)
  const taken = all
    .filter((set) => set.exerciseLogId === replaced.id)
    .map((set) => ({
      ...set,
      ...{ id: newId(), exerciseLogId, exerciseId, target: null, revision: 1 },
    }))
  await sets.add(taken)
  await new WorkoutRepository(tx, scope).updateExercise(replaced.id, { deletedAt: now })
  const since = await sets.hideOfExercise(replaced.id, now)
  const { tracking } = replaced
  const touched = since
    ? [replaced.exerciseId, exerciseId].map((id) => ({ id, tracking, since }))
    : []
  return { touched, taken }
}

const REQUIRED = [{ key: 'required' as const }]
