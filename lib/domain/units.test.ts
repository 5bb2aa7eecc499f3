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
