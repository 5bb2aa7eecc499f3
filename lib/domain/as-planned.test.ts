import { describe, expect, it } from 'vitest'
import { isAsPlanned, isShortOfPlan } from './as-planned'

const target = {
  ...{ repsMin: 5, repsMax: 5, isAmrap: false, weight: 100, weightUnit: 'kg' as const },
  ...{ percentOfMax: null, rpe: null, durationSeconds: null, distanceMeters: null },
}
const done = {
  ...{ reps: 5, weight: 100, weightUnit: 'kg' as const, rpe: 8 },
  ...{ durationSeconds: null, distanceMeters: null },
}

describe('whether a set came to its plan', () => {
  it('does with the reps, weight and unit that were named', () => {
    expect(isAsPlanned(done, target)).toBe(true)
    expect(isAsPlanned({ ...done, reps: 4 }, target)).toBe(false)
    expect(isAsPlanned({ ...done, reps: 6 }, target)).toBe(false)
    expect(isAsPlanned({ ...done, weight: 102.5 }, target)).toBe(false)
    expect(isAsPlanned({ ...done, weightUnit: 'lb' }, target)).toBe(false)
  })

  it('does anywhere in a range, and from the fewest up where the end is open', () => {
    const range = { ...target, repsMax: 8 }
    expect([4, 5, 8, 9].map((reps) => isAsPlanned({ ...done, reps }, range))).toEqual([
      ...[false, true, true, false],
    ])
    const open = { ...target, isAmrap: true }
    expect([4, 5, 12].map((reps) => isAsPlanned({ ...done, reps }, open))).toEqual([
      ...[false, true, true],
    ])
  })

  it('is not known of a share of the maximum without a weight', () => {
    expect(isAsPlanned(done, { ...target, percentOfMax: 80 })).toBe(true)
    expect(isAsPlanned(done, { ...target, weight: null, percentOfMax: 80 })).toBe(false)
  })
})

describe('whether a set fell short of its plan', () => {
  it('does with fewer reps or less weight, and not with more', () => {
    const isShort = (about: object) => isShortOfPlan({ ...done, ...about }, target, 'weight_reps')
    expect([{}, { reps: 6 }, { weight: 105 }, { rpe: 10 }].some(isShort)).toBe(false)
    expect([{ reps: 4 }, { reps: null }, { weight: 97.5 }, { weight: null }].every(isShort)).toBe(
      true,
    )
    expect([220, 215].map((weight) => isShort({ weight, weightUnit: 'lb' }))).toEqual([false, true])
  })

  it('does with more assistance', () => {
    const isShort = (weight: number) =>
      isShortOfPlan({ ...done, weight }, target, 'assisted_bodyweight')
    expect([95, 100, 105].map(isShort)).toEqual([false, false, true])
  })

  it('does with a shorter hold or way, and not with a faster one', () => {
    const nothing = { ...target, repsMin: null, repsMax: null, weight: null }
    const hold = { ...nothing, durationSeconds: 60 }
    const isShort = (durationSeconds: number) =>
      isShortOfPlan({ ...done, durationSeconds }, hold, 'duration')
    expect([59, 60, 75].map(isShort)).toEqual([true, false, false])
    const run = { ...hold, distanceMeters: 5000, durationSeconds: 1500 }
    const ran = (distanceMeters: number) =>
      isShortOfPlan({ ...done, distanceMeters, durationSeconds: 1400 }, run, 'distance_duration')
    expect([4900, 5000].map(ran)).toEqual([true, false])
  })
})
