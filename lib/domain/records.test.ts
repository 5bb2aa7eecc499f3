import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TRACKING_KINDS } from '@/lib/schemas/exercise'
import { foldRecords, type RecordSet, shownRecords } from './records'

const set = (id: number, values: Partial<RecordSet>): RecordSet => ({
  setId: String(id).padStart(4, '0'),
  sessionId: 'session',
  performedAt: new Date(id * 60_000),
  kind: 'normal',
  isSlip: false,
  reps: null,
  weightKg: null,
  durationSeconds: null,
  distanceMeters: null,
  ...values,
})

const found = (tracking: (typeof TRACKING_KINDS)[number], sets: RecordSet[]) =>
  foldRecords({ tracking, standing: [], sets }).map(
    ({ kind, bucket, value, setId }) => `${setId} ${kind} ${bucket} ${value}`,
  )

describe('shownRecords', () => {
  /** What the last workout shows of runs of sets, each a weight and reps. */
  const shown = (...workouts: [weightKg: number, reps: number][][]) => {
    const sets = workouts.flatMap((each, workout) =>
      each.map(([weightKg, reps], index) =>
        set(workout * 100 + index, { weightKg, reps, sessionId: String(workout) }),
      ),
    )
    const entries = foldRecords({ tracking: 'weight_reps', standing: [], sets })
    const last = entries.filter((entry) => entry.sessionId === String(workouts.length - 1))
    return shownRecords(last.reverse()).map(
      ({ kind, bucket, value, previousValue }) =>
        `${kind} ${bucket} ${value}, was ${previousValue}`,
    )
  }

  it('shows nothing of a first workout, however often it beats itself', () => {
    expect(
      shown([
        [80, 5],
        [85, 5],
        [90, 6],
      ]),
    ).toEqual([])
  })

  it('shows what beat an earlier workout, the record that is worth most first', () => {
    expect(shown([[80, 5]], [[85, 5]])).toEqual([
      'heaviest_weight 0 85, was 80',
      'e1rm 0 99.1667, was 93.3333',
      'weight_for_reps 5 85, was 80',
      'set_volume 0 425, was 400',
    ])
  })

  it('shows a chain that rose twice once, with the value from before the workout', () => {
    expect(
      shown(
        [[80, 1]],
        [
          [82.5, 1],
          [85, 1],
        ],
      )[0],
    ).toBe('heaviest_weight 0 85, was 80')
  })

  it('leaves out a number of reps that was never done before', () => {
    expect(shown([[80, 5]], [[80, 8]]).map((text) => text.split(' ')[0])).toEqual([
      'e1rm',
      'max_reps',
      'set_volume',
    ])
  })
})

describe('foldRecords', () => {
  it('keeps the earlier of equals, and counts no warm-up and no slip', () => {
    const records = found('weight_reps', [
      set(1, { weightKg: 200, reps: 5, kind: 'warmup' }),
      set(2, { weightKg: 300, reps: 5, isSlip: true }),
      set(3, { weightKg: 80, reps: 5 }),
      set(4, { weightKg: 80, reps: 5 }),
    ])
    expect(records).toEqual([
      '0003 heaviest_weight 0 80',
      '0003 weight_for_reps 5 80',
      '0003 e1rm 0 93.3333',
      '0003 max_reps 0 5',
      '0003 set_volume 0 400',
    ])
  })

  it('makes no record of a weight exercise done without a weight', () => {
    for (const weightKg of [null, 0]) {
      const done = [set(1, { weightKg, reps: 12, durationSeconds: 60, distanceMeters: 40 })]
      for (const tracking of ['weight_reps', 'weight_duration', 'weight_distance'] as const)
        expect(found(tracking, done)).toEqual([])
    }
  })

  it('does not call 95 for 5 a record after 100 for 8', () => {
    const records = found('weight_reps', [
      set(1, { weightKg: 100, reps: 8 }),
      set(2, { weightKg: 95, reps: 5 }),
    ])
    expect(records.filter((record) => record.startsWith('0002'))).toEqual([])
  })

  it('takes less assistance for better, and never a negative value', () => {
    const records = found('assisted_bodyweight', [
      set(1, { weightKg: 30, reps: 8 }),
      set(2, { weightKg: 35, reps: 8 }),
      set(3, { weightKg: 0, reps: 8 }),
    ])
    expect(records).toEqual([
      '0001 weight_for_reps 8 30',
      '0001 max_reps 0 8',
      '0003 weight_for_reps 8 0',
    ])
  })

  it('keeps the fastest time over a standard distance', () => {
    const records = found('distance_duration', [
      set(1, { distanceMeters: 5000, durationSeconds: 1500 }),
      set(2, { distanceMeters: 5050, durationSeconds: 1490 }),
      set(3, { distanceMeters: 5200, durationSeconds: 1400 }),
    ]).filter((record) => record.includes('fastest'))
    expect(records).toEqual([
      '0001 fastest_distance 5000 1500',
      '0002 fastest_distance 5000 1475.2475',
    ])
  })

  const anySet = fc.record({
    weightKg: fc.option(fc.integer({ min: 0, max: 40 })),
    reps: fc.option(fc.integer({ min: 0, max: 35 })),
    durationSeconds: fc.option(fc.integer({ min: 0, max: 60 })),
    distanceMeters: fc.option(fc.integer({ min: 390, max: 1030 })),
    kind: fc.constantFrom('normal', 'warmup', 'drop', 'failure'),
    isSlip: fc.boolean(),
  })
  const history = fc.record({
    tracking: fc.constantFrom(...TRACKING_KINDS),
    values: fc.array(anySet, { maxLength: 25 }),
  })

  it('comes to the same from any point on, given what stood there', () => {
    fc.assert(
      fc.property(history, fc.nat(25), ({ tracking, values }, cut) => {
        const sets = values.map((value, index) => set(index, value))
        const all = foldRecords({ tracking, standing: [], sets })
        const before = foldRecords({ tracking, standing: [], sets: sets.slice(0, cut) })
        const standing = [
          ...new Map(before.map((entry) => [`${entry.kind}:${entry.bucket}`, entry])).values(),
        ]
        const after = foldRecords({ tracking, standing, sets: sets.slice(cut) })
        expect([...before, ...after]).toEqual(all)
      }),
    )
  })

  it('does not mind the order the sets arrive in', () => {
    fc.assert(
      fc.property(history, ({ tracking, values }) => {
        const sets = values.map((value, index) => set(index, value))
        expect(foldRecords({ tracking, standing: [], sets: [...sets].reverse() })).toEqual(
          foldRecords({ tracking, standing: [], sets }),
        )
      }),
    )
  })

  it('does not miss a set that held no record', () => {
    fc.assert(
      fc.property(history, ({ tracking, values }) => {
        const sets = values.map((value, index) => set(index, value))
        const all = foldRecords({ tracking, standing: [], sets })
        const holders = new Set(all.map((entry) => entry.setId))
        const kept = sets.filter((each) => holders.has(each.setId))
        expect(foldRecords({ tracking, standing: [], sets: kept })).toEqual(all)
      }),
    )
  })
})
