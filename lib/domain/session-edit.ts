import type { FieldMessage } from '@/lib/core/errors'
import { withoutUndefined } from '@/lib/core/without-undefined'
import type { BLOCK_KINDS } from '@/lib/domain/plan-kinds'
import type { Tracking } from '@/lib/schemas/exercise'
import type { SetKind } from '@/lib/schemas/plan'
import type { DocumentExercise, DocumentSet } from '@/lib/schemas/session-document'
import { isLiftable } from '@/lib/schemas/workout'
import { isUnbelievable } from './believable'
import { missingField } from './set-fields'
import type { Side } from './set-numbers'
import type { WeightUnit } from './units'

/** What is stored of a set and a document may say. */
interface SetValues {
  setNumber: number
  kind: SetKind
  reps: number | null
  weight: number | null
  weightUnit: WeightUnit
  durationSeconds: number | null
  distanceMeters: number | null
  rpe: number | null
  side: Side | null
  notes: string
  isCompleted: boolean
  /** Kept, and left out of records: what nobody has ever done. */
  isSlip: boolean
  performedAt: Date | null
}

interface StoredSet extends SetValues {
  id: string
  exerciseLogId: string
  deletedAt: Date | null
}

interface StoredExercise {
  id: string
  exerciseId: string
  tracking: Tracking
  position: number
  block: number
  blockKind: (typeof BLOCK_KINDS)[number]
  notes: string
  deletedAt: Date | null
}

/** What is there, and what a document is held against. */
export interface EditedSession {
  exercises: readonly StoredExercise[]
  sets: readonly StoredSet[]
  /** What is counted in the exercises that the document may add, by their id. */
  trackings: ReadonlyMap<string, Tracking>
  unit: WeightUnit
  /** The earliest and the latest instant that a set can be done at. */
  from: Date
  to: Date
  now: Date
}

export type ExerciseEdit =
  | { type: 'add'; exercise: Omit<StoredExercise, 'deletedAt' | 'tracking'> }
  | { type: 'change'; id: string; values: Pick<StoredExercise, 'position' | 'block' | 'notes'> }
  | { type: 'remove'; exercise: StoredExercise }

export type SetEdit =
  | { type: 'add'; set: SetValues & { id: string; exerciseLogId: string; exerciseId: string } }
  | { type: 'change'; id: string; values: SetValues }
  | { type: 'remove'; id: string }

interface SessionEdit {
  exercises: ExerciseEdit[]
  sets: SetEdit[]
  /** Exercises whose records may move, from the earliest touched instant on. */
  touched: { id: string; tracking: Tracking; since: Date }[]
  /** What is wrong, by field path; nothing may be written then. */
  issues: [path: string, message: FieldMessage][]
}

/**
 * What a document changes in a session: what it names is added or changed, what it leaves out
 * stays, and what was removed once stays removed. Pure; the result is for writing.
 */
export function editSession(
  document: readonly DocumentExercise[],
  session: EditedSession,
): SessionEdit {
  const edit: SessionEdit = { exercises: [], sets: [], touched: [], issues: [] }
  const logs = [...session.exercises]
  document.forEach((named, index) => {
    const path = `exercises[${index}]`
    const old = session.exercises.find((log) => log.id === named.id)
    if (old?.deletedAt || (!old && named.deleted)) return
    if (old && named.deleted) {
      edit.exercises.push({ type: 'remove', exercise: old })
      return
    }
    if (old && named.exerciseId !== undefined && named.exerciseId !== old.exerciseId)
      edit.issues.push([`${path}.exerciseId`, { key: 'elsewhere' }])
    const log = old ? changedExercise(named, old, edit) : addedExercise(named, { logs, session })
    if (!log) {
      edit.issues.push([`${path}.exerciseId`, { key: 'required' }])
      return
    }
    if (!old) {
      logs.push(log)
      edit.exercises.push({ type: 'add', exercise: withoutState(log) })
    }
    editSets(named.sets, { log, session, edit, path })
  })
  return edit
}

const withoutState = ({ deletedAt: _d, tracking: _t, ...exercise }: StoredExercise) => exercise

function changedExercise(
  { order, block, notes }: DocumentExercise,
  old: StoredExercise,
  edit: SessionEdit,
): StoredExercise {
  const values = {
    ...{ position: order ?? old.position, block: block ?? old.block, notes: notes ?? old.notes },
  }
  const isSame =
    values.position === old.position && values.block === old.block && values.notes === old.notes
  if (!isSame) edit.exercises.push({ type: 'change', id: old.id, values })
  return old
}

/** Without an order it comes last, without a block it stands alone. */
function addedExercise(
  { id, exerciseId, order, block, notes = '' }: DocumentExercise,
  { logs, session }: { logs: readonly StoredExercise[]; session: EditedSession },
): StoredExercise | null {
  const tracking = session.trackings.get(exerciseId ?? '')
  if (exerciseId === undefined || !tracking) return null
  const next = (of: (log: StoredExercise) => number) => Math.max(-1, ...logs.map(of)) + 1
  const neighbour = logs.find((log) => log.block === block)
  return {
    ...{ id, exerciseId, tracking, notes, deletedAt: null },
    position: order ?? next((log) => log.position),
    block: block ?? next((log) => log.block),
    blockKind: neighbour?.blockKind ?? 'single',
  }
}

function editSets(
  named: readonly DocumentSet[],
  at: { log: StoredExercise; session: EditedSession; edit: SessionEdit; path: string },
): void {
  const { log, session, edit } = at
  const own = session.sets.filter((set) => set.exerciseLogId === log.id)
  const present = own.filter((set) => !set.deletedAt)
  let lastNumber = Math.max(0, ...present.map((set) => set.setNumber))
  const weightUnit = present.at(-1)?.weightUnit ?? session.unit
  named.forEach((set, index) => {
    const path = `${at.path}.sets[${index}]`
    const old = session.sets.find((stored) => stored.id === set.id)
    if (old?.deletedAt || (!old && set.deleted)) return
    if (old && old.exerciseLogId !== log.id) {
      edit.issues.push([`${path}.id`, { key: 'elsewhere' }])
      return
    }
    if (old && set.deleted) {
      edit.sets.push({ type: 'remove', id: old.id })
      touch(edit, log, [old.performedAt])
      return
    }
    const before = old ?? { ...BLANK, weightUnit, setNumber: lastNumber + 1 }
    const values = withSlip(valuesOf(set, before, session), before, log.tracking)
    lastNumber = Math.max(lastNumber, values.setNumber)
    edit.issues.push(...issuesOf(values, { log, path }), ...timeIssues(set, session, path))
    if (old && isSame(old, values)) return
    const added = { id: set.id, exerciseLogId: log.id, exerciseId: log.exerciseId, ...values }
    edit.sets.push(old ? { type: 'change', id: old.id, values } : { type: 'add', set: added })
    touch(edit, log, [old?.performedAt ?? null, values.performedAt])
  })
}

const BLANK: Omit<SetValues, 'setNumber' | 'weightUnit'> = {
  kind: 'normal',
  reps: null,
  weight: null,
  durationSeconds: null,
  distanceMeters: null,
  rpe: null,
  side: null,
  notes: '',
  isCompleted: false,
  isSlip: false,
  performedAt: null,
}

/** What is named laid over what is there. A set has its time while it is done. */
function valuesOf(set: DocumentSet, old: SetValues, { now }: EditedSession): SetValues {
  const { id: _i, deleted: _d, ...named } = set
  const { setNumber, kind, reps, weight, weightUnit, durationSeconds, distanceMeters, rpe } = old
  const { side, notes, isCompleted, isSlip, performedAt } = old
  const before = { setNumber, kind, reps, weight, weightUnit, durationSeconds, distanceMeters, rpe }
  const rest = { side, notes, isCompleted, isSlip, performedAt }
  const values = { ...before, ...rest, ...withoutUndefined(named) }
  return { ...values, performedAt: values.isCompleted ? (values.performedAt ?? now) : null }
}

/** A set that is believable now was mended; one whose figures stayed keeps what was said of it. */
function withSlip(values: SetValues, before: SetValues, tracking: Tracking): SetValues {
  if (isUnbelievable(values, tracking)) return { ...values, isSlip: true }
  const isAsBefore =
    values.reps === before.reps &&
    values.weight === before.weight &&
    values.durationSeconds === before.durationSeconds &&
    values.distanceMeters === before.distanceMeters
  return isAsBefore ? values : { ...values, isSlip: false }
}

function issuesOf(
  values: SetValues,
  { log, path }: { log: StoredExercise; path: string },
): [string, FieldMessage][] {
  const missing = values.isCompleted ? missingField(log.tracking, values) : null
  const field = missing === 'distance' ? 'distanceMeters' : missing
  return [
    ...(field ? [issue(`${path}.${field}`, 'required')] : []),
    ...(isLiftable(values) ? [] : [issue(`${path}.weight`, 'weightTooHeavy')]),
  ]
}

function timeIssues(
  { performedAt }: DocumentSet,
  { from, to }: EditedSession,
  path: string,
): [string, FieldMessage][] {
  if (!performedAt) return []
  if (performedAt > to) return [issue(`${path}.performedAt`, 'inFuture')]
  return performedAt < from ? [issue(`${path}.performedAt`, 'beforeStart')] : []
}

const issue = (path: string, key: FieldMessage['key']): [string, FieldMessage] => [path, { key }]

function touch(edit: SessionEdit, log: StoredExercise, times: readonly (Date | null)[]): void {
  const { exerciseId: id, tracking } = log
  for (const since of times) if (since) edit.touched.push({ id, tracking, since })
}

const isSame = (old: SetValues, values: SetValues): boolean =>
  old.setNumber === values.setNumber &&
  old.kind === values.kind &&
  old.reps === values.reps &&
  old.weight === values.weight &&
  old.weightUnit === values.weightUnit &&
  old.durationSeconds === values.durationSeconds &&
  old.distanceMeters === values.distanceMeters &&
  old.rpe === values.rpe &&
  old.side === values.side &&
  old.notes === values.notes &&
  old.isCompleted === values.isCompleted &&
  old.isSlip === values.isSlip &&
  old.performedAt?.getTime() === values.performedAt?.getTime()
