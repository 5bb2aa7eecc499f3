import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { TRACKING_KINDS } from '@/lib/schemas/exercise'
import { setVolumeKg, workingLoadKg } from './set-load'

it.each([
  ['weight_reps', 80, null, 80],
  ['weighted_bodyweight', 10, 78, 88],
  ['weighted_bodyweight', 10, null, null],
  ['assisted_bodyweight', 30, 78, 48],
  ['assisted_bodyweight', 90, 78, 0],
  ['bodyweight_reps', null, 78, 78],
  ['bodyweight_reps', null, null, null],
  ['weight_duration', 24, 78, 24],
  ['reps', null, 78, null],
] as const)('%s with %s kg at %s kg moves %s kg', (tracking, weightKg, bodyWeightKg, load) => {
  expect(workingLoadKg({ tracking, weightKg, bodyWeightKg })).toBe(load)
})

it('counts the added weight alone while the body weight is not known', () => {
  const unknown = { bodyWeightKg: null, reps: 5 }
  expect(setVolumeKg({ tracking: 'weighted_bodyweight', weightKg: 10, ...unknown })).toBe(50)
  expect(setVolumeKg({ tracking: 'assisted_bodyweight', weightKg: 30, ...unknown })).toBe(0)
})

it('multiplies what is moved by the reps', () => {
  const known = { bodyWeightKg: 78, reps: 5 }
  expect(setVolumeKg({ tracking: 'weight_reps', weightKg: 80, ...known })).toBe(400)
  expect(setVolumeKg({ tracking: 'bodyweight_reps', weightKg: null, ...known })).toBe(390)
  expect(setVolumeKg({ tracking: 'assisted_bodyweight', weightKg: 30, ...known })).toBe(240)
  expect(
    setVolumeKg({ tracking: 'weight_reps', weightKg: 80, bodyWeightKg: null, reps: null }),
  ).toBe(0)
})

it('is never negative', () => {
  const figure = fc.option(fc.integer({ min: 0, max: 500 }))
  fc.assert(
    fc.property(
      fc.constantFrom(...TRACKING_KINDS),
      figure,
      figure,
      figure,
      (tracking, weightKg, bodyWeightKg, reps) => {
        expect(setVolumeKg({ tracking, weightKg, bodyWeightKg, reps })).toBeGreaterThanOrEqual(0)
      },
    ),
  )
})
