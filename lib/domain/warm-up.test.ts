import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadBar } from './plates'
import { USUAL_GEAR } from './usual-gear'
import { warmUpSets } from './warm-up'

const written = (workingWeight: number, gear = USUAL_GEAR.kg) =>
  warmUpSets({ workingWeight, ...gear }).map(({ weight, reps }) => `${weight}x${reps}`)

describe('warm-up sets', () => {
  it.each([
    [100, ['20x10', '40x5', '60x3', '80x2']],
    [82.5, ['20x10', '32.5x5', '50x3', '65x2']],
    [40, ['20x10', '25x3', '32.5x2']],
    [25, ['20x10']],
    [20, []],
    [15, []],
    [0, []],
  ])('for %s kg', (workingWeight, sets) => {
    expect(written(workingWeight)).toEqual(sets)
  })

  it('for pounds, and where there is no bar', () => {
    expect(written(225, USUAL_GEAR.lb)).toEqual(['45x10', '90x5', '135x3', '180x2'])
    const pairs = { bar: 0, plates: [{ weight: 1, count: 40 }] }
    expect(written(20, pairs)).toEqual(['8x5', '12x3', '16x2'])
    expect(written(100, { bar: 20, plates: [] })).toEqual(['20x10'])
  })

  it('rise, stay below the working weight and can be loaded', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 150_000 }).map((hundredths) => hundredths / 100),
        fc.record({
          bar: fc.constantFrom(0, 7.5, 15, 20, 45),
          plates: fc.array(
            fc.record({
              weight: fc.constantFrom(0.25, 1.25, 2.5, 5, 10, 20, 25, 45),
              count: fc.integer({ min: 0, max: 20 }),
            }),
            { maxLength: 6 },
          ),
        }),
        (workingWeight, gear) => {
          const sets = warmUpSets({ workingWeight, ...gear })
          expect(sets.length).toBeLessThanOrEqual(4)
          sets.forEach(({ weight, reps }, index) => {
            expect(weight).toBeGreaterThan(sets[index - 1]?.weight ?? 0)
            expect(weight).toBeLessThan(workingWeight)
            expect(reps).toBeLessThan(sets[index - 1]?.reps ?? 11)
            expect(loadBar({ target: weight, ...gear }).isExact).toBe(true)
          })
        },
      ),
    )
  })
})
