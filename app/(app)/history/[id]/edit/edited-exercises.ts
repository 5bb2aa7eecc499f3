import { getTranslations } from 'next-intl/server'
import { setLetters } from '@/app/_components/set-letters'
import type { Actor } from '@/lib/core/actor'
import { distanceUnitFor, type SetField, setFields } from '@/lib/domain/set-fields'
import { setLabel } from '@/lib/domain/set-numbers'
import { fieldText, setText } from '@/lib/domain/set-text'
import type { PastSet } from '@/lib/domain/training/training'
import type { ExerciseLog, LoggedSet, Workout } from '@/lib/schemas/workout'
import { query } from '@/lib/transport/query'
import { getTraining } from '@/lib/use-cases/workouts/train'

/** A set in the form, or room for one that was forgotten. */
export interface EditedRow {
  /** What stands before it, and what it is called in the names of its fields. */
  label: string
  name: string
  state: 'done' | 'suggested' | 'open' | 'new'
  hidden: Record<string, string>
  cells: { field: string; label: string; value: string }[]
  kind: string
  side: string
  note: string
  /** Whether its figures are kept out of records and totals. */
  isSlip: boolean
}

export interface EditedExercise {
  id: string
  exerciseId: string
  name: string
  notes: string
  /** What was done last time, where no set is here yet. */
  last: string
  heads: string[]
  rows: EditedRow[]
  /** How many rows for new sets there are at first, and how many more for a page without a script. */
  newRows: number
  spareRows: number
  blank: EditedRow
  hasSides: boolean
}

type T = Awaited<ReturnType<typeof getTranslations<'workout'>>>

const SPARE_ROWS_OF_NEW_EXERCISE = 2

/** The exercises of a past workout as its form shows them. */
export async function editedExercises(workout: Workout, actor: Actor): Promise<EditedExercise[]> {
  const t = await getTranslations('workout')
  const isPlanned = workout.status === 'planned'
  const isNew = (log: ExerciseLog) => log.sets.length === 0
  // What came before is read once for all, and only where a row has nothing to show.
  const past = workout.exercises.some(isNew)
    ? (await query(getTraining)({ sessionId: workout.id })).past
    : {}
  return workout.exercises.map((log) => {
    const about = { log, actor, t }
    const lastUnit = log.sets.at(-1)?.weightUnit ?? actor.weightUnit
    return {
      ...{ id: log.id, exerciseId: log.exerciseId, name: log.name, notes: log.notes },
      last: isNew(log) ? lastTime(past[log.exerciseId]?.previous ?? [], about) : '',
      heads: fieldsOf(log).map((field) => headOf(field, lastUnit, about)),
      rows: log.sets.map((set) => rowOf(set, isPlanned, about)),
      ...(isNew(log)
        ? { newRows: 1, spareRows: SPARE_ROWS_OF_NEW_EXERCISE }
        : { newRows: 0, spareRows: 1 }),
      blank: blankRow(lastUnit, about),
      hasSides: log.isUnilateral || log.sets.some((set) => set.side !== null),
    }
  })
}

/** The sets of the last time in one line: `Last time 100 kg × 5, 100 kg × 5`; empty where there is none. */
function lastTime(sets: readonly PastSet[], { log, actor, t }: About): string {
  const texts = sets.map((set) => setText(set, log.tracking, { ...actor, weightUnit: null }))
  const unbroken = texts.map((text) => text.replaceAll(' ', '\u00a0'))
  return unbroken.length > 0 ? t('lastSets', { sets: unbroken.join(', ') }) : ''
}

interface About {
  log: ExerciseLog
  actor: Actor
  t: T
}

const fieldsOf = (log: ExerciseLog): (SetField | 'rpe')[] => [...setFields(log.tracking), 'rpe']

const distanceUnitOf = ({ log, actor }: About) => distanceUnitFor(log.tracking, actor.distanceUnit)

function rowOf(set: LoggedSet, isPlanned: boolean, about: About): EditedRow {
  const { log, t } = about
  const label = setLabel(set, set.number, setLetters(t))
  const unit = distanceUnitOf(about)
  const isShown = set.isCompleted || isPlanned
  const text = (field: SetField | 'rpe') => {
    if (field !== 'rpe') return fieldText(set, field, unit)
    return set.rpe === null ? '' : String(set.rpe)
  }
  return {
    ...{ label, name: label, kind: set.kind, side: set.side ?? '', note: set.notes },
    isSlip: set.isSlip,
    state: set.isCompleted ? 'done' : isPlanned ? 'suggested' : 'open',
    hidden: {
      ...{ setId: set.id, weightUnit: set.weightUnit, distanceUnit: unit },
      distanceMeters: isShown ? String(set.distanceMeters ?? '') : '',
      ...(isPlanned && { isSuggested: 'on' }),
    },
    cells: fieldsOf(log).map((field) => ({
      ...{ field, label: `${log.name}, ${label}: ${columnName(field, set.weightUnit, about)}` },
      value: isShown ? text(field) : '',
    })),
  }
}

function blankRow(weightUnit: 'kg' | 'lb', about: About): EditedRow {
  const { log, t } = about
  const name = t('forgotten')
  return {
    ...{ label: '+', name, state: 'new', kind: 'normal', side: '', note: '', isSlip: false },
    hidden: { exerciseLogId: log.id, weightUnit, distanceUnit: distanceUnitOf(about) },
    cells: fieldsOf(log).map((field) => ({
      ...{ field, label: `${log.name}, ${name}: ${columnName(field, weightUnit, about)}` },
      value: '',
    })),
  }
}

function columnName(field: SetField | 'rpe', weightUnit: 'kg' | 'lb', about: About): string {
  if (field === 'weight') return about.t('weight', { unit: weightUnit })
  if (field === 'distance') return about.t('distance', { unit: distanceUnitOf(about) })
  return about.t(field === 'durationSeconds' ? 'time' : field)
}

function headOf(field: SetField | 'rpe', weightUnit: 'kg' | 'lb', about: About): string {
  if (field === 'weight') return weightUnit
  return field === 'distance' ? distanceUnitOf(about) : columnName(field, weightUnit, about)
}
