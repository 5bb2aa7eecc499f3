import type { Tracking } from '@/lib/schemas/exercise'
import type { LoggedSet } from '@/lib/schemas/workout'
import { setFields } from './set-fields'
import { convertWeight, LOAD_STEP } from './units'

type Target = NonNullable<LoggedSet['target']>
type Done = Pick<
  LoggedSet,
  'reps' | 'weight' | 'weightUnit' | 'rpe' | 'durationSeconds' | 'distanceMeters'
>

/**
 * Whether a set came to what was planned for it: reps within the range, or at least the fewest where
 * the end is open, and everything else as it was named. What the plan leaves open says nothing; a
 * share of the maximum without a weight cannot be compared.
 */
export function isAsPlanned(set: Done, target: Target): boolean {
  const { repsMin, repsMax, isAmrap, percentOfMax } = target
  const reps = set.reps ?? 0
  const isWithin =
    (repsMin === null || reps >= repsMin) && (isAmrap || repsMax === null || reps <= repsMax)
  const isSame = (['weight', 'rpe', 'durationSeconds', 'distanceMeters'] as const).every(
    (field) => target[field] === null || target[field] === set[field],
  )
  const isSameUnit =
    target.weight === null || target.weightUnit === null || target.weightUnit === set.weightUnit
  return isWithin && isSame && isSameUnit && (percentOfMax === null || target.weight !== null)
}

/**
 * Whether a set fell short of its plan: fewer reps than the fewest, less weight or more assistance, a
 * shorter way, or less time where no way was planned, since a way in less time is faster. More than
 * the plan is not short, and an RPE says nothing of it.
 */
export function isShortOfPlan(set: Omit<Done, 'rpe'>, target: Target, tracking: Tracking): boolean {
  const fields = setFields(tracking)
  const isLess = (done: number | null, planned: number | null) =>
    planned !== null && (done ?? 0) < planned
  const planned =
    target.weight &&
    convertWeight(target.weight, {
      ...{ from: target.weightUnit ?? set.weightUnit, to: set.weightUnit, step: LOAD_STEP },
    })
  const isLighter =
    tracking === 'assisted_bodyweight'
      ? planned !== null && (set.weight ?? 0) > planned
      : isLess(set.weight, planned)
  const isShorter =
    fields.includes('distance') && target.distanceMeters !== null
      ? isLess(set.distanceMeters, target.distanceMeters)
      : fields.includes('durationSeconds') && isLess(set.durationSeconds, target.durationSeconds)
  return (
    isShorter ||
    (fields.includes('weight') && isLighter) ||
    (fields.includes('reps') && isLess(set.reps, target.repsMin))
  )
}
