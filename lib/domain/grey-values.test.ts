import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SetKind, Target } from '@/lib/schemas/plan'
import { withGreyValues } from './grey-values'
import type { WeightUnit } from './units'

const performed = (weight: number | null, reps: number | null, weightUnit: WeightUnit = 'kg') => ({
  ...{ weight, weightUnit, reps, durationSeconds: null, distanceMeters: null },
})
const target = (values: Partial<Target>): Target => ({
  ...{ repsMin: null, repsMax: null, isAmrap: false, weight: null, weightUnit: null },
  ...{ percentOfMax: null, rpe: null, durationSeconds: null, distanceMeters: null },
  ...values,
})
const row = (
  values: { weight?: number; reps?: number; weightUnit?: WeightUnit } = {},
  plan: { kind?: SetKind; target?: Target; isCompleted?: boolean } = {},
) => ({
  ...performed(values.weight ?? null, values.reps ?? null, values.weightUnit),
  ...{ kind: 'normal' as const, target: null, isCompleted: false, ...plan },
})
const weights = (rows: ReturnType<typeof row>[], last: ReturnType<typeof performed>[] = []) =>
  withGreyValues(rows, last, 'kg').map((set) => set.weight)

describe('what a row shows before it is touched', () => {
  it('is the plan, else last time in its place, else the last of last time', () => {
    const last = [performed(80, 5), performed(82.5, 4)]
    expect(weights([row(), row(), row()], last)).toEqual([80, 82.5, 82.5])
    const planned = target({ weight: 90, weightUnit: 'kg' })
    expect(weights([row(), row({}, { target: planned })], last)).toEqual([80, 90])
    expect(weights([row()])).toEqual([null])
  })

  it('is the changed weight of the nearest touched set above, in its unit', () => {
    const last = [performed(80, 5), performed(80, 5), performed(82.5, 4)]
    const rows = [row({ weight: 185, reps: 5, weightUnit: 'lb' }), row(), row()]
    expect(withGreyValues(rows, last, 'kg')).toMatchObject([
      { weight: 185, weightUnit: 'lb' },
      { weight: 185, weightUnit: 'lb', reps: 5 },
      { weight: 185, weightUnit: 'lb', reps: 4 },
    ])
    const again = [row({ weight: 85, reps: 5 }), row({ weight: 80, reps: 5 }), row()]
    expect(weights(again, last)).toEqual([85, 80, 82.5])
  })

  it('stays what it was where the weight above was only accepted', () => {
    const last = [performed(80, 5), performed(85, 5)]
    expect(weights([row({ weight: 80, reps: 5 }), row()], last)).toEqual([80, 85])
  })

  it('takes nothing from a set of another kind, nor from one the plan wants heavier', () => {
    const warmup = row({ weight: 40, reps: 10 }, { kind: 'warmup' })
    expect(weights([warmup, row(), row({}, { kind: 'warmup' })])).toEqual([40, null, 40])
    const ramp = [60, 70].map((weight) => target({ weight, weightUnit: 'kg' }))
    const [light, heavy] = ramp.map((target) => ({ target }))
    expect(weights([row({ weight: 62.5, reps: 5 }, light), row({}, heavy)])).toEqual([62.5, 70])
    const [low, high] = [65, 85].map((percentOfMax) => ({ target: target({ percentOfMax }) }))
    expect(weights([row({ weight: 65, reps: 5 }, low), row({}, high)])).toEqual([65, null])
  })

  it('leaves the suggestion of each other field when one is typed', () => {
    const [first] = withGreyValues([row({ weight: 147.5 })], [performed(145, 5)], 'kg')
    expect(first).toMatchObject({ weight: 147.5, reps: 5 })
    expect(weights([row({ reps: 4 }), row()], [performed(80, 5)])).toEqual([80, 80])
  })

  it('suggests nothing in a completed set', () => {
    const done = row({ reps: 12 }, { isCompleted: true })
    expect(withGreyValues([done], [performed(80, 5)], 'kg')).toEqual([done])
  })

  it('suggests the same in a field whatever stands in the others of its row', () => {
    const some = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null })
    const weight = some(fc.integer({ min: 1, max: 300 }))
    const reps = some(fc.integer({ min: 1, max: 30 }))
    const rows = fc.array(fc.record({ weight, reps, isCompleted: fc.boolean() }), { maxLength: 6 })
    fc.assert(
      fc.property(rows, fc.array(fc.tuple(weight, reps)), (typed, past) => {
        const sets = typed.map(({ isCompleted, ...own }) => ({
          ...row({}, { isCompleted }),
          ...own,
        }))
        const last = past.map(([kg, count]) => performed(kg, count))
        const shown = withGreyValues(sets, last, 'kg')
        for (const [index, set] of sets.entries()) {
          const blank = { ...set, weight: null, reps: null }
          const alone = withGreyValues(sets.with(index, blank), last, 'kg')[index]
          for (const field of ['weight', 'reps'] as const) {
            const grey = set.isCompleted ? null : alone?.[field]
            expect(shown[index]?.[field]).toBe(set[field] ?? grey)
          }
        }
      }),
    )
  })
})
