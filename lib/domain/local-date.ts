import { Temporal } from 'temporal-polyfill'

/** Dates here are ISO `YYYY-MM-DD`; days of the week count from 0 = Sunday. */

/** The day a person was living in: before the cut-off hour it is still the day before. */
export function localDate(at: { instant: Date; timeZone: string; dayCutoffHour: number }): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at.instant.getTime()).toZonedDateTimeISO(
    at.timeZone,
  )
  const date = zoned.toPlainDate()
  return (zoned.hour < at.dayCutoffHour ? date.subtract({ days: 1 }) : date).toString()
}

export const addDays = (date: string, days: number): string =>
  Temporal.PlainDate.from(date).add({ days }).toString()

/** How many days `to` lies after `from`. */
export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(to).days

export const dayOfWeek = (date: string): number => Temporal.PlainDate.from(date).dayOfWeek % 7

/** The first day of the week that `date` lies in. */
export const weekStart = (date: string, firstDayOfWeek: number): string =>
  addDays(date, -((dayOfWeek(date) - firstDayOfWeek + 7) % 7))

/** `YYYY-MM` of a date. */
export const monthOf = (date: string): string => date.slice(0, 7)

/** The first day of the calendar month after the one that `date` lies in. */
export const nextMonth = (date: string): string =>
  Temporal.PlainDate.from(date).with({ day: 1 }).add({ months: 1 }).toString()

/**
 * Whether it names a zone. A bare offset (`+05:30`) does not: it knows no summer time, and
 * PostgreSQL reads its sign the other way round.
 */
export function isTimeZone(text: string): boolean {
  if (!/^[a-z]/i.test(text)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: text })
    return true
  } catch {
    return false
  }
}
