import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { fromKg, fromMeters, roundTo, toKg, toMeters } from './units'

it('knows the pound and the mile', () => {
  expect(toKg(225, 'lb')).toBeCloseTo(102.0583, 4)
  expect(toKg(100, 'kg')).toBe(100)
  expect(toMeters(26.2188, 'mi')).toBeCloseTo(42_195, 0)
})

it('comes back the same at the precision people type', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 330_000 }), (cents) => {
      const typed = cents / 100
      expect(roundTo(fromKg(toKg(typed, 'lb'), 'lb'), 0.01)).toBe(typed)
      expect(roundTo(fromMeters(toMeters(typed, 'mi'), 'mi'), 0.01)).toBe(typed)
    }),
  )
})

it('rounds to a step without binary crumbs', () => {
  expect(roundTo(101.3, 2.5)).toBe(102.5)
  expect(roundTo(0.1 + 0.2, 0.1)).toBe(0.3)
})

it('rounds to a multiple of the step that is no further than half of it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 150_000 }),
      fc.constantFrom(0.01, 0.5, 1.25, 2.5, 5),
      (cents, step) => {
        const rounded = roundTo(cents / 100, step)
        expect(Math.abs(rounded - cents / 100)).toBeLessThanOrEqual(step / 2 + 1e-9)
        expect(rounded / step).toBeCloseTo(Math.round(rounded / step), 6)
        expect(roundTo(rounded, step)).toBe(rounded)
      },
    ),
  )
})
