import type { WeightUnit } from './units'

/** One set of a wave: a percentage of the training max for so many reps, `isAmrap` for "and more". */
export interface WaveSet {
  percent: number
  reps: number
  isAmrap: boolean
}

/**
 * How the next load follows from what was done. `step` and what it is added to are in `unit`.
 * - linear: `step` more after every set reached its reps; after `misses` times in a row without, the
 *   load falls by `deloadPercent`.
 * - double: reps rise within the range of the line; with all sets at its top the load rises by `step`.
 * - wave: the week of `weeks` that comes next, in per cent of the training max, which rises by
 *   `step` after the last week.
 * - rpe: the load at which the reps of the line should feel as hard as its RPE.
 */
export type ProgressionRule =
  | { kind: 'linear'; step: number; unit: WeightUnit; misses: number; deloadPercent: number }
  | { kind: 'double'; step: number; unit: WeightUnit }
  | { kind: 'wave'; step: number; unit: WeightUnit; weeks: readonly (readonly WaveSet[])[] }
  | { kind: 'rpe' }

/** Why a load is what it is: a sentence of `workout.why` in the catalogue and what it mentions. */
export interface ProgressionReason {
  key: string
  values: Record<string, string | number>
}
