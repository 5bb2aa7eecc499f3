import type { PlannedSet } from '@/lib/schemas/plan'
import { roundToBar } from './plan-sets'
import type {
  NextSets,
  ProgressionReason,
  RuleOf,
  Standing,
  TrainingMax,
  WaveSet,
} from './progression'
import { convert } from './session-weight'
import { MOST_WEIGHT } from './set-limits'

/** Without a training max it is taken as so much of the estimated one-rep max, as Wendler does. */
const PART_OF_ONE_REP_MAX = 0.9

type Wave = RuleOf<'wave'>

/**
 * The training max as it is now, in the rule's unit: every full pass through the weeks since it was
 * set has added a step.
 *
 * @param workoutCount finished workouts with the line since then
 */
export function currentTrainingMax(
  rule: Wave,
  { value, unit }: TrainingMax,
  workoutCount: number,
): TrainingMax {
  const passes = Math.floor(workoutCount / rule.weeks.length)
  const now = convert(value, unit, rule.unit) + passes * rule.step
  return { value: Number(Math.min(MOST_WEIGHT[rule.unit], now).toFixed(2)), unit: rule.unit }
}

/**
 * The week of a wave that comes next, in per cent of the training max, in place of the line's
 * working sets. A training max that nobody has set is 90 % of the estimated one-rep max; without
 * that either there are reps and no loads.
 */
export function progressWave(rule: Wave, standing: Standing): NextSets {
  const { planned, trainingMax, oneRepMaxKg, workoutCount, roundLoad = roundToBar } = standing
  const at = workoutCount % rule.weeks.length
  const estimated = oneRepMaxKg === null ? null : estimate(oneRepMaxKg, rule)
  const max = trainingMax ? currentTrainingMax(rule, trainingMax, workoutCount) : estimated
  const loadOf = ({ percent }: WaveSet) =>
    max && Math.min(MOST_WEIGHT[max.unit], roundLoad((max.value * percent) / 100, max.unit))
  const week = (rule.weeks[at] ?? []).map((set) => toPlanned(set, loadOf(set), rule))
  return {
    sets: [...planned.filter((set) => set.kind === 'warmup'), ...week],
    reason: { key: keyOf(trainingMax, estimated), values: valuesOf(rule, at, max) },
  }
}

const estimate = (oneRepMaxKg: number, { unit }: Wave): TrainingMax => ({
  value: Number(convert(oneRepMaxKg * PART_OF_ONE_REP_MAX, 'kg', unit).toFixed(1)),
  unit,
})

function keyOf(set: TrainingMax | null, estimated: TrainingMax | null): ProgressionReason['key'] {
  if (set) return 'wave'
  return estimated ? 'waveEstimated' : 'waveUnknown'
}

const valuesOf = (rule: Wave, at: number, max: TrainingMax | null) => ({
  ...{ week: at + 1, weeks: rule.weeks.length },
  ...(max ? { max: max.value, unit: max.unit } : {}),
})

const toPlanned = (
  { reps, isAmrap }: WaveSet,
  load: number | null,
  { unit }: Wave,
): PlannedSet => ({
  ...{ kind: 'normal', repsMin: reps, repsMax: isAmrap ? null : reps, isAmrap },
  ...{ weight: load, weightUnit: load === null ? null : unit, percentOfMax: null, rpe: null },
  ...{ durationSeconds: null, distanceMeters: null },
})
