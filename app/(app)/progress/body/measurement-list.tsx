import Link from 'next/link'
import { getFormatter, getTranslations } from 'next-intl/server'
import type * as z from 'zod'
import { dayText } from '@/app/_components/day-text'
import { Pager } from '@/app/_components/pager'
import { Card, EmptyState } from '@/app/_components/ui/card'
import { addDays } from '@/lib/domain/local-date'
import type { MeasurementKind } from '@/lib/domain/measurements'
import type { measurementPageSchema } from '@/lib/schemas/measurement'
import { measuredText } from './measured-text'

interface MeasurementListProps {
  page: z.output<typeof measurementPageSchema>
  kind: MeasurementKind
  /** Whether the page begins with the newest. */
  isNewest: boolean
}

/** The values of a kind as they were typed, newest first, each the way to its change. */
export async function MeasurementList({ page, kind, isNewest }: MeasurementListProps) {
  const t = await getTranslations('body')
  const format = await getFormatter()
  const { measurements, hasMore } = page
  const here = `/progress/body?kind=${kind}`
  const first = measurements[0]
  const last = measurements.at(-1)
  if (!first) return <EmptyState title={t('none')} />
  return (
    <>
      <Card className="p-4" aria-labelledby="values">
        <h2 id="values" className="text-[1.0625rem] font-semibold">
          {t('values')}
        </h2>
        <ul className="mt-1 divide-y divide-line">
          {measurements.map((measurement) => {
            const { id, measuredOn } = measurement
            const date = dayText(format, measuredOn, 'date')
            return (
              <li key={id} className="flex min-h-12 items-center gap-3">
                <span className="text-soft">{date}</span>
                <span className="fig ml-auto text-lg">{measuredText(t, format, measurement)}</span>
                <Link
                  href={`${here}${isNewest ? '' : `&to=${first.measuredOn}`}&edit=${id}#form`}
                  aria-label={t('editOf', { date })}
                  className="flex min-h-11 items-center px-1 text-sm font-semibold text-accent"
                >
                  {t('edit')}
                </Link>
              </li>
            )
          })}
        </ul>
      </Card>
      <Pager
        back={!isNewest && { href: here, label: t('newest') }}
        on={
          hasMore &&
          last !== undefined && {
            href: `${here}&to=${addDays(last.measuredOn, -1)}`,
            label: t('older'),
          }
        }
      />
    </>
  )
}
