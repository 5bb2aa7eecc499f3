import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  convertWeight,
  fromKg,
  fromMeters,
  LOAD_STEP,
  READ_STEP,
  roundTo,
  toKg,
  toMeters,
} from './units'

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

it('converts a weight to one that can be loaded, heavier by a pound or half a kilogram at most', () => {
  const inPounds = (weight: number) =>
    convertWeight(weight, { from: 'kg', to: 'lb', step: LOAD_STEP })
  expect([60, 100, 22.5, 8, 12.5, 82.5].map(inPounds)).toEqual([130, 220, 50, 17.5, 25, 180])
  expect([10, 6, 4, 0.5].map(inPounds)).toEqual([22.5, 12.5, 7.5, 1])
  const inKilograms = (weight: number) =>
    convertWeight(weight, { from: 'lb', to: 'kg', step: LOAD_STEP })
  expect([225, 220, 45, 20, 15].map(inKilograms)).toEqual([102.5, 100, 20, 9, 7])
  expect(convertWeight(8, { from: 'kg', to: 'lb', step: READ_STEP })).toBe(18)
  expect(convertWeight(8.25, { from: 'kg', to: 'kg', step: LOAD_STEP })).toBe(8.25)
})
