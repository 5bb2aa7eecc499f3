import type { Tracking } from '@/lib/schemas/exercise'
import type { RecordKind } from './records'
import type { Performance } from './session-totals'

interface Measure {
  /** The figure that says how strong, far or long it went, and the record it can set. */
  best: Extract<keyof Performance, `best${string}`>
  recordKind: RecordKind
  /** The figure that says how much was done. */
  sum: 'volumeKg' | 'repCount' | 'durationSeconds' | 'distanceMeters'
}

const MEASURES: Record<Tracking, Measure> = {
  weight_reps: { best: 'bestOneRepMaxKg', recordKind: 'e1rm', sum: 'volumeKg' },
  weighted_bodyweight: { best: 'bestWeightKg', recordKind: 'heaviest_weight', sum: 'volumeKg' },
  bodyweight_reps: { best: 'bestReps', recordKind: 'max_reps', sum: 'repCount' },
  assisted_bodyweight: { best: 'bestReps', recordKind: 'max_reps', sum: 'repCount' },
  reps: { best: 'bestReps', recordKind: 'max_reps', sum: 'repCount' },
  duration: { best: 'bestDurationSeconds', recordKind: 'longest_duration', sum: 'durationSeconds' },
  weight_duration: {
    best: 'bestDurationSeconds',
    recordKind: 'longest_duration',
    sum: 'durationSeconds',
  },
  distance_duration: {
    best: 'bestDistanceMeters',
    recordKind: 'longest_distance',
    sum: 'distanceMeters',
  },
  weight_distance: { best: 'bestWeightKg', recordKind: 'heaviest_weight', sum: 'distanceMeters' },
}

/** Which two figures tell how an exercise goes, by what it counts. */
export const mainMeasure = (tracking: Tracking): Measure => MEASURES[tracking]
