import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stepBounds, stepOf } from './value-steps'

const amounts = fc.array(
  fc.oneof(fc.integer({ min: -5, max: 1e9 }), fc.double({ min: 1e-6, max: 1e9, noNaN: true })),
  { maxLength: 60 },
)

describe('stepBounds', () => {
  it.each([
    [
      [17, 3, 9],
      [4, 8, 12, 16],
    ],
    [[1], [1, 2, 3, 4]],
    [[], [1, 2, 3, 4]],
    [
      [0, -4],
      [1, 2, 3, 4],
    ],
    [
      [12_400, 800],
      [3000, 6000, 9000, 12_000],
    ],
    [
      [0.7, 1.4],
      [0.3, 0.6, 0.9, 1.2],
    ],
  ])('of %j are %j', (values, bounds) => {
    expect(stepBounds(values)).toEqual(bounds)
  })

  it('are not moved by one exceptional value among many', () => {
    const usual = Array.from({ length: 100 }, (_, index) => 1 + (index % 10))
    expect(stepBounds([...usual, 5000])).toEqual(stepBounds(usual))
  })

  it('are four, rising, and cover every value but the exceptional', () => {
    fc.assert(
      fc.property(amounts, (values) => {
        const bounds = stepBounds(values)
        expect(bounds).toHaveLength(4)
        expect(bounds).toEqual([...new Set(bounds)].toSorted((a, b) => a - b))
        const [size = 0] = bounds
        const beyond = values.filter((value) => value > size * 5.000_001)
        expect(beyond.length).toBeLessThanOrEqual(values.length * 0.05 + 1)
        if (values.length < 20) expect(beyond).toEqual([])
      }),
    )
  })
})

describe('stepOf', () => {
  it('is 0 for nothing, else 1 to 5, and never falls as values rise', () => {
    fc.assert(
      fc.property(amounts, (values) => {
        const bounds = stepBounds(values)
        const steps = values.toSorted((a, b) => a - b).map((value) => stepOf(value, bounds))
        expect(steps).toEqual(steps.toSorted((a, b) => a - b))
        expect(steps.every((step) => step >= 0 && step <= 5)).toBe(true)
        expect(steps.filter((step) => step === 0).length).toBe(
          values.filter((value) => value <= 0).length,
        )
      }),
    )
  })
})
