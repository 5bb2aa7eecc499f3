import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextInWeek } from './week-sequence'

const weeks = fc.array(fc.constantFrom<string>('A', 'B', 'C', 'D'), { minLength: 1, maxLength: 7 })

describe('a week that does not skip', () => {
  it.each([
    ['begins at the beginning', ['A', 'B'], [], 0],
    ['goes on after the last one', ['A', 'B', 'C'], ['B', 'A'], 2],
    ['begins anew after the end', ['A', 'B', 'C'], ['C', 'B', 'A'], 0],
    ['passes over what is not of the week', ['A', 'B'], ['run', 'A', 'run'], 1],
    ['tells the second A of a week from its first', ['A', 'B', 'A', 'C'], ['A', 'B', 'A'], 3],
    ['and the first from the second', ['A', 'B', 'A', 'C'], ['A', 'C', 'A', 'B'], 1],
    ['takes the earliest where nothing tells', ['A', 'B', 'A', 'C'], ['A'], 1],
    ['goes on from a workout taken out of turn', ['A', 'B', 'C'], ['C', 'A'], 0],
  ])('%s', (_, week, finished, next) => {
    expect(nextInWeek(week, finished)).toBe(next)
  })

  it('visits the whole week in order again and again when each plan is done', () => {
    fc.assert(
      fc.property(weeks, fc.integer({ min: 1, max: 30 }), (week, count) => {
        const finished: string[] = []
        for (let n = 0; n < count; n++) {
          const next = week[nextInWeek(week, finished)] ?? ''
          expect(next).toBe(week[n % week.length])
          finished.unshift(next)
        }
      }),
    )
  })

  it('plans what follows the last one in the week, whatever was done before', () => {
    const logs = fc.array(fc.constantFrom<string>('A', 'B', 'C', 'D', 'other'))
    fc.assert(
      fc.property(weeks, logs, (week, finished) => {
        const next = nextInWeek(week, finished)
        const last = finished.find((routine) => week.includes(routine))
        if (last === undefined) expect(next).toBe(0)
        else expect(week.at(next - 1)).toBe(last)
      }),
    )
  })
})
