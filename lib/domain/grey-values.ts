import type { SetKind, Target } from '@/lib/schemas/plan'
import { type Performed, prefillSet } from './plan-sets'
import type { WeightUnit } from './units'

interface Planned {
  kind: SetKind
  target: Target | null
}
type Row = Planned & Performed

const isTouched = (set: Row): boolean =>
  set.reps !== null ||
  set.weight !== null ||
  set.durationSeconds !== null ||
  set.distanceMeters !== null

/** A changed weight holds for the sets below of the same kind that the plan wants as heavy. */
const isCarried = (above: Planned, below: Planned): boolean =>
  above.kind === below.kind &&
  (above.target?.weight ?? null) === (below.target?.weight ?? null) &&
  (above.target?.percentOfMax ?? null) === (below.target?.percentOfMax ?? null)

/**
 * The sets of one exercise with what to do where nothing was typed yet: the weight that was changed
 * in the nearest such set above, else what the plan asks for, else last time's set of that place.
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
    if (isTouched(set)) return set
    const above = sets
      .slice(0, index)
      .findLast((other) => isTouched(other) && isCarried(other, set))
    const grey = { ...set, ...asAbove(suggest(set), above) }
    if (!above || above.weight === null || isSameWeight(above, suggest(above))) return grey
    return { ...grey, weight: above.weight, weightUnit: above.weightUnit }
  })
}

/** Where neither plan nor last time says what to do, it is what was done a moment ago. */
const asAbove = (suggested: Performed, above: Performed | undefined): Performed =>
  suggested.reps === null && suggested.durationSeconds === null && suggested.distanceMeters === null
    ? {
        ...suggested,
        reps: above?.reps ?? null,
        durationSeconds: above?.durationSeconds ?? null,
        distanceMeters: above?.distanceMeters ?? null,
      }
    : suggested

const isSameWeight = (a: Performed, b: Performed): boolean =>
  a.weight === b.weight && a.weightUnit === b.weightUnit
