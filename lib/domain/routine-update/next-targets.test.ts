import { describe, expect, it } from 'vitest'
import { plannedSets } from '@/lib/domain/plan-sets'
import { lineOf, setOf } from '@/tests/helpers/routine-update'
import { nextTargets } from './next-targets'

const bench = 0

/** The rows of a line after these sets of it, as `reps @ weight`. */
function next(line: object, ...sets: Parameters<typeof setOf>[]) {
  const rows = plannedSets(lineOf(bench, line), 1)
  const after = nextTargets(
    rows,
    sets.map((set) => setOf(...set)),
  )
  return after.map(({ repsMin, repsMax, isAmrap, weight }) => {
    const reps = repsMax === repsMin ? repsMin : `${repsMin}–${repsMax}`
    return `${reps}${isAmrap ? '+' : ''} @ ${weight}`
  })
}
const fours = { sets: 4, repsMin: 5, repsMax: 5, weight: 85 }

describe('what a line asks for next time', () => {
  it('takes the heavier load and keeps the planned reps of a missed set', () => {
    const done = next(fours, [87.5, 5], [87.5, 5], [87.5, 4], [87.5, 5])
    expect(done).toEqual(Array(4).fill('5 @ 87.5'))
  })

  it('keeps straight sets straight, with the heaviest load that half of them had', () => {
    expect(next(fours, [85, 5], [85, 5], [87.5, 5], [87.5, 4])).toEqual(Array(4).fill('5 @ 87.5'))
    expect(next(fours, [90, 2], [85, 5], [85, 5], [85, 5])).toEqual(Array(4).fill('5 @ 85'))
    expect(next(fours, [60, 5], [70, 3], [80, 2], [90, 1])).toEqual(Array(4).fill('5 @ 85'))
    expect(next(fours, [80, 5], [80, 5], [80, 5], [80, 5])).toEqual(Array(4).fill('5 @ 80'))
  })

  it('counts no drop set when it looks for the load', () => {
    const drop = { kind: 'drop' }
    const done = next(fours, [87.5, 5], [87.5, 5], [60, 12, drop], [50, 12, drop])
    expect(done).toEqual(Array(4).fill('5 @ 87.5'))
  })

  it('raises exact reps to the fewest that were done, where every set had more', () => {
    expect(next(fours, [85, 7], [85, 6], [85, 6], [85, 8])).toEqual(Array(4).fill('6 @ 85'))
    expect(next(fours, [85, 7], [85, 6], [85, 5], [85, 8])).toEqual(Array(4).fill('5 @ 85'))
    const undone = { isCompleted: false }
    expect(next(fours, [85, 7], [85, 6], [85, 6], [85, 8, undone])).toEqual(Array(4).fill('5 @ 85'))
  })

  it('keeps a range and an open end', () => {
    const range = { sets: 2, repsMin: 8, repsMax: 12, weight: 40 }
    expect(next(range, [42.5, 6], [42.5, 14])).toEqual(Array(2).fill('8–12 @ 42.5'))
    const open = { sets: 1, repsMin: 5, repsMax: 5, isAmrap: true, weight: 85 }
    expect(next(open, [85, 9])).toEqual(['5+ @ 85'])
  })

  it('takes each load where the plan has different ones', () => {
    const top = { weightUnit: 'kg', repsMin: 5, repsMax: 5, weight: 100 }
    const ramp = { setList: [{ ...top }, { ...top, repsMin: 8, repsMax: 8, weight: 80 }] }
    expect(next(ramp, [102.5, 4], [80, 8])).toEqual(['5 @ 102.5', '8 @ 80'])
    expect(next(ramp, [100, 6], [80, 10])).toEqual(['6 @ 100', '10 @ 80'])
  })

  it('learns nothing from sets that were left out, and from slips', () => {
    const undone = { isCompleted: false }
    expect(next(fours, [87.5, 5, undone], [877, 5, { isSlip: true }])).toEqual(
      Array(4).fill('5 @ 85'),
    )
  })
})
