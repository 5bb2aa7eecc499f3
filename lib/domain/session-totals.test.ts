import { describe, expect, it } from 'vitest'
import { exerciseTotals } from './session-totals'

const set = {
  ...{ kind: 'normal' as const, isCompleted: true, isSlip: false },
  ...{ weightKg: 80, reps: 5, durationSeconds: 60, distanceMeters: 100 },
}

describe('what an exercise comes to', () => {
  it('counts a slip as a set and nothing else of it', () => {
    const lift = { tracking: 'weight_reps' as const, bodyWeightKg: null }
    const slip = {
      ...{ ...set, isSlip: true, reps: 877, weightKg: 1500 },
      ...{ durationSeconds: 86_400, distanceMeters: 500_000 },
    }
    const one = exerciseTotals(lift, [set])
    expect(one).toMatchObject({ setCount: 1, repCount: 5, volumeKg: 400, bestReps: 5 })
    expect(exerciseTotals(lift, [set, slip])).toEqual({ ...one, setCount: 2 })
  })
})
