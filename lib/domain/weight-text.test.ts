import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toKg } from './units'
import { sharedUnit, weightText } from './weight-text'

/** As the database keeps it. */
const stored = (weight: number, unit: 'kg' | 'lb') => Number(toKg(weight, unit).toFixed(5))

describe('the load of a set', () => {
  it('gives its unit to the workout where all share it', () => {
    expect(sharedUnit(['kg', 'kg'], 'lb')).toBe('kg')
    expect(sharedUnit(['kg', 'lb'], 'lb')).toBe('lb')
    expect(sharedUnit([], 'lb')).toBe('lb')
  })

  it('is never another figure than was typed', () => {
    const units = fc.constantFrom('kg' as const, 'lb' as const)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6000 }), units, (quarters, unit) => {
        expect(weightText(stored(quarters / 4, unit), { unit, what: 'load' })).toBe(
          `${(quarters / 4).toLocaleString('en')}\u00a0${unit}`,
        )
      }),
    )
  })
})
