import { describe, expect, it } from 'vitest'
import {
  done,
  fives,
  linear,
  missed,
  next,
  plan,
  range,
  wave,
  weights,
} from '@/tests/helpers/progression'
import type { RuleOf } from './progression'

const double: RuleOf<'double'> = { kind: 'double', step: 2.5, unit: 'kg' }
const reps = ({ sets }: ReturnType<typeof next>) => sets.map((set) => set.repsMin)

describe('linear', () => {
  it("begins with the line's own weight", () => {
    expect(next(linear, {})).toEqual({ sets: fives, reason: null })
  })

  it('adds the step once all sets have their reps', () => {
    const raised = next(linear, { log: [done(80, [5, 5, 6])] })
    expect(weights(raised)).toEqual([82.5, 82.5, 82.5])
    expect(raised.reason).toEqual({
      key: 'raised',
      values: { scheme: '3×5', weight: 80, unit: 'kg', next: 82.5 },
    })
  })

  it.each([
    ['a rep too few', done(80, missed)],
    ['a set left out', done(80, [5, 5])],
    ['a set with less', [...done(80, [5, 5]), ...done(75, [5])]],
  ])('stays after %s', (_, last) => {
    const same = next(linear, { log: [last] })
    expect(weights(same)).toEqual([80, 80, 80])
    expect(same.reason?.key).toBe('again')
  })

  it('takes the least reps of an open last set and nothing of what came beyond the plan', () => {
    const setList = [{ repsMin: 5 }, { repsMin: 5 }, { repsMin: 5, isAmrap: true }]
    const planned = plan({ setList })
    expect(weights(next(linear, { planned, log: [done(80, [5, 5, 9])] }))[2]).toBe(82.5)
    expect(weights(next(linear, { planned, log: [done(80, [5, 5, 4])] }))[2]).toBe(80)
    const more = [...done(80, [5, 5, 5]), ...done(50, [10, 10, 10, 10])]
    expect(weights(next(linear, { planned, log: [more] }))[0]).toBe(82.5)
  })

  it('goes on from what was done, whatever was planned', () => {
    expect(weights(next(linear, { log: [done(100, [5, 5, 5])] }))[0]).toBe(102.5)
    expect(weights(next(linear, { log: [[...done(80, [5]), ...done(85, [5, 5])]] }))[0]).toBe(85)
  })

  it('makes nothing of a workout that ended early with less weight and no missed rep', () => {
    const early = done(60, [5, 5])
    expect(next(linear, { log: [early, done(80, [5, 5, 5])] })).toMatchObject({
      sets: [{ weight: 82.5 }, { weight: 82.5 }, { weight: 82.5 }],
      reason: { key: 'raised', values: { weight: 80 } },
    })
    expect(weights(next(linear, { log: [early, early, done(80, missed)] }))[0]).toBe(80)
    expect(weights(next(linear, { log: [done(60, [5, 4]), done(80, [5, 5, 5])] }))[0]).toBe(60)
    expect(weights(next(linear, { log: [early] }))[0]).toBe(60)
    const ranged = { planned: range, log: [done(15, [10, 8]), done(20, [12, 12, 12])] }
    expect(weights(next(double, ranged))[0]).toBe(22.5)
  })

  it('falls after so many misses in a row at that weight, down to a whole step', () => {
    const log = [done(80, missed), done(80, missed)]
    const fallen = next(linear, { log })
    expect(weights(fallen)).toEqual([70, 70, 70])
    expect(fallen.reason).toMatchObject({ key: 'deloadTwice', values: { misses: 2, next: 70 } })
    expect(weights(next({ ...linear, step: 1 }, { log }))[0]).toBe(72)
    expect(next({ ...linear, misses: 3 }, { log }).reason?.key).toBe('again')
    const others = [done(80, missed), done(77.5, missed), done(80, missed)]
    expect(next(linear, { log: others }).reason?.key).toBe('again')
    const between = [done(80, missed), done(80, [5, 5, 5]), done(80, missed)]
    expect(next(linear, { log: between }).reason?.key).toBe('again')
  })

  it('goes by the weight that was asked for where as many sets had another', () => {
    const asked = done(140, [5]).map((set) => ({ ...set, isAsked: true }))
    const once = next(linear, { log: [[...done(145, [5]), ...asked]] })
    expect(once.reason).toMatchObject({ key: 'again', values: { weight: 140 } })
    expect(weights(once)).toEqual([140, 140, 140])
  })

  it('keeps lighter sets in proportion and leaves warm-ups alone', () => {
    const setList = [
      { kind: 'warmup', repsMin: 5, weight: 20, weightUnit: 'kg' },
      { repsMin: 5, weight: 50, weightUnit: 'kg' },
      { repsMin: 5, weight: 100, weightUnit: 'kg' },
    ]
    const log = [[...done(60, [5]), ...done(120, [5])]]
    expect(weights(next(linear, { planned: plan({ setList }), log }))).toEqual([20, 62.5, 122.5])
  })

  it('reads pounds in kilograms and answers in its own unit', () => {
    const pounds = { weightUnit: 'lb' } as const
    const raised = next(linear, { log: [done(225, [5, 5, 5], pounds)] })
    expect(raised.sets[0]).toMatchObject({ weight: 105, weightUnit: 'kg' })
    expect(raised.reason?.values).toMatchObject({ weight: '225\u00a0lb ≈ 102', unit: 'kg' })
    const mixed = [done(100, missed), done(220.5, missed, pounds)]
    expect(next(linear, { log: mixed }).reason?.key).toBe('deloadTwice')
  })

  it('lets the help of an assisted exercise go down, never below nothing', () => {
    const assisted = (weight: number, count: readonly number[], times = 1) =>
      next(linear, {
        tracking: 'assisted_bodyweight',
        log: Array.from({ length: times }, () => done(weight, count)),
      })
    expect(weights(assisted(20, [5, 5, 5]))[0]).toBe(17.5)
    expect(weights(assisted(1, [5, 5, 5]))[0]).toBe(0)
    expect(assisted(0, [5, 5, 5])).toMatchObject({ reason: { key: 'topReps' } })
    expect(weights(assisted(20, missed, 2))[0]).toBe(22.5)
    expect(assisted(20, missed, 2).reason?.key).toBe('moreHelp')
  })

  it('adds to the body what nothing was added to', () => {
    const first = next(linear, { tracking: 'weighted_bodyweight', log: [done(null, [5, 5, 5])] })
    expect(weights(first)[0]).toBe(2.5)
  })
})

describe('double', () => {
  it('asks for one rep more in each set, up to the top', () => {
    const more = next(double, { planned: range, log: [done(60, [12, 10, 9])] })
    expect(weights(more)).toEqual([60, 60, 60])
    expect(reps(more)).toEqual([12, 11, 10])
    expect(more.reason).toMatchObject({ key: 'moreReps', values: { reps: '12, 10, 9', most: 12 } })
  })

  it('tells each set with its weight where they differ', () => {
    const log = [[...done(6, [8, 8]), ...done(8, [7])]]
    const more = next(double, { planned: range, log })
    expect(weights(more)).toEqual([6, 6, 6])
    expect(reps(more)).toEqual([9, 9, 8])
    expect(more.reason?.key).toBe('moreRepsMixed')
    const told = String(more.reason?.values.done).replaceAll('\u00a0', ' ')
    expect(told).toBe('6 kg × 8, 6 kg × 8, 8 kg × 7')
    const lighter = [[...done(60, [12, 10]), ...done(55, [12])]]
    expect(next(double, { planned: range, log: lighter }).reason?.key).toBe('moreRepsMixed')
  })

  it('adds the step and begins at the bottom once all are at the top', () => {
    const raised = next(double, { planned: range, log: [done(60, [12, 12, 13])] })
    expect(weights(raised)).toEqual([62.5, 62.5, 62.5])
    expect(reps(raised)).toEqual([8, 8, 8])
    expect(raised.reason).toMatchObject({ key: 'raised', values: { scheme: '3×12' } })
  })

  it('asks for the least where a set was left out or done with less', () => {
    const log = [[...done(60, [10]), ...done(50, [12])]]
    expect(reps(next(double, { planned: range, log }))).toEqual([11, 8, 8])
  })

  it('says that it was missed where every set had its reps and one was lighter or left out', () => {
    const lighter = [[...done(60, [12, 12]), ...done(55, [12])]]
    expect(next(double, { planned: range, log: lighter }).reason).toMatchObject({
      ...{ key: 'again', values: { scheme: '3×12', weight: 60 } },
    })
    const bodyweight = { tracking: 'bodyweight_reps', planned: range } as const
    const short = next(double, { ...bodyweight, log: [done(null, [12, 12])] })
    expect(short.reason?.key).toBe('againReps')
  })

  it('raises reps alone where there is no load', () => {
    const bodyweight = { tracking: 'bodyweight_reps', planned: range } as const
    const more = next(double, { ...bodyweight, log: [done(null, [9, 8, 8])] })
    expect(reps(more)).toEqual([10, 9, 9])
    expect(more.reason?.key).toBe('moreRepsOnly')
    const top = next(double, { ...bodyweight, log: [done(null, [12, 12, 12])] })
    expect(reps(top)).toEqual([12, 12, 12])
    expect(top.reason?.key).toBe('topReps')
  })
})

describe('wave', () => {
  const max = { trainingMax: { value: 120, unit: 'kg' } } as const

  it('gives the week that comes next, to what can be loaded', () => {
    const second = next(wave, { ...max, workoutCount: 1 })
    expect(weights(second)).toEqual([85, 95, 107.5])
    expect(second.sets.map((set) => set.isAmrap)).toEqual([false, false, true])
    expect(second.reason).toEqual({
      key: 'wave',
      values: { week: 2, weeks: 4, max: 120, unit: 'kg' },
    })
  })

  it('raises the training max by a step after each pass', () => {
    expect(next(wave, { ...max, workoutCount: 9 }).reason?.values).toMatchObject({
      ...{ week: 2, max: 125 },
    })
  })

  it('reads a training max in pounds and rounds as it is told', () => {
    const pounds = { trainingMax: { value: 265, unit: 'lb' } } as const
    expect(next(wave, pounds).reason?.values).toMatchObject({ max: 120.2, unit: 'kg' })
    expect(weights(next(wave, { ...max, roundLoad: Math.floor }))).toEqual([78, 90, 102])
  })

  it('takes 90 % of the estimated max without one, and says what to do without that', () => {
    const estimated = next(wave, { oneRepMaxKg: 100 })
    expect(weights(estimated)).toEqual([57.5, 67.5, 77.5])
    expect(estimated.reason).toMatchObject({ key: 'waveEstimated', values: { max: 90 } })
    const unknown = next(wave, {})
    expect(weights(unknown)).toEqual([null, null, null])
    expect(reps(unknown)).toEqual([5, 5, 5])
    expect(unknown.reason).toEqual({ key: 'waveUnknown', values: { week: 1, weeks: 4 } })
  })

  it("keeps the line's warm-ups before it", () => {
    const planned = plan({ setList: [{ kind: 'warmup', repsMin: 5 }, { repsMin: 5 }] })
    expect(next(wave, { ...max, planned }).sets.map((set) => set.kind)).toEqual([
      ...['warmup', 'normal', 'normal', 'normal'],
    ])
  })
})

describe('rpe', () => {
  const eights = plan({ sets: 2, repsMin: 8, rpe: 8 })

  it('follows from the best rated set of the newest workout that has one', () => {
    const newest = [...done(100, [5], { rpe: 9 }), ...done(60, [8], { rpe: 6 })]
    const log = [done(50, [8]), newest, done(200, [8], { rpe: 8 })]
    const answer = next({ kind: 'rpe' }, { planned: eights, log })
    // 100 × (1 + 6/30) = 120, and 120 / (1 + 10/30) = 90.
    expect(weights(answer)).toEqual([90, 90])
    expect(answer.reason).toEqual({
      key: 'rpe',
      values: { weight: 100, unit: 'kg', reps: 5, rpe: 9, next: 90 },
    })
  })

  it('gives the same load back for the same reps and RPE, in the unit it was typed in', () => {
    const log = [done(225, [8], { rpe: 8, weightUnit: 'lb' })]
    expect(next({ kind: 'rpe' }, { planned: eights, log }).sets[0]).toMatchObject({
      ...{ weight: 225, weightUnit: 'lb' },
    })
  })

  it('says what is missing', () => {
    expect(next({ kind: 'rpe' }, { log: [done(80, [5])] }).reason?.key).toBe('rpeUnsaid')
    const untold = next({ kind: 'rpe' }, { planned: eights, log: [done(80, [5])] })
    expect(untold).toMatchObject({ sets: eights, reason: { key: 'rpeUnknown' } })
    const many = [done(40, [30], { rpe: 8 })]
    expect(next({ kind: 'rpe' }, { planned: eights, log: many }).reason?.key).toBe('rpeUnknown')
  })
})
