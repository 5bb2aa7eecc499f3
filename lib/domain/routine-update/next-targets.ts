import { roundToBar } from '@/lib/domain/plan-sets'
import { fromKg, toKg } from '@/lib/domain/units'
import type { PlannedSet } from '@/lib/schemas/plan'
import type { DoneExercise } from './pair-exercises'

type DoneSet = DoneExercise['sets'][number]
type Load = Pick<DoneSet, 'weight' | 'weightUnit'>

const MOST_REPS = 100

/**
 * What the working sets of a line ask for next time, after a workout in which they were done. This is
 * the whole rule:
 *
 * - Sets that were planned with one load keep one load: the heaviest that at least half of the sets
 *   were done with, or the planned one where there is none. Of those that reached their reps at least one
 *   must have had it. Drop sets are lighter by intention and say nothing about it. Sets that were planned with different loads take the load they were done with.
 * - Fewer reps than planned are a miss, so the target stays. Exact reps rise only where every planned
 *   set was done with more: equal targets to the fewest reps that were done, others to their own.
 * - Ranges, open ends such as 5+, and what the plan leaves open stay as they are.
 * - Sets that were left undone and slips say nothing.
 *
 * @param rows the working sets that the plan asked for
 * @param sets the working sets of the workout, in the same order
 */
export function nextTargets(
  rows: readonly PlannedSet[],
  sets: readonly (DoneSet | undefined)[],
): PlannedSet[] {
  const done = sets.map((set) => (set?.isCompleted && !set.isSlip ? set : undefined))
  const loads = nextLoads(rows, done)
  const reps = nextReps(rows, done)
  return rows.map((row, index) => {
    const load = loads[index]
    const count = reps[index]
    if (!load && count === undefined) return row
    return {
      ...row,
      ...(load && { weight: load.weight, weightUnit: load.weightUnit }),
      ...(count !== undefined && { repsMin: count, repsMax: count }),
    }
  })
}

/** The new load of each set; none where the planned one stays. */
function nextLoads(
  rows: readonly PlannedSet[],
  done: readonly (DoneSet | undefined)[],
): (Load | undefined)[] {
  const areEqual = rows.every(
    ({ weight, weightUnit }) => weight === rows[0]?.weight && weightUnit === rows[0].weightUnit,
  )
  const common = areEqual ? sharedLoad(done.filter((set) => set && set.kind !== 'drop')) : null
  const isReached = rows.some(
    ({ repsMin }, index) =>
      done[index]?.weight === common?.weight && (done[index]?.reps ?? 0) >= (repsMin ?? 0),
  )
  const shared = isReached ? common : null
  return rows.map((row, index) => {
    const load = areEqual ? shared : done[index]
    return load && !isPlannedLoad(row, load) ? load : undefined
  })
}

/** The heaviest load that at least half of the sets were done with. */
function sharedLoad(sets: readonly (DoneSet | undefined)[]): Load | null {
  const kg = (load: Load) => toKg(load.weight ?? 0, load.weightUnit)
  const isSame = (a: Load, b: Load) => a.weight === b.weight && a.weightUnit === b.weightUnit
  const loads = sets.filter((set) => set !== undefined)
  const common = loads.filter(
    (load) => loads.filter((other) => isSame(load, other)).length * 2 >= loads.length,
  )
  return common.toSorted((a, b) => kg(b) - kg(a))[0] ?? null
}

/** In the other unit it is what the bar can be loaded with there, as the screen suggests it. */
function isPlannedLoad(row: PlannedSet, load: Load): boolean {
  if (row.weight === null || load.weight === null) return true
  if (row.weightUnit === null || row.weightUnit === load.weightUnit)
    return row.weight === load.weight
  const kg = toKg(row.weight, row.weightUnit)
  return roundToBar(fromKg(kg, load.weightUnit), load.weightUnit) === load.weight
}

/** The raised reps of each set; none where the planned ones stay. */
function nextReps(
  rows: readonly PlannedSet[],
  done: readonly (DoneSet | undefined)[],
): (number | undefined)[] {
  const repsOf = (index: number) => Math.min(MOST_REPS, done[index]?.reps ?? 0)
  const exact = rows.flatMap((row, index) => (isExact(row) ? [index] : []))
  const isRaised = exact.every((index) => repsOf(index) > (rows[index]?.repsMin ?? MOST_REPS))
  if (!isRaised) return []
  const areEqual = new Set(exact.map((index) => rows[index]?.repsMin)).size === 1
  const fewest = Math.min(...exact.map(repsOf))
  return rows.map((row, index) => (isExact(row) ? (areEqual ? fewest : repsOf(index)) : undefined))
}

const isExact = ({ repsMin, repsMax, isAmrap }: PlannedSet): boolean =>
  repsMin !== null && (repsMax ?? repsMin) === repsMin && !isAmrap
