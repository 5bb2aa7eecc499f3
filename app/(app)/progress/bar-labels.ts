import { getFormatter, getTranslations } from 'next-intl/server'
import { dayText } from '@/app/_components/day-text'

/** What stands below a bar and what is said of it, by the first day it stands for. */
export async function barLabels(dates: readonly string[], grain: 'week' | 'month') {
  const t = await getTranslations('progress.bars')
  const format = await getFormatter()
  const short = (date: string) =>
    format.dateTime(new Date(`${date}T12:00:00Z`), {
      timeZone: 'UTC',
      ...(grain === 'week'
        ? { day: 'numeric', month: 'short' }
        : { month: 'short', year: '2-digit' }),
    })
  return (at: number) => {
    const date = dates[at] ?? ''
    const label =
      grain === 'week'
        ? t('weekOf', { day: dayText(format, date, 'date') })
        : dayText(format, date, 'month')
    return { label, shortLabel: short(date) }
  }
}
