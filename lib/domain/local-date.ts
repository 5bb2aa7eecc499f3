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

/** The time of day, `HH:MM`, that a clock in the zone showed. */
export const timeOfDay = (instant: Date, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' })

/** The instant of a time of day on a person's day: before the cut-off hour it is the night after it. */
export function instantOf(at: {
  date: string
  time: string
  timeZone: string
  dayCutoffHour: number
}): Date {
  const time = Temporal.PlainTime.from(at.time)
  const date = Temporal.PlainDate.from(at.date).add({ days: time.hour < at.dayCutoffHour ? 1 : 0 })
  return new Date(
    date.toZonedDateTime({ timeZone: at.timeZone, plainTime: time }).epochMilliseconds,
  )
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
