import { describe, expect, it } from 'vitest'
import type { Tracking } from '@/lib/schemas/exercise'
import { unbelievableFields } from './believable'

type Asked = Parameters<typeof unbelievableFields>
const fieldsOf = (
  tracking: Tracking,
  figures: Partial<Asked[0]>,
  { weightUnit = 'kg', bestWeightKg = null }: Partial<Asked[1]> = {},
) =>
  unbelievableFields(
    { weight: null, reps: null, durationSeconds: null, distanceMeters: null, ...figures },
    { tracking, weightUnit, bestWeightKg },
  )

describe('what nobody would believe', () => {
  it.each([
    ['weight_reps', { weight: 500, reps: 100 }, []],
    ['weight_reps', { weight: 80, reps: 877_777 }, ['reps']],
    ['weight_reps', { weight: 80, reps: 101 }, ['reps']],
    ['weight_reps', { weight: 825, reps: 5 }, ['weight']],
    ['weight_reps', { weight: 1500, reps: 1_000_000 }, ['weight', 'reps']],
    ['reps', { reps: 1000 }, []],
    ['bodyweight_reps', { reps: 1001 }, ['reps']],
    ['assisted_bodyweight', { weight: 501, reps: 101 }, ['weight', 'reps']],
    ['duration', { durationSeconds: 21_600 }, []],
    ['weight_duration', { weight: 20, durationSeconds: 21_601 }, ['durationSeconds']],
    ['weight_distance', { weight: 40, distanceMeters: 100_001 }, ['distance']],
    ['distance_duration', { distanceMeters: 161_000, durationSeconds: 30_000 }, []],
    ['distance_duration', { distanceMeters: 300_001, durationSeconds: 86_400 }, ['distance']],
    // 52 km instead of 5,2 in 26 minutes.
    ['distance_duration', { distanceMeters: 52_000, durationSeconds: 1560 }, ['distance']],
    ['distance_duration', { distanceMeters: 52_000 }, []],
    ['weight_reps', {}, []],
  ] as const)('%s %j: %j', (tracking, figures, fields) => {
    expect(fieldsOf(tracking, figures)).toEqual(fields)
  })

  it('is said of pounds as of kilograms', () => {
    expect(fieldsOf('weight_reps', { weight: 1102 }, { weightUnit: 'lb' })).toEqual([])
    expect(fieldsOf('weight_reps', { weight: 1103 }, { weightUnit: 'lb' })).toEqual(['weight'])
  })

  it('is a weight far above twice the best, where there is one and more is better', () => {
    const best = { bestWeightKg: 100 }
    expect(fieldsOf('weight_reps', { weight: 220, reps: 1 }, best)).toEqual([])
    expect(fieldsOf('weight_reps', { weight: 220.5, reps: 1 }, best)).toEqual(['weight'])
    expect(
      fieldsOf('weight_reps', { weight: 485, reps: 1 }, { ...best, weightUnit: 'lb' }),
    ).toEqual([])
    expect(fieldsOf('assisted_bodyweight', { weight: 60 }, { bestWeightKg: 10 })).toEqual([])
  })
})
