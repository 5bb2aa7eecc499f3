import type { Actor } from '@/lib/core/actor'
import type { Transaction } from '@/lib/db/client'
import type { RecordEntry } from '@/lib/domain/records'
import { applyOperation, type Outcome } from '@/lib/domain/training/apply-operation'
import type { Operation } from '@/lib/domain/training/operations'
import type { Training, TrainingSet } from '@/lib/domain/training/training'
import type { AthleteScope } from '@/lib/policies/scope'
import { TrainingRepository, type WhichTraining } from '@/lib/repositories/training-repository'
import { closeSession } from './close-session'
import { recomputeTouched, type TouchedExercise } from './totals'

export interface WriteContext {
  tx: Transaction
  scope: AthleteScope
  actor: Actor
  now: Date
}

/** Operations by their ids, and what they say once the workout is known; that may throw. */
export interface Wanted {
  ids: readonly string[]
  from(training: Training): readonly Operation[] | Promise<readonly Operation[]>
}

export interface AppliedOperations {
  before: Training
  after: Training
  revision: number
  outcomes: readonly { operation: Operation; outcome: Outcome }[]
  /** Records that stand since the earliest set that changed. */
  records: readonly RecordEntry[]
}

/**
 * Does operations on one workout in their order, each once for ever: what was done before is passed
 * over, what is refused or in conflict changes nothing, and the rest is written together. Null where
 * the workout is not this person's.
 */
export async function applyOperations(
  context: WriteContext,
  which: WhichTraining,
  wanted: Wanted,
): Promise<AppliedOperations | null> {
  const { tx, scope, actor, now } = context
  const workouts = new TrainingRepository(tx, scope)
  const { weightUnit } = actor
  const open = await workouts.open(which, { weightUnit, operationIds: wanted.ids })
  if (!open) return null
  const operations = await wanted.from(open.training)
  const before = await withFacts(open.training, operations, workouts)
  const { training: after, outcomes } = applyAll(before, operations, { done: open.done, now })
  const isNew = ({ operation, outcome }: AppliedOperations['outcomes'][number]) =>
    outcome.kind === 'applied' && !open.done.has(operation.id)
  const remembered = new Set(outcomes.filter(isNew).map(({ operation }) => operation.id))
  await workouts.save(before, after, [...remembered])
  const { records } = await recomputeTouched(tx, scope, touchedExercises(before, after))
  if (after.status === 'completed' && before.status !== 'completed')
    await closeSession(context, after.id)
  return { before, after, revision: open.revision, outcomes, records }
}

/** What may be added is known to the reducer as what is there already. */
async function withFacts(
  training: Training,
  operations: readonly Operation[],
  workouts: TrainingRepository,
): Promise<Training> {
  const unknown = operations.flatMap((operation) =>
    (operation.type === 'addExercise' || operation.type === 'preferExercise') &&
    !training.facts[operation.exerciseId]
      ? [operation.exerciseId]
      : [],
  )
  if (unknown.length === 0) return training
  return { ...training, facts: { ...training.facts, ...(await workouts.listFacts(unknown)) } }
}

function applyAll(
  before: Training,
  operations: readonly Operation[],
  { done, now }: { done: ReadonlySet<string>; now: Date },
) {
  let training = before
  // A later change of a set in conflict was made on what the first one would have left.
  const inConflict = new Map<string, TrainingSet>()
  const seen = new Set(done)
  const outcomes = operations.map((sent) => {
    const operation = { ...sent, at: believable(sent.at, training, now) }
    if (seen.has(operation.id))
      return { operation, outcome: { kind: 'applied', training } as Outcome }
    const theirs = operation.type === 'logSet' && inConflict.get(operation.setId)
    const outcome: Outcome = theirs
      ? { kind: 'conflict', theirs }
      : applyOperation(training, operation)
    if (outcome.kind === 'applied') {
      training = outcome.training
      seen.add(operation.id)
    }
    if (outcome.kind === 'conflict' && operation.type === 'logSet')
      inConflict.set(operation.setId, outcome.theirs)
    return { operation, outcome }
  })
  return { training, outcomes }
}

/** A phone's clock may be wrong: nothing is done before the workout began or after now. */
function believable(at: string, training: Training, now: Date): string {
  const time = Math.min(now.getTime(), Math.max(Date.parse(at), Date.parse(training.startedAt)))
  return new Date(time).toISOString()
}

/** Exercises with a done set that came, went or changed. */
function touchedExercises(before: Training, after: Training): TouchedExercise[] {
  const old = new Map(before.exercises.flatMap(({ sets }) => sets.map((set) => [set.id, set])))
  return after.exercises.flatMap(({ exerciseId, sets }) => {
    const tracking = after.facts[exerciseId]?.tracking
    const times = sets.flatMap((set) => {
      const was = old.get(set.id)
      return set === was ? [] : [set.performedAt, was?.performedAt].filter((time) => time != null)
    })
    const since = times.sort()[0]
    return since && tracking ? [{ id: exerciseId, tracking, since: new Date(since) }] : []
  })
}
