import type { Tracking } from '@/lib/schemas/exercise'

interface Lift {
  tracking: Tracking
  /** As logged; assistance on assisted exercises. */
  weightKg: number | null
  bodyWeightKg: number | null
}

/** Kilograms moved: body weight counts where it is lifted; null while it is not known. */
export function workingLoadKg({ tracking, weightKg, bodyWeightKg }: Lift): number | null {
  switch (tracking) {
    case 'bodyweight_reps':
      return bodyWeightKg
    case 'weighted_bodyweight':
      return bodyWeightKg === null ? null : bodyWeightKg + (weightKg ?? 0)
    case 'assisted_bodyweight':
      return bodyWeightKg === null ? null : Math.max(0, bodyWeightKg - (weightKg ?? 0))
    default:
      return weightKg
  }
}

/**
 * Load × reps in kilograms, never negative. Without a known body weight a weighted lift counts
 * its added load alone, and bodyweight or assisted ones count nothing. A set counts once whether
 * or not it says a side; leaving out warm-ups is the caller's part.
 */
export function setVolumeKg(lift: Lift & { reps: number | null }): number {
  const known = workingLoadKg(lift)
  const load = known ?? (lift.tracking === 'weighted_bodyweight' ? lift.weightKg : 0)
  return Math.max(0, (load ?? 0) * (lift.reps ?? 0))
}
