import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from './local-date'
import { smooth } from './trend'

const START = '2026-01-01'

/** Values by date, with gaps between them. */
const course = fc
  .array(
    fc.record({
      gap: fc.integer({ min: 1, max: 90 }),
      value: fc.double({ min: 1, max: 400, noNaN: true }),
    }),
    { maxLength: 40 },
  )
  .map((steps) => {
    let date = START
    return steps.map(({ gap, value }) => {
      date = addDays(date, gap)
      return { date, value }
    })
  })

describe('a trend', () => {
  it('takes over a tenth of the difference a day', () => {
    const points = [100, 110, 110].map((value, day) => ({ date: addDays(START, day), value }))
    expect(smooth(points).map(({ value }) => Number(value.toFixed(6)))).toEqual([100, 101, 101.9])
  })

  it('has a value for each measured day, and lies among what was measured so far', () => {
    fc.assert(
      fc.property(course, (points) => {
        const trend = smooth(points)
        expect(trend.map(({ date }) => date)).toEqual(points.map(({ date }) => date))
        trend.forEach(({ value }, index) => {
          const sofar = points.slice(0, index + 1).map((point) => point.value)
          expect(value).toBeGreaterThanOrEqual(Math.min(...sofar) - 1e-9)
          expect(value).toBeLessThanOrEqual(Math.max(...sofar) + 1e-9)
        })
      }),
    )
  })

  it('ends where it would have if the last value had been measured every day of its gap', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 400, noNaN: true }),
        fc.double({ min: 1, max: 400, noNaN: true }),
        fc.integer({ min: 1, max: 60 }),
        (first, last, days) => {
          const begin = { date: START, value: first }
          const daily = Array.from({ length: days }, (_, day) => ({
            date: addDays(START, day + 1),
            value: last,
          }))
          const [gap, steady] = [
            [begin, ...daily.slice(-1)],
            [begin, ...daily],
          ].map((points) => smooth(points).at(-1))
          expect(gap?.value).toBeCloseTo(steady?.value ?? Number.NaN, 8)
        },
      ),
    )
  })
})
