import type { PlannedSet } from '@/lib/schemas/plan'
import { roundToBar } from './plan-sets'
import type { DoneSet, NextSets, Standing } from './progression'
import { MOST_WEIGHT } from './set-limits'
import { toKg } from './units'

/** Reps for which Epley's formula holds. */
const MOST_REPS = 12

/** Epley's factor for a set that leaves `10 − rpe` reps in hand. */
const factor = (reps: number, rpe: number): number => 1 + (reps + 10 - rpe) / 30

/**
 * The load at which a line's reps should feel as hard as its RPE. The newest workout with an RPE
 * gives an estimated one-rep max by Epley's formula with reps in reserve, w·(1 + (r + 10 − rpe)/30)
 * of its best set; the same formula turned round gives the load, in the unit of that set. Sets of
 * more than 12 reps estimate nothing.
 */
export function progressRpe({ planned, log, roundLoad = roundToBar }: Standing): NextSets {
  const asIs = [...planned]
  if (!planned.some(isAimed)) return { sets: asIs, reason: { key: 'rpeUnsaid', values: {} } }
  const best = log.map(bestOf).find((set) => set !== null)
  if (!best) return { sets: asIs, reason: { key: 'rpeUnknown', values: {} } }
  const { weightUnit: unit } = best
  const max = best.weight * factor(best.reps, best.rpe)
  const sets = planned.map((set) => {
    if (!isAimed(set)) return set
    const load = roundLoad(max / factor(set.repsMin, set.rpe), unit)
    return {
      ...set,
      weight: Math.min(MOST_WEIGHT[unit], Math.max(0, load)),
      ...{ weightUnit: unit, percentOfMax: null },
    }
  })
  const next = Math.max(...sets.filter(isAimed).map((set) => set.weight ?? 0))
  const { weight, reps, rpe } = best
  return { sets, reason: { key: 'rpe', values: { weight, unit, reps, rpe, next } } }
}

type Aimed = PlannedSet & { repsMin: number; rpe: number }

const isAimed = (set: PlannedSet): set is Aimed =>
  set.kind !== 'warmup' && set.repsMin !== null && set.rpe !== null

type Rated = DoneSet & { reps: number; weight: number; rpe: number }

function bestOf(sets: readonly DoneSet[]): Rated | null {
  const maxKg = (set: Rated) => toKg(set.weight, set.weightUnit) * factor(set.reps, set.rpe)
  const isRated = (set: DoneSet): set is Rated =>
    set.rpe !== null &&
    (set.weight ?? 0) > 0 &&
    (set.reps ?? 0) >= 1 &&
    (set.reps ?? 0) <= MOST_REPS
  return sets
    .filter(isRated)
    .reduce<Rated | null>((best, set) => (best && maxKg(best) >= maxKg(set) ? best : set), null)
}
