import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { thinPoints } from './thin-points'

const pointsOf = (length: { minLength: number; maxLength: number }) =>
  fc.array(
    fc.record(
      { value: fc.integer({ min: -1e9, max: 1e9 }), mark: fc.constantFrom('a', 'b') },
      { requiredKeys: ['value'] },
    ),
    length,
  )

const limits = fc.integer({ min: 4, max: 60 })

describe('thinPoints', () => {
  it('leaves what fits as it is', () => {
    const points = [{ value: 3 }, { value: 1 }]
    expect(thinPoints(points, 4)).toBe(points)
  })

  it('keeps the order, and no more than the limit beside the marked', () => {
    fc.assert(
      fc.property(pointsOf({ minLength: 0, maxLength: 300 }), limits, (points, limit) => {
        const kept = thinPoints(points, limit)
        const places = kept.map((point) => points.indexOf(point))
        expect(places).toEqual(places.toSorted((a, b) => a - b))
        expect(kept.filter(({ mark }) => mark === undefined).length).toBeLessThanOrEqual(limit)
      }),
    )
  })

  it('keeps the first, the last, both extremes and every marked point', () => {
    fc.assert(
      fc.property(pointsOf({ minLength: 1, maxLength: 300 }), limits, (points, limit) => {
        const kept = thinPoints(points, limit)
        expect(kept[0]).toBe(points[0])
        expect(kept.at(-1)).toBe(points.at(-1))
        const range = (from: readonly { value: number }[]) => [
          Math.min(...from.map(({ value }) => value)),
          Math.max(...from.map(({ value }) => value)),
        ]
        expect(range(kept)).toEqual(range(points))
        expect(kept.filter(({ mark }) => mark)).toEqual(points.filter(({ mark }) => mark))
      }),
    )
  })
})
