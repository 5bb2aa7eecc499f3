import type { Tracking } from '@/lib/schemas/exercise'
import type { SetKind } from '@/lib/schemas/plan'
import { setVolumeKg } from './set-load'

interface CountedSet {
  tracking: Tracking
  kind: SetKind
  isCompleted: boolean
  weightKg: number | null
  reps: number | null
  distanceMeters: number | null
}

/** What a session comes to: done working sets only; kilograms and metres with two decimals. */
export function sessionTotals(sets: readonly CountedSet[], bodyWeightKg: number | null) {
  const counted = sets.filter((set) => set.isCompleted && set.kind !== 'warmup')
  const total = (of: (set: CountedSet) => number) =>
    Number(counted.reduce((sum, set) => sum + of(set), 0).toFixed(2))
  return {
    setCount: counted.length,
    repCount: total((set) => set.reps ?? 0),
    volumeKg: total((set) => setVolumeKg({ ...set, bodyWeightKg })),
    distanceMeters: total((set) => set.distanceMeters ?? 0),
  }
}
