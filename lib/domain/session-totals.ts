import type { Tracking } from '@/lib/schemas/exercise'
import type { SetKind } from '@/lib/schemas/plan'
import { estimateOneRepMax } from './one-rep-max'
import { setVolumeKg } from './set-load'

interface CountedSet {
  kind: SetKind
  isCompleted: boolean
  isSlip: boolean
  weightKg: number | null
  reps: number | null
  durationSeconds: number | null
  distanceMeters: number | null
}

/** Sums over done working sets, and the best of one set; null where no set has such a figure. */
export interface Performance {
  setCount: number
  repCount: number
  volumeKg: number
  distanceMeters: number
  durationSeconds: number
  bestWeightKg: number | null
  /** By Epley, where the exercise counts weight and reps. */
  bestOneRepMaxKg: number | null
  bestReps: number | null
  bestDistanceMeters: number | null
  bestDurationSeconds: number | null
}

/**
 * What an exercise comes to in a session; kilograms and metres with two decimals. A slip counts as
 * a done working set and nothing more; assistance is no weight to be proud of.
 */
export function exerciseTotals(
  { tracking, bodyWeightKg }: { tracking: Tracking; bodyWeightKg: number | null },
  sets: readonly CountedSet[],
): Performance {
  const counted = sets.filter((set) => set.isCompleted && set.kind !== 'warmup')
  const believed = counted.filter((set) => !set.isSlip)
  const total = (of: (set: CountedSet) => number) =>
    Number(believed.reduce((sum, set) => sum + of(set), 0).toFixed(2))
  const best = (of: (set: CountedSet) => number | null) => {
    const values = believed.flatMap((set) => of(set) || [])
    return values.length === 0 ? null : Math.max(...values)
  }
  return {
    setCount: counted.length,
    repCount: total((set) => set.reps ?? 0),
    volumeKg: total((set) => setVolumeKg({ ...set, tracking, bodyWeightKg })),
    distanceMeters: total((set) => set.distanceMeters ?? 0),
    durationSeconds: total((set) => set.durationSeconds ?? 0),
    bestWeightKg: tracking === 'assisted_bodyweight' ? null : best((set) => set.weightKg),
    bestOneRepMaxKg: tracking === 'weight_reps' ? best(oneRepMaxOf) : null,
    bestReps: best((set) => set.reps),
    bestDistanceMeters: best((set) => set.distanceMeters),
    bestDurationSeconds: best((set) => set.durationSeconds),
  }
}

function oneRepMaxOf({ weightKg, reps }: CountedSet): number | null {
  if (weightKg === null || reps === null) return null
  const estimate = estimateOneRepMax({ weight: weightKg, reps })
  // As the database keeps it.
  return estimate && Number(estimate.toFixed(4))
}

/** What a session comes to: the sum of its exercises. */
export function sessionTotals(
  exercises: readonly Performance[],
): Pick<Performance, 'setCount' | 'repCount' | 'volumeKg' | 'distanceMeters'> {
  const total = (of: (exercise: Performance) => number) =>
    Number(exercises.reduce((sum, exercise) => sum + of(exercise), 0).toFixed(2))
  return {
    setCount: total((exercise) => exercise.setCount),
    repCount: total((exercise) => exercise.repCount),
    volumeKg: total((exercise) => exercise.volumeKg),
    distanceMeters: total((exercise) => exercise.distanceMeters),
  }
}
