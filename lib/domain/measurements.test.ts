import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  MEASUREMENT_KINDS,
  MEASUREMENT_LIMITS,
  MEASUREMENT_UNITS,
  unitsOf,
  usualUnit,
  valueIn,
} from './measurements'

const OTHER = { kg: 'lb', lb: 'kg', cm: 'in', in: 'cm', percent: 'percent' } as const

describe('what is measured', () => {
  it.each([
    ['body_weight', 'kg', 'kg'],
    ['body_weight', 'lb', 'lb'],
    ['body_fat', 'lb', 'percent'],
    ['waist', 'kg', 'cm'],
    ['waist', 'lb', 'in'],
  ] as const)('%s of someone who weighs in %s is in %s', (kind, weightUnit, unit) => {
    expect(usualUnit(kind, weightUnit)).toBe(unit)
  })

  it('has the same range in either unit of a kind', () => {
    for (const kind of MEASUREMENT_KINDS) {
      const [one, other = one] = unitsOf(kind)
      if (!one || !other) throw new Error(`${kind} has no unit`)
      const { min, max } = MEASUREMENT_LIMITS[other]
      expect(valueIn({ value: min, unit: other }, one)).toBeGreaterThanOrEqual(
        MEASUREMENT_LIMITS[one].min,
      )
      expect(valueIn({ value: max, unit: other }, one)).toBeLessThanOrEqual(
        MEASUREMENT_LIMITS[one].max,
      )
    }
  })

  it('stays what was typed in its own unit, and comes back within a tenth from the other', () => {
    const measured = fc.record({
      unit: fc.constantFrom(...MEASUREMENT_UNITS),
      value: fc.integer({ min: 230, max: 7500 }).map((hundredths) => hundredths / 100),
    })
    fc.assert(
      fc.property(measured, ({ unit, value }) => {
        expect(valueIn({ value, unit }, unit)).toBe(value)
        const there = valueIn({ value, unit }, OTHER[unit])
        const back = valueIn({ value: there, unit: OTHER[unit] }, unit)
        // Half a tenth of the coarser unit, and half a tenth of its own.
        expect(Math.abs(back - value)).toBeLessThanOrEqual(0.05 * 2.54 + 0.0501)
      }),
    )
  })

  it('refuses to weigh a length', () => {
    expect(() => valueIn({ value: 1, unit: 'kg' }, 'cm')).toThrow(RangeError)
  })
})
