import { describe, expect, it } from 'vitest'
import type { Tracking } from '@/lib/schemas/exercise'
import { bestsOf, unbelievableFields } from './believable'

type Asked = Parameters<typeof unbelievableFields>
const fieldsOf = (
  tracking: Tracking,
  figures: Partial<Asked[0]>,
  { weightUnit = 'kg', bests = null }: Partial<Asked[1]> = {},
) =>
  unbelievableFields(
    { weight: null, reps: null, durationSeconds: null, distanceMeters: null, ...figures },
    { tracking, weightUnit, bests },
  )

describe('figures to ask about', () => {
  it.each([
    ['weight_reps', { weight: 500, reps: 100 }, []],
    ['weight_reps', { weight: 80, reps: 877 }, ['reps']],
    ['weight_reps', { weight: 80, reps: 101 }, ['reps']],
    ['weight_reps', { weight: 825, reps: 5 }, ['weight']],
    ['weight_reps', { weight: 1500, reps: 1000 }, ['weight', 'reps']],
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

  const standing = (values: Partial<Record<'heaviest_weight' | 'e1rm' | 'max_reps', number>>) =>
    bestsOf('weight_reps', [
      { kind: 'weight_for_reps' as const, bucket: 5, value: 90 },
      ...(['heaviest_weight', 'e1rm', 'max_reps'] as const).flatMap((kind) =>
        values[kind] === undefined ? [] : [{ kind, bucket: 0, value: values[kind] }],
      ),
    ])

  it('accepts a set below the best volume of long sets, which have no estimate', () => {
    const best = (kind: 'heaviest_weight' | 'e1rm' | 'max_reps' | 'set_volume', value: number) => ({
      ...{ kind, bucket: 0, value },
    })
    const long = [best('heaviest_weight', 12), best('e1rm', 10.5), best('max_reps', 14)]
    const [few, many] = [long, [...long, best('set_volume', 168)]].map((each) =>
      bestsOf('weight_reps', each),
    )
    const set = { weight: 12, reps: 12 }
    expect(fieldsOf('weight_reps', set, { bests: few ?? null })).toEqual(['reps'])
    expect(fieldsOf('weight_reps', set, { bests: many ?? null })).toEqual([])
  })

  it('asks about a weight far above twice the heaviest, where more is better', () => {
    const bests = standing({ heaviest_weight: 100 })
    expect(fieldsOf('weight_reps', { weight: 220, reps: 1 }, { bests })).toEqual([])
    expect(fieldsOf('weight_reps', { weight: 220.5, reps: 1 }, { bests })).toEqual(['weight'])
    const pounds = { bests, weightUnit: 'lb' } as const
    expect(fieldsOf('weight_reps', { weight: 485, reps: 1 }, pounds)).toEqual([])
    const assistance = bestsOf('assisted_bodyweight', [
      { kind: 'heaviest_weight', bucket: 0, value: 10 },
    ])
    expect(fieldsOf('assisted_bodyweight', { weight: 60 }, { bests: assistance })).toEqual([])
  })

  it('asks about an estimated 1RM over 1.25 times the best, and about its newest figure', () => {
    // 100 kg × 5 is an estimated 1RM of 116.67 kg; 1.25 times that is 145.83 kg.
    const bests = standing({ heaviest_weight: 100, e1rm: 116.6667 })
    expect(fieldsOf('weight_reps', { weight: 125, reps: 5 }, { bests })).toEqual([])
    expect(fieldsOf('weight_reps', { weight: 127.5, reps: 5 }, { bests })).toEqual(['weight'])
    expect(fieldsOf('weight_reps', { weight: 100, reps: 12 }, { bests })).toEqual([])
    expect(fieldsOf('weight_reps', { weight: 110, reps: 12 }, { bests })).toEqual(['weight'])
    const light = standing({ heaviest_weight: 100, e1rm: 100 })
    expect(fieldsOf('weight_reps', { weight: 100, reps: 10 }, { bests: light })).toEqual(['reps'])
  })

  it('asks about more than twice the most reps', () => {
    const bests = standing({ max_reps: 6 })
    expect(fieldsOf('weight_reps', { weight: 80, reps: 12 }, { bests })).toEqual([])
    expect(fieldsOf('weight_reps', { weight: 80, reps: 50 }, { bests })).toEqual(['reps'])
    expect(fieldsOf('reps', { reps: 13 }, { bests })).toEqual(['reps'])
  })
})
