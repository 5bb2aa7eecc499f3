import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayOfWeek } from '@/lib/domain/local-date'
import { halve, layOutDays } from './heat-map-layout'

describe('layOutDays', () => {
  it('gives every day its own place, in the row of its weekday, and months their room', () => {
    fc.assert(
      fc.property(fc.nat(9000), fc.nat(800), fc.nat(6), (first, length, firstDayOfWeek) => {
        const from = addDays('2010-01-01', first)
        const to = addDays(from, length)
        const { cells, weeks, months } = layOutDays({ from, to, firstDayOfWeek })
        expect(cells).toHaveLength(length + 1)
        expect([cells[0]?.date, cells.at(-1)?.date]).toEqual([from, to])
        expect(new Set(cells.map(({ week, row }) => week * 7 + row)).size).toBe(length + 1)
        expect(cells[0]?.week).toBe(0)
        expect(cells.at(-1)?.week).toBe(weeks - 1)
        for (const { date, row } of [cells[0], cells.at(-1)].filter((cell) => !!cell)) {
          expect((row + firstDayOfWeek) % 7).toBe(dayOfWeek(date))
        }
        for (const [index, { week }] of months.entries()) {
          expect((months[index + 1]?.week ?? week + 3) - week).toBeGreaterThanOrEqual(3)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('is empty when it ends before it begins', () => {
    const { cells, weeks } = layOutDays({ from: '2026-05-03', to: '2026-05-01', firstDayOfWeek: 1 })
    expect([cells.length, weeks]).toEqual([0, 0])
  })

  it('is halved at the month nearest the middle, without losing a day', () => {
    const year = layOutDays({ from: '2025-12-01', to: '2026-11-30', firstDayOfWeek: 1 })
    const [first, second] = halve(year)
    expect(first?.cells.at(-1)?.date).toBe('2026-05-31')
    expect(second?.months[0]).toEqual({ month: '2026-06', week: 0 })
    expect([...(first?.cells ?? []), ...(second?.cells ?? [])]).toHaveLength(365)
    expect((first?.weeks ?? 0) + (second?.weeks ?? 0)).toBe(year.weeks)
  })
})
