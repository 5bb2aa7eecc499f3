import type { Tracking } from '@/lib/schemas/exercise'
import { estimateOneRepMax } from './one-rep-max'
import type { Standing } from './records'
import { type SetField, setFields } from './set-fields'
import { toKg, type WeightUnit } from './units'

const HEAVIEST_KG = 500
const BEST_FACTOR = 2
const BEST_MARGIN_KG = 20
const ONE_REP_MAX_FACTOR = 1.25
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

/** What a person has done best with an exercise; null where nothing is known. */
export interface Bests {
  heaviestKg: number | null
  oneRepMaxKg: number | null
  reps: number | null
  /** The most of weight times repetitions in one set. */
  setVolumeKg: number | null
}

const NO_BESTS: Bests = { heaviestKg: null, oneRepMaxKg: null, reps: null, setVolumeKg: null }

/** The bests among standing records; assistance has none, since less of it is better. */
export function bestsOf(tracking: Tracking, standing: readonly Standing[]): Bests {
  const best = (kind: Standing['kind']) =>
    Math.max(...standing.filter((record) => record.kind === kind).map(({ value }) => value))
  const known = (value: number) => (Number.isFinite(value) ? value : null)
  return {
    heaviestKg: tracking === 'assisted_bodyweight' ? null : known(best('heaviest_weight')),
    oneRepMaxKg: known(best('e1rm')),
    reps: known(best('max_reps')),
    setVolumeKg: known(best('set_volume')),
  }
}

/**
 * The fields of a set to ask about once before the set is saved. Beyond what anyone can do, a set
 * stays out of records even when it is confirmed: that is the answer without `bests`. With them it
 * also asks about an estimated one-rep max over 1.25 times the best, more than twice the most reps,
 * and a weight of more than 20 kg above twice the heaviest; a confirmed one of those counts.
 */
export function unbelievableFields(
  { weight, reps, durationSeconds, distanceMeters }: Figures,
  about: { tracking: Tracking; weightUnit: WeightUnit; bests?: Bests | null },
): SetField[] {
  const { tracking } = about
  const bests = about.bests ?? NO_BESTS
  const isLoaded = setFields(tracking).includes('weight')
  const isCovered = tracking === 'distance_duration'
  const weightKg = toKg(weight ?? 0, about.weightUnit)
  const meters = distanceMeters ?? 0
  const isFarAbove = (value: number, best: number | null, factor: number, margin = 0) =>
    best !== null && value > best * factor + margin
  const oneRepMaxKg = estimateOneRepMax({ weight: weightKg, reps: reps ?? 0 }) ?? 0
  // Sets of more than twelve reps have no estimate, so that the best one may say too little.
  const isWithin =
    weightKg <= (bests.heaviestKg ?? 0) &&
    (reps ?? 0) <= (bests.reps ?? 0) &&
    weightKg * (reps ?? 0) <= (bests.setVolumeKg ?? 0)
  const isTooStrong = !isWithin && isFarAbove(oneRepMaxKg, bests.oneRepMaxKg, ONE_REP_MAX_FACTOR)
  // The weight is to blame, unless it was lifted before and only the reps are new.
  const isReps = bests.heaviestKg !== null && weightKg <= bests.heaviestKg
  const isTooFast =
    isCovered && durationSeconds !== null && meters > durationSeconds * FASTEST_METERS_PER_SECOND
  const unbelievable: Record<SetField, boolean> = {
    weight:
      weightKg > HEAVIEST_KG ||
      isFarAbove(weightKg, bests.heaviestKg, BEST_FACTOR, BEST_MARGIN_KG) ||
      (isTooStrong && !isReps),
    reps:
      (reps ?? 0) > MOST_REPS[isLoaded ? 'loaded' : 'unloaded'] ||
      isFarAbove(reps ?? 0, bests.reps, BEST_FACTOR) ||
      (isTooStrong && isReps),
    distance: meters > FARTHEST_METERS[isCovered ? 'covered' : 'carried'] || isTooFast,
    durationSeconds: !isCovered && (durationSeconds ?? 0) > LONGEST_HOLD_SECONDS,
  }
  return FIELDS.filter((field) => unbelievable[field])
}

const FIELDS = ['weight', 'reps', 'distance', 'durationSeconds'] as const satisfies SetField[]

/** Whether a set stays out of records by its figures alone. */
export const isUnbelievable = (
  set: Figures & { weightUnit: WeightUnit },
  tracking: Tracking,
): boolean => unbelievableFields(set, { tracking, weightUnit: set.weightUnit }).length > 0
