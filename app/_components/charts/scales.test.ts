import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '@/lib/domain/local-date'
import { labelStep, timeAxis, valueAxis } from './scales'

const values = fc.array(
  fc.oneof(
    fc.constantFrom(0, 1e9, -1e9, 80, 5e-324),
    fc.integer({ min: -1e9, max: 1e9 }),
    fc.double({ min: -1e9, max: 1e9, noNaN: true }),
  ),
  { maxLength: 40 },
)
const dates = fc.array(
  fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('1990-01-01', days)),
  { maxLength: 40 },
)
const isPercent = (at: number) => at >= 0 && at <= 100

describe('valueAxis', () => {
  it('places every value and a few ticks within the plot, higher values higher up', () => {
    fc.assert(
      fc.property(values, fc.boolean(), (all, isFromZero) => {
        const { at, ticks } = valueAxis({ values: all, isFromZero, formatValue: String })
        expect(all.map(at).filter((place) => !isPercent(place))).toEqual([])
        expect(ticks.filter((tick) => !isPercent(tick.at))).toEqual([])
        expect(ticks.length).toBeGreaterThan(0)
        expect(ticks.length).toBeLessThan(10)
        const sorted = all.toSorted((a, b) => a - b).map(at)
        expect(sorted).toEqual(sorted.toSorted((a, b) => b - a))
      }),
    )
  })

  it('has zero on it when asked', () => {
    fc.assert(
      fc.property(values, (all) => {
        const { at } = valueAxis({ values: all, isFromZero: true, formatValue: String })
        expect(isPercent(at(0))).toBe(true)
      }),
    )
  })

  it('counts in whole numbers what comes in whole numbers', () => {
    const { ticks } = valueAxis({ values: [1, 2], isFromZero: true, formatValue: String })
    expect(ticks.map(({ label }) => label)).toEqual(['0', '1', '2'])
  })

  it('says no number twice', () => {
    const formatValue = (value: number) => value.toFixed(0)
    const { ticks } = valueAxis({ values: [0.5, 2.5], isFromZero: false, formatValue })
    const labels = ticks.map(({ label }) => label)
    expect(labels).toEqual([...new Set(labels)])
  })

  it('draws equal values in the middle', () => {
    const { at } = valueAxis({ values: [80, 80], isFromZero: false, formatValue: String })
    expect(at(80)).toBeGreaterThan(30)
    expect(at(80)).toBeLessThan(70)
  })
})

describe('timeAxis', () => {
  it('places every day within the plot, later days further right, and names each year once', () => {
    fc.assert(
      fc.property(dates, (all) => {
        const { at, narrow, wide } = timeAxis(all)
        const places = all.toSorted().map(at)
        expect(places.filter((place) => !isPercent(place))).toEqual([])
        expect(places).toEqual(places.toSorted((a, b) => a - b))
        for (const ticks of [narrow, wide]) {
          expect(ticks.filter((tick) => !isPercent(tick.at))).toEqual([])
          const years = ticks
            .filter(({ isNewYear }) => isNewYear)
            .map(({ date }) => date.getUTCFullYear())
          expect(years).toEqual([...new Set(years)])
        }
        expect(narrow.length).toBeGreaterThan(0)
        expect(narrow.length).toBeLessThanOrEqual(7)
        expect(wide.length).toBeLessThanOrEqual(12)
      }),
    )
  })

  it.each([
    [['2026-03-01'], ['day'], [50]],
    [['2024-02-10', '2031-02-10'], ['year'], null],
    [['2026-01-10', '2026-06-20'], ['month'], null],
    [['2026-01-10', '2026-01-20'], ['day'], null],
  ])('of %j counts in a %s', (days, steps, places) => {
    const { narrow } = timeAxis(days)
    expect([...new Set(narrow.map(({ step }) => step))]).toEqual(steps)
    if (places) expect(narrow.map(({ at }) => at)).toEqual(places)
  })
})

describe('labelStep', () => {
  it('leaves so many labels as fit side by side', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.integer({ min: 1, max: 20 }), (count, longest) => {
        const step = labelStep({ count, longest, widthPx: 230, letterPx: 7 })
        const shown = Math.ceil(count / step)
        expect(shown * (longest * 7 + 8) <= 230 || shown <= 1).toBe(true)
      }),
    )
  })
})
