import { describe, expect, it } from 'vitest'
import { plannedExerciseSchema, type Target } from '@/lib/schemas/plan'
import { plannedSets, prefillSet, resolveTarget } from './plan-sets'

const exerciseId = '0190a6f4-0000-7000-8000-000000000000'
const line = (values: object) => plannedExerciseSchema.parse({ exerciseId, ...values })

describe('plannedSets', () => {
  it('repeats the line for its sets in every round', () => {
    expect(plannedSets(line({ sets: 3, repsMin: 5 }), 1)).toHaveLength(3)
    expect(plannedSets(line({ sets: 1, repsMin: 5 }), 4)).toHaveLength(4)
  })

  it('lets single sets say what each one is', () => {
    const sets = plannedSets(
      line({ sets: 3, setList: [{ repsMin: 5 }, { repsMin: 3, isAmrap: true }] }),
      1,
    )
    expect(sets.map((set) => [set.repsMin, set.isAmrap])).toEqual([
      [5, false],
      [3, true],
    ])
  })
})

describe('resolveTarget', () => {
  const [set] = plannedSets(line({ percentOfMax: 76.5, repsMin: 5 }), 1)
  if (!set) throw new Error('No set')

  it('turns a percentage into a load that can be put on a bar', () => {
    expect(resolveTarget(set, { oneRepMaxKg: 120, unit: 'kg' })).toMatchObject({
      weight: 92.5,
      weightUnit: 'kg',
    })
    expect(resolveTarget(set, { oneRepMaxKg: 120, unit: 'lb' })).toMatchObject({
      weight: 200,
      weightUnit: 'lb',
    })
  })

  it('leaves it open while no one-rep max is known', () => {
    expect(resolveTarget(set, { oneRepMaxKg: null, unit: 'kg' }).weight).toBeNull()
  })
})

describe('prefillSet', () => {
  const last = {
    weight: 80,
    weightUnit: 'lb' as const,
    reps: 9,
    durationSeconds: null,
    distanceMeters: null,
  }
  const target = (values: Partial<Target>): Target => {
    const {
      exerciseId: _,
      sets: _s,
      restSeconds: _r,
      tempo: _t,
      notes: _n,
      setList: _l,
      ...empty
    } = line({})
    return { ...empty, ...values }
  }

  it('takes the plan before the last time, and the last time before nothing', () => {
    expect(
      prefillSet(target({ weight: 82.5, weightUnit: 'kg', repsMin: 5, repsMax: 5 }), last, 'kg'),
    ).toMatchObject({
      weight: 82.5,
      weightUnit: 'kg',
      reps: 5,
    })
    expect(prefillSet(null, last, 'kg')).toMatchObject({ weight: 80, weightUnit: 'lb', reps: 9 })
    expect(prefillSet(null, null, 'lb')).toMatchObject({
      weight: null,
      weightUnit: 'lb',
      reps: null,
    })
  })

  it('keeps last reps within a range or above an open end', () => {
    expect(prefillSet(target({ repsMin: 8, repsMax: 10 }), last, 'kg').reps).toBe(9)
    expect(prefillSet(target({ repsMin: 10, repsMax: 12 }), last, 'kg').reps).toBe(10)
    expect(prefillSet(target({ repsMin: 5, isAmrap: true }), last, 'kg').reps).toBe(9)
  })
})
