import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toKg } from './units'
import { loadText, sharedUnit } from './weight-text'

/** As the database keeps it. */
const stored = (weight: number, unit: 'kg' | 'lb') => Number(toKg(weight, unit).toFixed(5))

describe('the load of a set', () => {
  it('keeps the unit it was typed in after the person changed theirs', () => {
    expect(loadText(stored(12.5, 'kg'), 'lb')).toBe('12.5\u00a0kg')
    expect(loadText(stored(27.5, 'lb'), 'kg')).toBe('27.5\u00a0lb')
    expect(loadText(stored(225, 'lb'), 'lb')).toBe('225\u00a0lb')
  })

  it('gives its unit to the workout where all share it', () => {
    expect(sharedUnit(['kg', 'kg'], 'lb')).toBe('kg')
    expect(sharedUnit(['kg', 'lb'], 'lb')).toBe('lb')
    expect(sharedUnit([], 'lb')).toBe('lb')
  })

  it('is never another figure than was typed', () => {
    const units = fc.constantFrom('kg' as const, 'lb' as const)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6000 }), units, (quarters, unit) => {
        expect(loadText(stored(quarters / 4, unit), unit)).toBe(
          `${(quarters / 4).toLocaleString('en')}\u00a0${unit}`,
        )
      }),
    )
  })
})
