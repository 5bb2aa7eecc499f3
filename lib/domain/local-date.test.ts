import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  dayOfWeek,
  instantOf,
  isTimeZone,
  localDate,
  timeOfDay,
  weekStart,
} from './local-date'

const at = (iso: string, timeZone: string, dayCutoffHour = 4) =>
  localDate({ instant: new Date(iso), timeZone, dayCutoffHour })

describe('localDate', () => {
  it.each([
    ['2026-03-10T01:30:00Z', 'UTC', '2026-03-09'],
    ['2026-03-10T04:00:00Z', 'UTC', '2026-03-10'],
    ['2026-03-10T22:00:00Z', 'Pacific/Kiritimati', '2026-03-11'],
    ['2026-03-10T12:00:00Z', 'Pacific/Pago_Pago', '2026-03-09'],
    // The night in which Berlin's clocks jump from 2 to 3.
    ['2026-03-29T01:30:00Z', 'Europe/Berlin', '2026-03-28'],
    ['2026-03-29T02:00:00Z', 'Europe/Berlin', '2026-03-29'],
  ])('%s in %s is %s', (iso, timeZone, date) => {
    expect(at(iso, timeZone)).toBe(date)
  })

  it('is the calendar day, or the one before where the cut-off says so', () => {
    const zones = [
      'UTC',
      'Europe/Berlin',
      'America/New_York',
      'Pacific/Kiritimati',
      'Asia/Kathmandu',
    ]
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-01'), max: new Date('2050-01-01'), noInvalidDate: true }),
        fc.constantFrom(...zones),
        (instant, timeZone) => {
          const calendar = localDate({ instant, timeZone, dayCutoffHour: 0 })
          const parts = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(
            instant,
          )
          expect(calendar).toBe(parts)
          expect([calendar, addDays(calendar, -1)]).toContain(
            localDate({ instant, timeZone, dayCutoffHour: 4 }),
          )
        },
      ),
    )
  })
})

it('finds the first day of the week, whatever day it begins', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 20_000 }),
      fc.integer({ min: 0, max: 6 }),
      (days, firstDayOfWeek) => {
        const date = addDays('2000-01-01', days)
        const start = weekStart(date, firstDayOfWeek)
        expect(dayOfWeek(start)).toBe(firstDayOfWeek)
        expect(start <= date && date < addDays(start, 7)).toBe(true)
      },
    ),
  )
  expect(dayOfWeek('2026-11-21')).toBe(6)
})

it('knows time zones from nonsense', () => {
  expect(isTimeZone('Asia/Bangkok')).toBe(true)
  expect(isTimeZone('Mars/Olympus')).toBe(false)
  expect(isTimeZone('')).toBe(false)
  expect(isTimeZone('+05:30')).toBe(false)
})

describe('the instant of a time on a day', () => {
  const zone = { timeZone: 'Europe/Berlin', dayCutoffHour: 4 }

  it.each([
    ['2026-03-01', '18:30', '2026-03-01T17:30:00.000Z'],
    ['2026-03-01', '00:30', '2026-03-01T23:30:00.000Z'],
    ['2026-03-29', '02:30', '2026-03-30T00:30:00.000Z'],
  ])('%s %s', (date, time, instant) => {
    const found = instantOf({ date, time, ...zone })
    expect(found.toISOString()).toBe(instant)
    expect(localDate({ instant: found, ...zone })).toBe(date)
    expect(timeOfDay(found, zone.timeZone)).toBe(time)
  })
})
