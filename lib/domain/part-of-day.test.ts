import { expect, it } from 'vitest'
import { partOfDay } from './part-of-day'

it('names the part of the day in the time zone of the person', () => {
  const at = (hour: number) => new Date(Date.UTC(2026, 10, 21, hour, 59))
  const parts = Array.from({ length: 24 }, (_, hour) => partOfDay(at(hour), 'UTC'))
  expect(parts.map((part) => part[0]).join('')).toBe('nnnnmmmmmmmmaaaaaeeeeenn')
  expect(partOfDay(at(3), 'America/New_York')).toBe('night')
  expect(partOfDay(at(3), 'Asia/Bangkok')).toBe('morning')
})
