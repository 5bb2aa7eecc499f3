import type { Tracking } from '@/lib/schemas/exercise'

export type SetField = 'weight' | 'reps' | 'durationSeconds' | 'distance'

const FIELDS: Record<Tracking, readonly SetField[]> = {
  weight_reps: ['weight', 'reps'],
  bodyweight_reps: ['reps'],
  weighted_bodyweight: ['weight', 'reps'],
  assisted_bodyweight: ['weight', 'reps'],
  reps: ['reps'],
  duration: ['durationSeconds'],
  weight_duration: ['weight', 'durationSeconds'],
  distance_duration: ['distance', 'durationSeconds'],
  weight_distance: ['weight', 'distance'],
}

/** Which figures a set of an exercise has, in the order they are shown. */
export const setFields = (tracking: Tracking): readonly SetField[] => FIELDS[tracking]

/** Carries are measured in metres, everything one covers on the way in the person's own unit. */
export const distanceUnitFor = (tracking: Tracking, unit: 'km' | 'mi'): 'm' | 'km' | 'mi' =>
  tracking === 'weight_distance' ? 'm' : unit

type Figures = Record<'reps' | 'durationSeconds' | 'distanceMeters', number | null>

const FIGURE = {
  reps: 'reps',
  durationSeconds: 'durationSeconds',
  distance: 'distanceMeters',
} as const

/**
 * The field that a done set still needs: a weight alone says nothing of what was done with it, and
 * one of reps, time and distance is enough. Null where nothing is missing.
 */
export function missingField(tracking: Tracking, set: Figures): SetField | null {
  const counted = setFields(tracking).filter((field) => field !== 'weight')
  const isThere = counted.some((field) => set[FIGURE[field]] !== null)
  return isThere ? null : (counted[0] ?? null)
}

const NEEDS_WEIGHT: readonly Tracking[] = ['weight_reps', 'weight_duration', 'weight_distance']

/**
 * Whether a set lacks nothing but the weight it was done with, so that a screen asks for it before
 * the set is done. A bodyweight exercise without an added weight is complete.
 */
export const lacksWeight = (
  tracking: Tracking,
  set: Figures & { weight: number | null },
): boolean =>
  NEEDS_WEIGHT.includes(tracking) && set.weight === null && missingField(tracking, set) === null
