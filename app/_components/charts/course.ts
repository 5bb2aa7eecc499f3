import { useFormatter, useTranslations } from 'next-intl'
import type { Point } from './line-chart'

/** A calendar day in the person's language, as "3 May 2026". */
export function useDayFormat(): (date: string) => string {
  const format = useFormatter()
  return (date) =>
    format.dateTime(new Date(date), {
      timeZone: 'UTC',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
    })
}

/** Tells sorted points in words: "From 80 kg on … to 102.5 kg on …, highest 105 kg on …" */
export function useCourse(formatValue: (value: number) => string) {
  const t = useTranslations('charts')
  const formatDay = useDayFormat()
  return (points: readonly Point[]): string => {
    const [first, last] = [points[0], points.at(-1)]
    if (!first || !last) return t('nothing')
    if (points.length === 1) {
      return t('one', { value: formatValue(first.value), date: formatDay(first.date) })
    }
    const highest = points.reduce((best, point) => (point.value > best.value ? point : best))
    return t('course', {
      first: formatValue(first.value),
      firstDate: formatDay(first.date),
      last: formatValue(last.value),
      lastDate: formatDay(last.date),
      highest: formatValue(highest.value),
      highestDate: formatDay(highest.date),
    })
  }
}
