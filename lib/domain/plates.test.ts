import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlateStock } from './gear'
import { loadBar, nextLoadable } from './plates'
import { USUAL_GEAR } from './usual-gear'

const stock = (counts: Record<number, number>): PlateStock[] =>
  Object.entries(counts).map(([weight, count]) => ({ weight: Number(weight), count }))

/** Every way to load one side: the hundredths on both sides and the plates, heaviest first. */
function everyLoad(plates: readonly PlateStock[]): { added: number; perSide: number[] }[] {
  return [...plates]
    .sort((a, b) => b.weight - a.weight)
    .reduce(
      (loads, { weight, count }) =>
        loads.flatMap(({ added, perSide }) =>
          Array.from({ length: Math.floor(count / 2) + 1 }, (_, used) => ({
            added: added + Math.round(weight * 200) * used,
            perSide: [...perSide, ...Array.from({ length: used }, () => weight)],
          })),
        ),
      [{ added: 0, perSide: [] as number[] }],
    )
}

const inventory = fc.uniqueArray(
  fc.record({
    weight: fc.oneof(
      fc.constantFrom(0.25, 0.5, 1.25, 2.5, 5, 7.5, 10, 15, 20, 25, 35, 45),
      fc.integer({ min: 1, max: 3000 }).map((hundredths) => hundredths / 100),
    ),
    count: fc.integer({ min: 0, max: 7 }),
  }),
  { maxLength: 5, selector: ({ weight }) => weight },
)
const gear = fc.record({
  bar: fc.integer({ min: 0, max: 4500 }).map((hundredths) => hundredths / 100),
  plates: inventory,
})
const weight = fc.integer({ min: 0, max: 30_000 }).map((hundredths) => hundredths / 100)

describe('loading a bar', () => {
  it.each([
    [145, stock({ 45: 4, 35: 4, 25: 4, 15: 4, 10: 4 }), [35, 15]],
    [130, stock({ 45: 8, 35: 4, 25: 4, 10: 4, 2.5: 6 }), [35, 2.5, 2.5, 2.5]],
    // Greedy takes 25 and is left with 5 that nothing makes.
    [105, stock({ 25: 2, 15: 4 }), [15, 15]],
    [45, stock({ 45: 4 }), []],
  ])('%s lb on a bar of 45', (target, plates, perSide) => {
    expect(loadBar({ target, bar: 45, plates })).toEqual({ perSide, total: target, isExact: true })
  })

  it('takes the nearest total, of two as near the lower, and the bar below the bar', () => {
    const kg = { bar: 20, plates: stock({ 20: 2, 10: 2 }) }
    expect(loadBar({ target: 42, ...kg })).toEqual({ perSide: [10], total: 40, isExact: false })
    expect(loadBar({ target: 50, ...kg })).toEqual({ perSide: [10], total: 40, isExact: false })
    expect(loadBar({ target: 50.01, ...kg })).toMatchObject({ total: 60 })
    expect(loadBar({ target: 500, ...kg })).toEqual({
      perSide: [20, 10],
      total: 80,
      isExact: false,
    })
    expect(loadBar({ target: 12.5, ...kg })).toEqual({ perSide: [], total: 20, isExact: false })
    expect(loadBar({ target: 60, bar: 20, plates: stock({ 20: 1 }) })).toMatchObject({ total: 20 })
  })

  it('is the best of all ways to load it', () => {
    fc.assert(
      fc.property(gear, weight, ({ bar, plates }, target) => {
        const [base, wanted] = [Math.round(bar * 100), Math.round(target * 100)]
        const away = (added: number) => Math.abs(base + added - wanted)
        const [best] = everyLoad(plates).sort(
          (a, b) =>
            away(a.added) - away(b.added) ||
            a.added - b.added ||
            a.perSide.length - b.perSide.length ||
            heavierFirst(a.perSide, b.perSide),
        )
        expect(loadBar({ target, bar, plates })).toEqual({
          perSide: best?.perSide,
          total: (base + (best?.added ?? 0)) / 100,
          isExact: away(best?.added ?? 0) === 0,
        })
      }),
      { numRuns: 500 },
    )
  })

  it('asks little even of an absurd inventory', () => {
    const plates = Array.from({ length: 15 }, (_, index) => ({
      ...{ weight: 3.01 + index * 6.47, count: 40 },
    }))
    const loaded = loadBar({ target: 3306, bar: 45, plates })
    expect(loaded).toMatchObject({ total: 3306, isExact: true })
    const sum = loaded.perSide.reduce((side, plate) => side + Math.round(plate * 100), 0)
    expect((4500 + 2 * sum) / 100).toBe(3306)
  })
})

const heavierFirst = (a: readonly number[], b: readonly number[]): number => {
  const index = a.findIndex((plate, at) => plate !== b[at])
  return index < 0 ? 0 : (b[index] ?? 0) - (a[index] ?? 0)
}

describe('the next load', () => {
  it('goes by the smallest pair where there is one', () => {
    expect(nextLoadable({ load: 80, direction: 1, ...USUAL_GEAR.kg })).toBe(82.5)
    expect(nextLoadable({ load: 80, direction: -1, ...USUAL_GEAR.kg })).toBe(77.5)
    expect(nextLoadable({ load: 81, direction: -1, ...USUAL_GEAR.kg })).toBe(80)
    expect(nextLoadable({ load: 10, direction: 1, ...USUAL_GEAR.kg })).toBe(20)
    expect(nextLoadable({ load: 20, direction: -1, ...USUAL_GEAR.kg })).toBeNull()
    expect(nextLoadable({ load: 10, direction: -1, ...USUAL_GEAR.kg })).toBeNull()
  })

  it('is the nearest beyond among all ways to load', () => {
    fc.assert(
      fc.property(gear, weight, fc.constantFrom(1, -1), ({ bar, plates }, load, direction) => {
        const totals = everyLoad(plates).map(({ added }) => (Math.round(bar * 100) + added) / 100)
        const beyond = totals.filter((total) => (total - load) * direction > 0)
        const nearest = beyond.sort((a, b) => (a - b) * direction)[0] ?? null
        expect(nextLoadable({ load, direction: direction as 1 | -1, bar, plates })).toBe(nearest)
      }),
      { numRuns: 500 },
    )
  })
})
