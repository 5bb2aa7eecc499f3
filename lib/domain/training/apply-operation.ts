import { isUnbelievable } from '@/lib/domain/believable'
import { missingField } from '@/lib/domain/set-fields'
import { MOST_SET_NOTE } from '@/lib/domain/set-limits'
import type { Tracking } from '@/lib/schemas/exercise'
import { joinBlock, leaveBlock, moveExercise } from './block-edits'
import { partnersOf, roundsBefore } from './blocks'
import { type FigureIssues, figureIssues, noteIssue } from './figure-issues'
import type { Operation } from './operations'
import {
  BLANK,
  lastSetAt,
  presentSets,
  type SetValues,
  type Training,
  type TrainingSet,
} from './training'
import {
  addExercise,
  addRound,
  removeExercise,
  replaceExercise,
  replaceSet,
  restoreExercise,
  unusedSetIds,
} from './training-edits'

const MOST_SETS = 200
const MOST_EXERCISES = 100

/** Why an operation was not done; a key of the catalogue's errors. */
type RefusalKey = 'validation' | 'notFound' | 'sessionCompleted' | 'nothingDone' | 'workoutFull'

/** What became of an operation. */
export type Outcome =
  /** `training` is the same object where nothing changed. */
  | { kind: 'applied'; training: Training }
  /** The set was changed elsewhere in the meantime; `theirs` is what stands. */
  | { kind: 'conflict'; theirs: TrainingSet }
  | { kind: 'refused'; key: RefusalKey; fields?: FigureIssues }

const refused = (key: RefusalKey): Outcome => ({ kind: 'refused', key })
const applied = (training: Training): Outcome => ({ kind: 'applied', training })

/**
 * What an operation makes of a workout: the one home of what may be done and what comes of it, for
 * the page, the outbox on a phone and the server alike. Pure: the same operation on the same workout
 * gives the same, and what is not touched stays the same object, so that a difference is found by
 * identity. An operation that adds what is there already, or takes out what is gone, changes nothing.
 */
export function applyOperation(training: Training, operation: Operation): Outcome {
  if (training.status !== 'in_progress') return refused('sessionCompleted')
  switch (operation.type) {
    case 'start':
      return applied(training)
    case 'logSet':
      return logSet(training, operation)
    case 'addSets':
      return addSets(training, operation)
    case 'noteSet': {
      const notes = operation.notes.trim()
      const issue = noteIssue(notes, MOST_SET_NOTE)
      if (issue) return { kind: 'refused', key: 'validation', fields: { notes: issue } }
      return withSet(training, operation.setId, (set) =>
        set.notes === notes ? set : { ...set, notes },
      )
    }
    case 'removeSet':
      return withSet(training, operation.setId, (set) =>
        set.deletedAt ? set : { ...set, deletedAt: operation.at, revision: set.revision + 1 },
      )
    case 'restoreSet':
      return withSet(training, operation.setId, (set) =>
        set.deletedAt ? { ...set, deletedAt: null, revision: set.revision + 1 } : set,
      )
    case 'addExercise': {
      if (!training.facts[operation.exerciseId]) return refused('notFound')
      if (training.exercises.length >= MOST_EXERCISES) return refused('workoutFull')
      const edited = addExercise(training, operation)
      return edited ? applied(edited) : refused('notFound')
    }
    case 'removeExercise':
    case 'restoreExercise':
    case 'moveExercise':
    case 'joinBlock':
    case 'leaveBlock':
    case 'addRound':
    case 'noteExercise':
      return withExercise(training, operation)
    case 'preferExercise': {
      const { exerciseId, weightUnit, restSeconds, barWeight } = operation
      const facts = training.facts[exerciseId]
      if (!facts) return refused('notFound')
      const known = { ...facts, weightUnit, restSeconds, barWeight }
      return applied({ ...training, facts: { ...training.facts, [exerciseId]: known } })
    }
    case 'keepTraining':
      return applied({ ...training, stillTrainingAt: operation.at })
    case 'finish':
      return finish(training, operation)
  }
}

type Of<Type extends Operation['type']> = Extract<Operation, { type: Type }>

/** Values that are there already are no conflict, whoever wrote them. */
function logSet(training: Training, operation: Of<'logSet'>): Outcome {
  const { setId, baseRevision, at } = operation
  const exercise = training.exercises.find((each) => each.sets.some((set) => set.id === setId))
  const set = exercise?.sets.find((each) => each.id === setId)
  const tracking = exercise && training.facts[exercise.exerciseId]?.tracking
  if (!set || !tracking) return refused('notFound')
  const values = withSlip(operation.values, tracking)
  const fields = figureIssues(values)
  const missing = values.isCompleted ? missingField(tracking, values) : null
  if (missing && !fields[missing]) fields[missing] = { key: 'required' }
  if (Object.keys(fields).length > 0) return { kind: 'refused', key: 'validation', fields }
  const isOut = set.deletedAt !== null || exercise.deletedAt !== null
  if (isOut) return { kind: 'conflict', theirs: set }
  if (hasValues(set, values)) return applied(training)
  if (set.revision !== baseRevision) return { kind: 'conflict', theirs: set }
  const performedAt = values.isCompleted ? (set.performedAt ?? at) : null
  return applied(
    replaceSet(training, { ...set, ...values, performedAt, revision: set.revision + 1 }),
  )
}

/** What nobody has ever done is a slip, whoever wrote it. */
function withSlip(values: SetValues, tracking: Tracking): SetValues {
  return isUnbelievable(values, tracking) ? { ...values, isSlip: true } : values
}

const hasValues = (set: SetValues, values: SetValues): boolean =>
  set.kind === values.kind &&
  set.reps === values.reps &&
  set.weight === values.weight &&
  set.weightUnit === values.weightUnit &&
  set.durationSeconds === values.durationSeconds &&
  set.distanceMeters === values.distanceMeters &&
  set.rpe === values.rpe &&
  set.side === values.side &&
  set.isSlip === values.isSlip &&
  set.isCompleted === values.isCompleted

function withSet(
  training: Training,
  setId: string,
  change: (set: TrainingSet) => TrainingSet,
): Outcome {
  const set = training.exercises.flatMap((each) => each.sets).find((each) => each.id === setId)
  if (!set) return refused('notFound')
  const changed = change(set)
  return applied(changed === set ? training : replaceSet(training, changed))
}

function addSets(training: Training, { exerciseLogId, sets, isFirst }: Of<'addSets'>): Outcome {
  const exercise = training.exercises.find((each) => each.id === exerciseLogId)
  if (!exercise || exercise.deletedAt) return refused('notFound')
  const unused = unusedSetIds(
    training,
    sets.map((set) => set.id),
  )
  const added = sets.filter((set) => unused.delete(set.id))
  if (added.length === 0) return applied(training)
  if (exercise.sets.length + added.length > MOST_SETS) return refused('workoutFull')
  const present = presentSets(exercise)
  const last = present.at(-1)
  const facts = training.facts[exercise.exerciseId]
  const before = roundsBefore(exercise)
  const firstNumber = isFirst ? before + 1 : (last?.setNumber ?? before) + 1
  const rows = added.map((set, index) => ({
    ...BLANK,
    id: set.id,
    kind: set.kind,
    target: set.target === undefined ? (last?.target ?? null) : set.target,
    setNumber: firstNumber + index,
    weightUnit: set.target?.weightUnit ?? facts?.weightUnit ?? training.weightUnit,
  }))
  // What moves down only changes its number: nobody's values are older for it.
  const shift = isFirst ? rows.length : 0
  const moved = exercise.sets.map((set) =>
    shift > 0 ? { ...set, setNumber: set.setNumber + shift } : set,
  )
  const all = isFirst ? [...rows, ...moved] : [...moved, ...rows]
  return applied(replaceExercise(training, { ...exercise, sets: all }))
}

function withExercise(
  training: Training,
  operation: Of<
    | ('removeExercise' | 'restoreExercise' | 'moveExercise' | 'noteExercise')
    | ('joinBlock' | 'leaveBlock' | 'addRound')
  >,
): Outcome {
  const exercise = training.exercises.find((each) => each.id === operation.exerciseLogId)
  if (!exercise) return refused('notFound')
  switch (operation.type) {
    case 'removeExercise':
      return applied(removeExercise(training, exercise, operation.at))
    case 'restoreExercise':
      return applied(restoreExercise(training, exercise))
    case 'moveExercise':
      return applied(moveExercise(training, exercise, operation))
    case 'joinBlock': {
      const partner = training.exercises.find((each) => each.id === operation.partnerId)
      if (!partner || partner.deletedAt || exercise.deletedAt) return refused('notFound')
      return applied(joinBlock(training, exercise, partner))
    }
    case 'leaveBlock':
      return applied(leaveBlock(training, exercise, operation))
    case 'addRound': {
      const isFull = partnersOf(training, exercise).some(({ sets }) => sets.length >= MOST_SETS)
      if (isFull) return refused('workoutFull')
      return applied(addRound(training, exercise, operation.setIds))
    }
    case 'noteExercise': {
      const notes = operation.notes.trim()
      const issue = noteIssue(notes)
      if (issue) return { kind: 'refused', key: 'validation', fields: { notes: issue } }
      return applied(replaceExercise(training, { ...exercise, notes }))
    }
  }
}

function finish(training: Training, operation: Of<'finish'>): Outcome {
  const { at, notes, feeling, sessionRpe, isEndedAtLastSet } = operation
  const last = lastSetAt(training)
  if (last === null) return refused('nothingDone')
  const issue = noteIssue(notes)
  if (issue) return { kind: 'refused', key: 'validation', fields: { notes: issue } }
  const completedAt = isEndedAtLastSet || last > at ? last : at
  return applied({ ...training, status: 'completed', completedAt, notes, feeling, sessionRpe })
}
