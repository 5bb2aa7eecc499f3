import type { getFormatter } from 'next-intl/server'

type Formatter = Awaited<ReturnType<typeof getFormatter>>

const STYLES = {
  /** Sat, Nov 21 */
  short: { weekday: 'short', day: 'numeric', month: 'short' },
  /** Saturday, November 21 */
  long: { weekday: 'long', day: 'numeric', month: 'long' },
  /** Nov 21, 2026 */
  date: { day: 'numeric', month: 'short', year: 'numeric' },
  /** Saturday, November 21, 2026 */
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  /** November 2026 */
  month: { month: 'long', year: 'numeric' },
} as const

/** A local date (`YYYY-MM-DD`) in the reader's language; no zone moves it to another day. */
export const dayText = (format: Formatter, date: string, style: keyof typeof STYLES): string =>
  format.dateTime(new Date(`${date}T12:00:00Z`), { timeZone: 'UTC', ...STYLES[style] })

/** An hour of the day, 0 to 23, in the reader's language: 4:00 AM. */
export const hourText = (format: Formatter, hour: number): string =>
  format.dateTime(new Date(Date.UTC(2026, 0, 1, hour)), { timeZone: 'UTC', timeStyle: 'short' })
