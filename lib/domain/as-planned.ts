import type { LoggedSet } from '@/lib/schemas/workout'

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
