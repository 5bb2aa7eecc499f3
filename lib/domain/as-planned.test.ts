import { describe, expect, it } from 'vitest'
import { isAsPlanned } from './as-planned'

const target = {
  ...{ repsMin: 5, repsMax: 5, isAmrap: false, weight: 100, weightUnit: 'kg' as const },
  ...{ percentOfMax: null, rpe: null, durationSeconds: null, distanceMeters: null },
}
const done = {
  ...{ reps: 5, weight: 100, weightUnit: 'kg' as const, rpe: 8 },
  ...{ durationSeconds: null, distanceMeters: null },
}

describe('whether a set came to its plan', () => {
  it('does with the reps, weight and unit that were named', () => {
    expect(isAsPlanned(done, target)).toBe(true)
    expect(isAsPlanned({ ...done, reps: 4 }, target)).toBe(false)
    expect(isAsPlanned({ ...done, reps: 6 }, target)).toBe(false)
    expect(isAsPlanned({ ...done, weight: 102.5 }, target)).toBe(false)
    expect(isAsPlanned({ ...done, weightUnit: 'lb' }, target)).toBe(false)
  })

  it('does anywhere in a range, and from the fewest up where the end is open', () => {
    const range = { ...target, repsMax: 8 }
    expect([4, 5, 8, 9].map((reps) => isAsPlanned({ ...done, reps }, range))).toEqual([
      ...[false, true, true, false],
    ])
    const open = { ...target, isAmrap: true }
    expect([4, 5, 12].map((reps) => isAsPlanned({ ...done, reps }, open))).toEqual([
      ...[false, true, true],
    ])
  })

  it('is not known of a share of the maximum without a weight', () => {
    expect(isAsPlanned(done, { ...target, percentOfMax: 80 })).toBe(true)
    expect(isAsPlanned(done, { ...target, weight: null, percentOfMax: 80 })).toBe(false)
  })
})
