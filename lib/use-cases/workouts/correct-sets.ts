import { type FieldMessage, NotFoundError, ValidationError } from '@/lib/core/errors'
import { newId } from '@/lib/core/id'
import { type Bests, isUnbelievable, unbelievableFields } from '@/lib/domain/believable'
import { missingField } from '@/lib/domain/set-fields'
import { toMeters } from '@/lib/domain/units'
import type { SetRepository, SetRow } from '@/lib/repositories/set-repository'
import type { WorkoutRepository } from '@/lib/repositories/workout-repository'
import { type CorrectedSet, isLiftable } from '@/lib/schemas/workout'

type Log = Awaited<ReturnType<WorkoutRepository['listExercises']>>[number]

export type SetChange =
  /** Without values the set is taken out. */
  | { log: Log; old: SetRow; values: Values | null }
  /** A set that was forgotten. */
  | { log: Log; old: null; values: Values; setNumber: number }

/**
 * What a correction changes in the sets that are there.
 * @param there.bests what the person had done best before, by exercise
 * @param wayField what the distance is called in an error
 * @throws ValidationError where a set would be done without saying what, and once about figures far above
 *   the usual; NotFoundError
 */
export function readSetChanges(
  sets: readonly CorrectedSet[],
  there: {
    logs: readonly Log[]
    before: readonly SetRow[]
    bests: ReadonlyMap<string, Bests>
  },
  wayField: 'distance' | 'distanceMeters',
): SetChange[] {
  const lastNumbers = new Map(there.before.map((set) => [set.exerciseLogId, set.setNumber]))
  const fields: Record<string, FieldMessage[]> = {}
  const asked: Record<string, FieldMessage[]> = {}
  const changes = sets.flatMap((corrected, index): SetChange[] => {
    const old = there.before.find((set) => set.id === corrected.setId) ?? null
    const logId = old?.exerciseLogId ?? corrected.exerciseLogId
    const log = there.logs.find((each) => each.id === logId)
    if (!log || (corrected.setId && !old)) throw new NotFoundError()
    if (log.deletedAt || isLeftAlone(corrected, old)) return []
    if (old && corrected.isRemoved) return [{ log, old, values: null }]

    const values = performedValues(corrected)
    const missing = missingField(log.tracking, values)
    const field = missing === 'distance' ? wayField : missing
    if (field) fields[`sets[${index}].${field}`] = [{ key: 'required' }]
    if (!isLiftable(values)) fields[`sets[${index}].weight`] = [{ key: 'weightTooHeavy' }]
    for (const odd of corrected.isMeant || isKnown(old, values)
      ? []
      : oddFields(values, log, there))
      asked[`sets[${index}].${odd === 'distance' ? wayField : odd}`] = [{ key: 'unbelievable' }]
    if (old) return [{ log, old, values }]
    const setNumber = (lastNumbers.get(log.id) ?? 0) + 1
    lastNumbers.set(log.id, setNumber)
    return [{ log, old, values, setNumber }]
  })
  if (Object.keys(fields).length > 0) throw new ValidationError(fields)
  if (Object.keys(asked).length > 0) throw new ValidationError(asked, 'unbelievable')
  return changes
}

const oddFields = (values: Values, log: Log, { bests }: { bests: ReadonlyMap<string, Bests> }) =>
  unbelievableFields(values, {
    ...{ tracking: log.tracking, weightUnit: values.weightUnit },
    bests: bests.get(log.exerciseId) ?? null,
  })

/** Whether these are the figures that are stored, so that they were asked about before. */
const isKnown = (old: SetRow | null, values: Values): boolean =>
  old?.isCompleted === true &&
  (['weight', 'weightUnit', 'reps', 'durationSeconds', 'distanceMeters'] as const).every(
    (figure) => old[figure] === values[figure],
  )

function isLeftAlone(corrected: CorrectedSet, old: SetRow | null): boolean {
  if (corrected.isRemoved) return !old
  if (corrected.isSuggested) return !corrected.isTicked
  const values = performedValues(corrected)
  return old?.isCompleted ? isSame(old, values) : isBlank(values)
}

/** A changed set keeps its place in time; a forgotten one was done by the end of the workout. */
export async function writeSetChanges(
  sets: SetRepository,
  changes: readonly SetChange[],
  session: { id: string; doneBy: Date; now: Date },
): Promise<void> {
  const isCompleted = true
  for (const change of changes) {
    const { log, values } = change
    const performedAt = change.old?.performedAt ?? session.doneBy
    const isSlip = values !== null && isUnbelievable(values, log.tracking)
    if (change.old)
      await sets.update(
        change.old.id,
        values ? { ...values, isSlip, isCompleted, performedAt } : { deletedAt: session.now },
      )
    else {
      const place = { sessionId: session.id, exerciseLogId: log.id, exerciseId: log.exerciseId }
      const { setNumber } = change
      await sets.add([
        { id: newId(), ...place, setNumber, ...change.values, isSlip, isCompleted, performedAt },
      ])
    }
  }
}

/** The figures of each changed set before and after; what people write about it stays out. */
export const setTrail = (changes: readonly SetChange[]) =>
  changes.map(({ old, values }) => ({
    setId: old?.id ?? null,
    before: old && figuresOf(old),
    after: values && figuresOf(values),
  }))

/** Sets that came to another exercise; the one they came from has them as taken out. */
export const takenTrail = (taken: readonly SetRow[]) =>
  taken.map((set) => ({ setId: set.id, before: null, after: figuresOf(set) }))

const performedValues = ({ distance, distanceUnit, notes, ...set }: CorrectedSet) => ({
  ...figuresOf({
    ...set,
    distanceMeters: distance === null ? null : toMeters(distance, distanceUnit),
  }),
  notes,
})

type Values = ReturnType<typeof performedValues>

type Figures = Pick<
  SetRow,
  | ('kind' | 'reps' | 'weight' | 'weightUnit' | 'durationSeconds')
  | ('rpe' | 'side' | 'distanceMeters')
>

/** The figures alone, always in the same order, so that equal ones have equal JSON. */
export const figuresOf = (set: Figures): Figures => {
  const { kind, reps, weight, weightUnit, durationSeconds, rpe, side, distanceMeters } = set
  return { kind, reps, weight, weightUnit, durationSeconds, rpe, side, distanceMeters }
}

const isSame = (old: SetRow, values: Values): boolean =>
  old.notes === values.notes && JSON.stringify(figuresOf(old)) === JSON.stringify(figuresOf(values))

const isBlank = ({ reps, weight, durationSeconds, distanceMeters, rpe, notes }: Values): boolean =>
  notes === '' &&
  [reps, weight, durationSeconds, distanceMeters, rpe].every((value) => value === null)
