import Link from 'next/link'
import { getFormatter, getTranslations } from 'next-intl/server'
import type * as z from 'zod'
import { dayText } from '@/app/_components/day-text'
import { recordName } from '@/app/_components/record-text'
import { Card } from '@/app/_components/ui/card'
import type { Actor } from '@/lib/core/actor'
import { setText } from '@/lib/domain/set-text'
import type { latestRecordSchema } from '@/lib/schemas/records'

type Latest = z.output<typeof latestRecordSchema>

const SETS_SHOWN = 4

/** The sets that set the newest records, each with what it is the best of. */
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
  const setIds = [...new Set(records.map((entry) => entry.record.set.id))].slice(0, SETS_SHOWN)
  return (
    <Card className="p-4" aria-labelledby="latest-records">
      <h2 id="latest-records" className="text-xs font-semibold text-soft">
        {t('records')}
      </h2>
      <ul className="divide-y divide-line">
        {setIds.map((setId) => {
          const [first, ...more] = records.filter((entry) => entry.record.set.id === setId)
          if (!first) return null
          const seen = { tracking: first.tracking, actor }
          const names = [first, ...more].map(({ record }) => recordName(words, record, seen))
          return (
            <li key={setId} className="grid grid-cols-[1fr_auto] items-baseline gap-x-3 py-2">
              <Link
                href={`/exercises/${first.exerciseId}`}
                className="flex min-h-6 items-center gap-1 font-semibold"
              >
                <span className="text-accent">★</span> {first.name}
              </Link>
              <span className="fig text-right text-lg">
                {setText(first.record.set, first.tracking, actor)}
              </span>
              <span className="text-[0.8125rem] text-soft">{names.join(', ')}</span>
              <span className="text-right text-[0.8125rem] text-soft">
                {dayText(format, first.record.localDate, 'short')}
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
