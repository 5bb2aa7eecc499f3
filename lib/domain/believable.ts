import type { Tracking } from '@/lib/schemas/exercise'
import { type SetField, setFields } from './set-fields'
import { toKg, type WeightUnit } from './units'

const HEAVIEST_KG = 500
const BEST_FACTOR = 2
const BEST_MARGIN_KG = 20
const MOST_REPS = { loaded: 100, unloaded: 1000 } as const
const LONGEST_HOLD_SECONDS = 6 * 3600
/** In the hands, or by foot, wheel and boat, where a whole day is true. */
const FARTHEST_METERS = { carried: 100_000, covered: 300_000 } as const
const FASTEST_METERS_PER_SECOND = 70_000 / 3600

interface Figures {
  weight: number | null
  reps: number | null
  durationSeconds: number | null
  distanceMeters: number | null
}

/**
 * The fields of a set that nobody would believe, so that they are asked about once. What no one can
 * do makes a set a slip even if the person insists: that is the answer with `bestWeightKg` null.
 * With a standing best a weight of more than 20 kg above twice as much is asked about as well, and
 * true if the person says so. Assistance has no best.
 */
export function unbelievableFields(
  { weight, reps, durationSeconds, distanceMeters }: Figures,
  about: { tracking: Tracking; weightUnit: WeightUnit; bestWeightKg: number | null },
): SetField[] {
  const { tracking, bestWeightKg } = about
  const isLoaded = setFields(tracking).includes('weight')
  const isCovered = tracking === 'distance_duration'
  const weightKg = toKg(weight ?? 0, about.weightUnit)
  const meters = distanceMeters ?? 0
  const isFarAboveBest =
    bestWeightKg !== null &&
    tracking !== 'assisted_bodyweight' &&
    weightKg > bestWeightKg * BEST_FACTOR + BEST_MARGIN_KG
  const isTooFast =
    isCovered && durationSeconds !== null && meters > durationSeconds * FASTEST_METERS_PER_SECOND
  const unbelievable: Record<SetField, boolean> = {
    weight: weightKg > HEAVIEST_KG || isFarAboveBest,
    reps: (reps ?? 0) > MOST_REPS[isLoaded ? 'loaded' : 'unloaded'],
    distance: meters > FARTHEST_METERS[isCovered ? 'covered' : 'carried'] || isTooFast,
    durationSeconds: !isCovered && (durationSeconds ?? 0) > LONGEST_HOLD_SECONDS,
  }
  return FIELDS.filter((field) => unbelievable[field])
}

const FIELDS = ['weight', 'reps', 'distance', 'durationSeconds'] as const satisfies SetField[]

/** Whether a set is a slip by itself, whoever wrote it. */
export const isUnbelievable = (
  set: Figures & { weightUnit: WeightUnit },
  tracking: Tracking,
): boolean =>
  unbelievableFields(set, { tracking, weightUnit: set.weightUnit, bestWeightKg: null }).length > 0
