import type { SetKind, Target } from '@/lib/schemas/plan'
import { type Performed, prefillSet } from './plan-sets'
import type { WeightUnit } from './units'

interface Planned {
  kind: SetKind
  target: Target | null
}
type Row = Planned & Performed & { isCompleted: boolean }

/** What is known of a row, field by field; the weight goes with its unit. */
const COUNTED = ['reps', 'durationSeconds', 'distanceMeters'] as const

/** A changed weight holds for the sets below of the same kind that the plan wants as heavy. */
const isCarried = (above: Planned, below: Planned): boolean =>
  above.kind === below.kind &&
  (above.target?.weight ?? null) === (below.target?.weight ?? null) &&
  (above.target?.percentOfMax ?? null) === (below.target?.percentOfMax ?? null)

/**
 * The sets of one exercise with a suggestion in every field that has no value yet: the weight that
 * was changed in the nearest such set above, else what the plan asks for, else last time's set of
 * that place, else what the set above has. Each field stands for itself: a typed weight leaves the
 * suggested reps. A completed set is returned as it is, and so is one without an empty field.
 *
 * @param last the working sets of the last time, in order
 */
export function withGreyValues<T extends Row>(
  sets: readonly T[],
  last: readonly Performed[],
  unit: WeightUnit,
): T[] {
  const working = sets.filter((set) => set.kind !== 'warmup')
  const suggest = (set: T): Performed => {
    const sameSet = last[working.indexOf(set)] ?? last.at(-1) ?? null
    return prefillSet(set.target, set.kind === 'warmup' ? null : sameSet, unit)
  }
  return sets.map((set, index) => {
    if (set.isCompleted) return set
    const above = sets.slice(0, index).filter((other) => isCarried(other, set))
    const suggested = suggest(set)
    const grey: Partial<Performed> = {}
    for (const field of COUNTED) {
      const value = suggested[field] ?? above.findLast((other) => other[field] !== null)?.[field]
      if (set[field] === null && value != null) grey[field] = value
    }
    if (set.weight === null) {
      const heavier = above.findLast((other) => other.weight !== null)
      const isChanged = heavier && !isSameWeight(heavier, suggest(heavier))
      const { weight, weightUnit } = isChanged ? heavier : suggested
      if (weight !== null) Object.assign(grey, { weight, weightUnit })
    }
    return Object.keys(grey).length > 0 ? { ...set, ...grey } : set
  })
}

const isSameWeight = (a: Performed, b: Performed): boolean =>
  a.weight === b.weight && a.weightUnit === b.weightUnit
