import Link from 'next/link'
import { getFormatter, getTranslations } from 'next-intl/server'
import type * as z from 'zod'
import { dayText } from '@/app/_components/day-text'
import { recordBefore, recordName } from '@/app/_components/record-text'
import { Card } from '@/app/_components/ui/card'
import type { Actor } from '@/lib/core/actor'
import { recordValue } from '@/lib/domain/record-text'
import type { latestRecordSchema } from '@/lib/schemas/records'

type Latest = z.output<typeof latestRecordSchema>

/** The newest records, the best one of each exercise and workout. */
export async function LatestRecords({
  records,
  actor,
}: {
  records: readonly Latest[]
  actor: Actor
}) {
  if (records.length === 0) return null
  const t = await getTranslations('dashboard')
  const words = await getTranslations('workout')
  const format = await getFormatter()
  return (
    <Card className="p-4" aria-labelledby="latest-records">
      <h2 id="latest-records" className="text-xs font-semibold text-soft">
        {t('records')}
      </h2>
      <ul className="divide-y divide-line">
        {records.map(({ exerciseId, name, tracking, record }) => {
          const reader = { ...actor, tracking }
          return (
            <li
              key={record.set.id}
              className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-3 py-2 narrow:grid-cols-1"
            >
              <Link
                href={`/exercises/${exerciseId}`}
                className="flex min-h-6 items-center gap-1 font-semibold"
              >
                <span aria-hidden className="text-accent">
                  ★
                </span>
                {name}
              </Link>
              <span className="fig text-right text-lg narrow:text-left">
                {recordValue(record, reader)}
              </span>
              <span className="text-[0.8125rem] text-soft">
                {recordName(words, record, reader)}, {recordBefore(words, record, reader)}
              </span>
              <span className="text-right text-[0.8125rem] text-soft narrow:text-left">
                {dayText(format, record.localDate, 'short')}
              </span>
            </li>
          )
        })}
      </ul>
      <Link
        href="/records"
        className="flex min-h-11 items-center self-start text-sm font-semibold text-accent"
      >
        {t('allRecords')}
      </Link>
    </Card>
  )
}
