import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { estimateOneRepMax } from './one-rep-max'
import { estimateBy } from './one-rep-max-formulas'

describe('estimateOneRepMax', () => {
  it.each([
    ['brzycki', 112.5, 133.33],
    ['lombardi', 117.46, 125.89],
    ['mayhew', 119.01, 130.93],
    ['wathan', 116.58, 134.75],
  ] as const)('%s: 100 kg for 5 and for 10', (formula, five, ten) => {
    expect(estimateBy(formula, { weight: 100, reps: 5 })).toBeCloseTo(five, 2)
    expect(estimateBy(formula, { weight: 100, reps: 10 })).toBeCloseTo(ten, 2)
    expect(estimateBy(formula, { weight: 100, reps: 13 })).toBeNull()
  })

  it('is Epley’s where none is named, and takes a single as it is', () => {
    expect(estimateOneRepMax({ weight: 100, reps: 5 })).toBeCloseTo(116.67, 2)
    expect(estimateOneRepMax({ weight: 100, reps: 10 })).toBeCloseTo(133.33, 2)
    expect(estimateOneRepMax({ weight: 142.5, reps: 1 })).toBe(142.5)
    expect(estimateBy('brzycki', { weight: 142.5, reps: 1 })).toBe(142.5)
  })

  it.each([
    [100, 0],
    [100, 13],
    [100, 2.5],
    [0, 5],
    [-20, 5],
    [Number.NaN, 5],
  ])('knows nothing of %d kg for %d', (weight, reps) => {
    expect(estimateOneRepMax({ weight, reps })).toBeNull()
  })

  it('grows with weight and with reps, and is never below the weight', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 600 }),
        fc.integer({ min: 1, max: 11 }),
        (weight, reps) => {
          const estimate = estimateOneRepMax({ weight, reps }) ?? 0
          expect(estimate).toBeGreaterThanOrEqual(weight)
          expect(estimateOneRepMax({ weight: weight + 1, reps })).toBeGreaterThan(estimate)
          expect(estimateOneRepMax({ weight, reps: reps + 1 })).toBeGreaterThan(estimate)
        },
      ),
    )
  })
})
