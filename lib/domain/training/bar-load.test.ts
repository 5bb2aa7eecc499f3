import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { nextLoadable } from '@/lib/domain/plates'
import { USUAL_GEAR } from '@/lib/domain/usual-gear'
import { gearOf } from './bar-load'
import type { ExerciseFacts } from './training'

const squat: ExerciseFacts = {
  ...{ name: 'Squat', tracking: 'weight_reps', isUnilateral: false, isPlateLoaded: true },
  ...{ weightUnit: 'kg', restSeconds: null, barWeight: null, ownNote: '' },
}
const document = (facts: Partial<ExerciseFacts>) => ({
  training: {
    ...{ id: 'workout', name: 'Legs', status: 'in_progress' as const, exercises: [] },
    ...{ startedAt: '2026-03-01T10:00:00.000Z', completedAt: null, stillTrainingAt: null },
    ...{ notes: '', feeling: null, sessionRpe: null, weightUnit: 'lb' as const },
    facts: { squat: { ...squat, ...facts } },
  },
  person: {
    ...{ id: 'person', distanceUnit: 'km' as const, timeZone: 'UTC', restSeconds: 90 },
    ...{ gear: USUAL_GEAR, bodyWeightKg: null },
  },
})
const steps = (load: number, unit: 'kg' | 'lb', facts: Partial<ExerciseFacts> = {}) => {
  const gear = gearOf(document(facts), 'squat', unit)
  return ([-1, 1] as const).map((direction) => nextLoadable({ load, direction, ...gear }))
}

it('steps a set in pounds by pounds, though its exercise is logged in kilograms by now', () => {
  expect(steps(225, 'lb')).toEqual([220, 230])
  expect(steps(225, 'lb', { isPlateLoaded: false })).toEqual([220, 230])
  expect(steps(226, 'lb', { isPlateLoaded: false })).toEqual([221, 231])
})

it('steps a weight without a bar from any start, and back again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 600 }), fc.constantFrom('kg', 'lb'), (count, unit) => {
      const step = unit === 'kg' ? 2.5 : 5
      const [below, above] = steps(count * step, unit, { isPlateLoaded: false })
      expect(above).toBe((count + 1) * step)
      expect(below).toBe(count === 0 ? null : (count - 1) * step)
    }),
  )
})

it('steps dumbbells along the weights in the rack, and past its ends not at all', () => {
  const rack = { ...USUAL_GEAR.kg, dumbbells: [10, 12, 12.5, 14] }
  const { training, person } = document({ isPlateLoaded: false, isDumbbell: true })
  const gear = gearOf(
    { training, person: { ...person, gear: { ...USUAL_GEAR, kg: rack } } },
    'squat',
    'kg',
  )
  const next = (load: number) =>
    ([-1, 1] as const).map((direction) => nextLoadable({ load, direction, ...gear }))
  expect(next(12)).toEqual([10, 12.5])
  expect(next(13)).toEqual([12.5, 14])
  expect(next(14)).toEqual([12.5, null])
  expect(next(8)).toEqual([null, 10])
})

it('knows an own bar in either unit, said in that of the exercise or else of the person', () => {
  const bar = (facts: Partial<ExerciseFacts>) =>
    (['kg', 'lb'] as const).map((unit) => gearOf(document(facts), 'squat', unit).bar)
  expect(bar({ barWeight: 15 })).toEqual([15, 33])
  expect(bar({ barWeight: 33, weightUnit: null })).toEqual([15, 33])
  expect(bar({ barWeight: 20.4 })).toEqual([20.4, 45])
  expect(bar({})).toEqual([20, 45])
})
