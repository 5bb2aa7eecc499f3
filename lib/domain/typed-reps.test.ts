import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseTypedReps, repsText } from './typed-reps'

const reps = fc.integer({ min: 1, max: 100 })
const written = fc.oneof(
  reps.map((repsMin) => ({ repsMin, repsMax: null, isAmrap: false })),
  reps.map((repsMin) => ({ repsMin, repsMax: null, isAmrap: true })),
  fc
    .tuple(reps, reps)
    .filter(([one, other]) => one < other)
    .map(([repsMin, repsMax]) => ({ repsMin, repsMax, isAmrap: false })),
  fc.constant({ repsMin: null, repsMax: null, isAmrap: false }),
  fc.constant({ repsMin: null, repsMax: null, isAmrap: true }),
)

describe('typed reps', () => {
  it.each([
    ['8', { repsMin: 8, repsMax: null, isAmrap: false }],
    ['8-12', { repsMin: 8, repsMax: 12, isAmrap: false }],
    [' 8 – 12 ', { repsMin: 8, repsMax: 12, isAmrap: false }],
    ['5+', { repsMin: 5, repsMax: null, isAmrap: true }],
    ['+', { repsMin: null, repsMax: null, isAmrap: true }],
    ['5-5', { repsMin: 5, repsMax: null, isAmrap: false }],
    ['', { repsMin: null, repsMax: null, isAmrap: false }],
  ])('%s', (text, expected) => {
    expect(parseTypedReps(text)).toEqual(expected)
  })

  it.each(['0', '101', '12-8', '8-', '-8', '8-12+', 'many', '8.5', '1e1', '8-101'])(
    'refuses %s',
    (text) => {
      expect(parseTypedReps(text)).toBeNull()
    },
  )

  it('reads back whatever it writes', () => {
    fc.assert(
      fc.property(written, (asked) => {
        expect(parseTypedReps(repsText(asked))).toEqual(asked)
      }),
    )
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        parseTypedReps(text)
      }),
    )
  })
})
