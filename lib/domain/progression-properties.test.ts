import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Tracking } from '@/lib/schemas/exercise'
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
import { type ProgressionRule, progress, rulesFor } from './progression'
import { toKg, type WeightUnit } from './units'

const unit = fc.constantFrom<WeightUnit>('kg', 'lb')
const doneSet = fc.record({
  reps: fc.option(fc.integer({ min: 0, max: 30 })),
  weight: fc.option(fc.integer({ min: 0, max: 3000 }).map((quarters) => quarters / 4)),
  weightUnit: unit,
  rpe: fc.option(fc.integer({ min: 2, max: 20 }).map((halves) => halves / 2)),
})
const logs = fc.array(fc.array(doneSet, { maxLength: 6 }), { maxLength: 8 })
const step = fc.integer({ min: 1, max: 40 }).map((quarters) => quarters / 4)
const rules: fc.Arbitrary<ProgressionRule> = fc.oneof(
  fc.record({
    kind: fc.constant('linear' as const),
    ...{ step, unit },
    misses: fc.integer({ min: 1, max: 5 }),
    deloadPercent: fc.integer({ min: 1, max: 90 }),
  }),
  fc.record({ kind: fc.constant('double' as const), step, unit }),
  fc.record({ kind: fc.constant('wave' as const), step, unit, weeks: fc.constant(wave.weeks) }),
  fc.constant({ kind: 'rpe' as const }),
)
const trackings = fc.constantFrom<Tracking>(
  ...(['weight_reps', 'weighted_bodyweight', 'assisted_bodyweight', 'bodyweight_reps'] as const),
  ...(['reps', 'duration', 'weight_distance'] as const),
)

describe('any rule', () => {
  const standings = fc.record({
    tracking: trackings,
    planned: fc.constantFrom(fives, range, plan({ sets: 2, repsMin: 6, rpe: 8 })),
    log: logs,
    trainingMax: fc.option(fc.record({ value: fc.integer({ min: 1, max: 1500 }), unit })),
    workoutCount: fc.integer({ min: 0, max: 10_000 }),
    oneRepMaxKg: fc.option(fc.integer({ min: 1, max: 500 })),
  })

  it('never answers with less than nothing or more than can be typed, with at most two decimals', () => {
    fc.assert(
      fc.property(rules, standings, (rule, standing) => {
        const { sets } = progress(rule, standing)
        for (const set of sets) {
          const most = set.weightUnit === 'lb' ? 3306 : 1500
          if (set.weight === null) continue
          expect(set.weight).toBeGreaterThanOrEqual(0)
          expect(set.weight).toBeLessThanOrEqual(most)
          expect(Number(set.weight.toFixed(2))).toBe(set.weight)
          expect(set.weightUnit).not.toBeNull()
        }
        for (const { repsMin, repsMax } of sets) {
          if (repsMin !== null) expect(repsMin).toBeGreaterThanOrEqual(1)
          if (repsMax !== null) expect(repsMax).toBeGreaterThanOrEqual(repsMin ?? 1)
        }
      }),
    )
  })

  it('leaves alone what it makes no sense for', () => {
    fc.assert(
      fc.property(rules, standings, (rule, standing) => {
        fc.pre(!rulesFor(standing.tracking).includes(rule.kind))
        expect(progress(rule, standing)).toEqual({ sets: standing.planned, reason: null })
      }),
    )
  })
})

describe('linear, in general', () => {
  const typed = fc.integer({ min: 1, max: 1200 }).map((quarters) => quarters / 4)

  it('rises by exactly the step on success', () => {
    fc.assert(
      fc.property(typed, step, unit, (weight, by, own) => {
        const rule = { ...linear, step: by, unit: own }
        const log = [done(weight, [5, 5, 5], { weightUnit: own })]
        expect(weights(next(rule, { log }))[0]).toBe(weight + by)
      }),
    )
  })

  it('rises from a weight in the other unit too, by about the step', () => {
    fc.assert(
      fc.property(typed, step, unit, (weight, by, own) => {
        const rule = { ...linear, step: by, unit: own }
        const weightUnit = own === 'kg' ? 'lb' : 'kg'
        const answer = weights(next(rule, { log: [done(weight, [5, 5, 5], { weightUnit })] }))[0]
        const rise = toKg(answer ?? 0, own) - toKg(weight, weightUnit)
        expect(rise).toBeGreaterThan(0)
        expect(rise).toBeLessThan(toKg(by * 1.5, own) + 0.05)
      }),
    )
  })

  it('falls exactly at the nth miss in a row, to a whole step below', () => {
    const misses = fc.integer({ min: 1, max: 6 })
    fc.assert(
      fc.property(typed, misses, fc.integer({ min: 0, max: 9 }), (weight, needed, missedTimes) => {
        const log = Array.from({ length: missedTimes }, () => done(weight, missed))
        const rule = { ...linear, misses: needed }
        const [answer] = weights(next(rule, { log: [...log, done(weight, [5, 5, 5])] }))
        if (missedTimes === 0) expect(answer).toBe(weight + 2.5)
        else if (missedTimes < needed) expect(answer).toBe(weight)
        else {
          expect(answer).toBeLessThan(weight)
          expect(answer).toBeLessThanOrEqual(weight * 0.9 + 1e-6)
          expect(answer).toBeGreaterThan(weight * 0.9 - 2.5 - 1e-6)
          expect((answer ?? 0) % 2.5).toBeCloseTo(0)
        }
      }),
    )
  })

  it('answers to a changed past as if it had always been so', () => {
    fc.assert(
      fc.property(logs, fc.nat(), fc.array(doneSet, { maxLength: 6 }), (log, at, edited) => {
        const before = structuredClone(log)
        next(linear, { log })
        expect(log).toEqual(before)
        const changed = log.length === 0 ? [edited] : log.with(at % log.length, edited)
        const again = next(linear, { log: structuredClone(changed) })
        expect(next(linear, { log: changed })).toEqual(again)
      }),
    )
    const [miss, success] = [done(80, missed), done(80, [5, 5, 5])]
    expect(weights(next(linear, { log: [miss, miss] }))[0]).toBe(70)
    expect(weights(next(linear, { log: [miss, success] }))[0]).toBe(80)
    expect(weights(next(linear, { log: [success, miss] }))[0]).toBe(82.5)
    expect(weights(next(linear, { log: [miss] }))[0]).toBe(80)
  })
})
