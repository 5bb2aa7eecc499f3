import type { Actor } from '@/lib/core/actor'
import { ConflictError, type FieldMessage, ValidationError } from '@/lib/core/errors'
import { withoutUndefined } from '@/lib/core/without-undefined'
import type { Transaction } from '@/lib/db/client'
import { type ExerciseEdit, editSession, type SetEdit } from '@/lib/domain/session-edit'
import type { AthleteScope } from '@/lib/policies/scope'
import { SetRepository } from '@/lib/repositories/set-repository'
import { type SessionRow, WorkoutRepository } from '@/lib/repositories/workout-repository'
import type { Tracking } from '@/lib/schemas/exercise'
import type { SessionDocument } from '@/lib/schemas/session-document'
import { recomputeRecords, type TouchedExercise } from './totals'

const DAY_MS = 86_400_000
/** Clocks differ: a set done a moment ahead of ours is no set to come. */
const AHEAD_MS = 60_000

interface Context {
  tx: Transaction
  scope: AthleteScope
  actor: Actor
  now: Date
}

/**
 * Writes what a document says of a workout that is going on; whoever calls has locked it. Records
 * follow at once.
 *
 * @param nameField how a field is called in an error, where the document is part of something else
 * @throws ValidationError, NotFoundError for an exercise that may not be used, ConflictError for an
 *   id that something else has
 */
export async function writeDocument(
  context: Context,
  session: SessionRow,
  document: SessionDocument,
  nameField: (path: string) => string = (path) => path,
): Promise<void> {
  const { tx, scope, actor, now } = context
  const workouts = new WorkoutRepository(tx, scope)
  const { exercises, name, notes } = document
  const head = withoutUndefined({ name, notes })
  if (Object.keys(head).length > 0) await workouts.update(session.id, head)
  if (exercises.length === 0) return

  const logs = await workouts.listExercises(session.id)
  const edit = editSession(exercises, {
    exercises: logs,
    sets: await new SetRepository(tx, scope).listWithRemoved(session.id),
    trackings: await readTrackings(workouts, exercises, logs),
    unit: actor.weightUnit,
    from: new Date(Math.min(session.startedAt.getTime(), Date.parse(session.localDate)) - DAY_MS),
    to: new Date(now.getTime() + AHEAD_MS),
    now,
  })
  if (edit.issues.length > 0) throw refuse(edit.issues, nameField)
  const removed = await writeExercises(context, session.id, edit.exercises)
  await writeSets(context, session.id, edit.sets)
  await recomputeRecords(tx, scope, [...edit.touched, ...removed])
}

function refuse(
  issues: readonly [string, FieldMessage][],
  nameField: (path: string) => string,
): ValidationError {
  const fields = new Map<string, FieldMessage[]>()
  for (const [path, message] of issues) {
    const field = nameField(path)
    fields.set(field, [...(fields.get(field) ?? []), message])
  }
  return new ValidationError(Object.fromEntries(fields))
}

/** What is counted in the exercises that the document adds. */
async function readTrackings(
  workouts: WorkoutRepository,
  named: SessionDocument['exercises'],
  logs: readonly { id: string }[],
): Promise<Map<string, Tracking>> {
  const added = named.filter(({ id, deleted }) => !deleted && !logs.some((log) => log.id === id))
  const trackings = new Map<string, Tracking>()
  for (const { exerciseId } of added) {
    if (exerciseId === undefined || trackings.has(exerciseId)) continue
    trackings.set(exerciseId, (await workouts.getUsableExercise(exerciseId)).tracking)
  }
  return trackings
}

/** @returns the exercises whose records a removal may move */
async function writeExercises(
  { tx, scope, now }: Context,
  sessionId: string,
  edits: readonly ExerciseEdit[],
): Promise<TouchedExercise[]> {
  const workouts = new WorkoutRepository(tx, scope)
  const added = edits.flatMap((edit) => (edit.type === 'add' ? [edit.exercise] : []))
  const count = await workouts.addExercises(added.map((exercise) => ({ ...exercise, sessionId })))
  if (count < added.length) throw new ConflictError('idTaken')
  const touched: TouchedExercise[] = []
  for (const edit of edits) {
    if (edit.type === 'change') await workouts.updateExercise(edit.id, edit.values)
    if (edit.type !== 'remove') continue
    const { id, exerciseId, tracking } = edit.exercise
    await workouts.updateExercise(id, { deletedAt: now })
    const since = await new SetRepository(tx, scope).hideOfExercise(id, now)
    if (since) touched.push({ id: exerciseId, tracking, since })
  }
  return touched
}

async function writeSets(
  { tx, scope, now }: Context,
  sessionId: string,
  edits: readonly SetEdit[],
): Promise<void> {
  const sets = new SetRepository(tx, scope)
  const added = edits.flatMap((edit) => (edit.type === 'add' ? [edit.set] : []))
  const count = await sets.add(added.map((set) => ({ ...set, sessionId })))
  if (count < added.length) throw new ConflictError('idTaken')
  for (const edit of edits) {
    if (edit.type === 'change') await sets.update(edit.id, edit.values)
    if (edit.type === 'remove') await sets.update(edit.id, { deletedAt: now })
  }
}
