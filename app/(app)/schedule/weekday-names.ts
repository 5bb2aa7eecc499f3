import type { getFormatter } from 'next-intl/server'

/** A Sunday, from which the days of a week are counted for their names. */
const SUNDAY = Date.UTC(2026, 0, 4, 12)
const DAY_MS = 86_400_000

/** The days of a week with their names, from the person's own first day; 0 = Sunday. */
export const weekdayNames = (
  format: Awaited<ReturnType<typeof getFormatter>>,
  firstDayOfWeek: number,
  weekday: 'long' | 'short' = 'long',
): { dayOfWeek: number; name: string }[] =>
  [0, 1, 2, 3, 4, 5, 6].map((offset) => {
    const dayOfWeek = (firstDayOfWeek + offset) % 7
    const day = new Date(SUNDAY + dayOfWeek * DAY_MS)
    return { dayOfWeek, name: format.dateTime(day, { timeZone: 'UTC', weekday }) }
  })
