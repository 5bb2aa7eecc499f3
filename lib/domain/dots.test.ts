import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dotsScore } from './dots'

const sex = fc.constantFrom('female' as const, 'male' as const)
const weight = fc.double({ min: 1, max: 400, noNaN: true })
const total = fc.double({ min: 1, max: 1500, noNaN: true })

describe('a DOTS score', () => {
  it.each([
    ['male', 93, 700, 445.38],
    ['female', 63, 400, 430.21],
  ] as const)('of a %s of %s kg with %s kg is %s', (kind, bodyWeightKg, totalKg, score) => {
    expect(dotsScore({ sex: kind, bodyWeightKg, totalKg })).toBeCloseTo(score, 2)
  })

  it('is positive and grows with the total in proportion', () => {
    fc.assert(
      fc.property(sex, weight, total, (kind, bodyWeightKg, totalKg) => {
        const score = dotsScore({ sex: kind, bodyWeightKg, totalKg })
        expect(score).toBeGreaterThan(0)
        const twice = dotsScore({ sex: kind, bodyWeightKg, totalKg: totalKg * 2 })
        expect(twice).toBeCloseTo(score * 2, 6)
      }),
    )
  })

  it('is no higher for a heavier body with the same total', () => {
    fc.assert(
      fc.property(sex, weight, weight, (kind, one, other) => {
        const [light, heavy] = one < other ? [one, other] : [other, one]
        const of = (bodyWeightKg: number) => dotsScore({ sex: kind, bodyWeightKg, totalKg: 500 })
        expect(of(heavy)).toBeLessThanOrEqual(of(light) + 1e-9)
      }),
    )
  })

  it('counts a body weight beyond its range as the end of it', () => {
    const of = (kind: 'female' | 'male', bodyWeightKg: number) =>
      dotsScore({ sex: kind, bodyWeightKg, totalKg: 500 })
    expect([of('male', 39), of('male', 250)]).toEqual([of('male', 40), of('male', 210)])
    expect([of('female', 39), of('female', 151)]).toEqual([of('female', 40), of('female', 150)])
  })
})
