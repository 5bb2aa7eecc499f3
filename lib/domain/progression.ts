import type { Tracking } from '@/lib/schemas/exercise'
import type { PlannedSet } from '@/lib/schemas/plan'
import { progressDouble, progressLinear } from './load-progression'
import { progressRpe } from './rpe-progression'
import type { WeightUnit } from './units'
import { progressWave } from './wave-progression'

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
  | { kind: 'wave'; step: number; unit: WeightUnit; weeks: WaveSet[][] }
  | { kind: 'rpe' }

export type RuleOf<Kind extends ProgressionRule['kind']> = Extract<ProgressionRule, { kind: Kind }>

export const PROGRESSION_REASONS = [
  ...[
    'raised',
    'again',
    'againReps',
    'deload',
    'deloadOnce',
    'deloadTwice',
    'lessHelp',
    'moreHelp',
  ],
  ...[
    'moreReps',
    'moreRepsMixed',
    'moreRepsOnly',
    'topReps',
    'wave',
    'waveEstimated',
    'waveUnknown',
  ],
  ...['rpe', 'rpeUnknown', 'rpeUnsaid'],
] as const

/** Why a load is what it is: a sentence of `workout.why` in the catalogue and what it mentions. */
export interface ProgressionReason {
  key: (typeof PROGRESSION_REASONS)[number]
  values: Record<string, string | number>
}

/** A working set that was done, as it was typed; on assisted exercises the weight is help. */
export interface DoneSet {
  reps: number | null
  weight: number | null
  weightUnit: WeightUnit
  rpe: number | null
  /** Whether the workout asked for this weight. */
  isAsked?: boolean
}

export interface TrainingMax {
  value: number
  unit: WeightUnit
}

/** What a rule is told, all of it read from the log: nothing here is counted anywhere else. */
export interface Standing {
  tracking: Tracking
  /** The sets of the line in order, warm-ups included. */
  planned: readonly PlannedSet[]
  /** Done working sets of the finished workouts with this line, newest first, without slips. */
  log: readonly (readonly DoneSet[])[]
  trainingMax: TrainingMax | null
  /** Finished workouts with this line since the training max was set, all of them without one. */
  workoutCount: number
  /** The estimated one-rep max that stands. */
  oneRepMaxKg: number | null
  /** What can be loaded; left out it is the nearest 2.5 kg or 5 lb. */
  roundLoad?: (weight: number, unit: WeightUnit) => number
}

/** The sets to do next, in the rule's unit, and why; no reason where the plan stays as it is. */
export interface NextSets {
  sets: PlannedSet[]
  reason: ProgressionReason | null
}

const LOADED = ['linear', 'double'] as const
const KINDS: Partial<Record<Tracking, readonly ProgressionRule['kind'][]>> = {
  weight_reps: [...LOADED, 'wave', 'rpe'],
  weighted_bodyweight: LOADED,
  assisted_bodyweight: LOADED,
  bodyweight_reps: ['double'],
  reps: ['double'],
}

/** The rules that make sense for what an exercise counts: none for times and distances. */
export const rulesFor = (tracking: Tracking): readonly ProgressionRule['kind'][] =>
  KINDS[tracking] ?? []

/**
 * The next sets of a line by its rule. A pure function of plan and log, so that an edited, deleted
 * or imported workout changes the answer as if it had always been so.
 */
export function progress(rule: ProgressionRule, standing: Standing): NextSets {
  if (!rulesFor(standing.tracking).includes(rule.kind))
    return { sets: [...standing.planned], reason: null }
  switch (rule.kind) {
    case 'linear':
      return progressLinear(rule, standing)
    case 'double':
      return progressDouble(rule, standing)
    case 'wave':
      return progressWave(rule, standing)
    case 'rpe':
      return progressRpe(standing)
  }
}
