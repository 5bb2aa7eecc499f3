import { describe, expect, it } from 'vitest'
import { betterThanLast } from './better-than-last'

const set = (weight: number | null, reps: number | null, about: object = {}) => ({
  ...{ kind: 'normal' as const, weight, weightUnit: 'kg' as const, reps, isSlip: false },
  ...{ durationSeconds: null, distanceMeters: null, ...about },
})

describe('what was better than the last time', () => {
  it('says how much heavier the top set was, in the unit it was lifted in', () => {
    const better = betterThanLast('weight_reps', [set(85, 5), set(87.5, 3)], [set(82.5, 8)])
    expect(better).toEqual({ what: 'weight', by: 5, unit: 'kg', fewer: 5 })
    const inPounds = [set(190, 5, { weightUnit: 'lb' })]
    expect(betterThanLast('weight_reps', inPounds, [set(185, 5, { weightUnit: 'lb' })])).toEqual({
      ...{ what: 'weight', by: 5, unit: 'lb', fewer: 0 },
    })
  })

  it('says how many more reps the same top weight had, and less assistance', () => {
    const better = betterThanLast('weight_reps', [set(80, 6), set(60, 12)], [set(80, 5)])
    expect(better).toMatchObject({ what: 'reps', by: 1 })
    const pulled = betterThanLast('assisted_bodyweight', [set(15, 8)], [set(20, 8)])
    expect(pulled).toMatchObject({ what: 'weight', by: 5 })
    expect(betterThanLast('bodyweight_reps', [set(null, 12)], [set(null, 10)])).toMatchObject({
      ...{ what: 'reps', by: 2 },
    })
  })

  it('says what as many sets had more in all, where the best of them was as good', () => {
    const fives = [set(80, 5), set(80, 5)]
    const missed = [set(80, 5), set(80, 4)]
    expect(betterThanLast('weight_reps', fives, missed)).toMatchObject({ what: 'reps', by: 1 })
    expect(betterThanLast('weight_reps', missed, fives)).toBeNull()
    expect(betterThanLast('weight_reps', [...fives, set(80, 5)], missed)).toBeNull()
  })

  it('says nothing of a lighter day, warm-ups, slips, runs and a first time', () => {
    expect(betterThanLast('weight_reps', [set(75, 12)], [set(80, 5)])).toBeNull()
    const odd = [set(80, 5), set(100, 5, { kind: 'warmup' }), set(800, 5, { isSlip: true })]
    expect(betterThanLast('weight_reps', odd, [set(80, 5)])).toBeNull()
    expect(betterThanLast('weight_reps', [set(80, 5)], [])).toBeNull()
    const run = [set(null, null, { distanceMeters: 6000, durationSeconds: 1800 })]
    expect(betterThanLast('distance_duration', run, [set(null, null)])).toBeNull()
  })
})
