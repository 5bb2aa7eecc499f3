import Link from 'next/link'
import { getFormatter, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { dayText } from '@/app/_components/day-text'
import { recordBefore, recordName } from '@/app/_components/record-text'
import type { Actor } from '@/lib/core/actor'
import { recordValue } from '@/lib/domain/record-text'
import { setText } from '@/lib/domain/set-text'
import type { Tracking } from '@/lib/schemas/exercise'
import type { RecordEntry } from '@/lib/schemas/records'

interface Seen {
  tracking: Tracking
  actor: Actor
}

/** The records of an exercise but for those of single numbers of reps, which are many. */
export function MainRecords({ records, seen }: { records: readonly RecordEntry[]; seen: Seen }) {
  return (
    <ul className="divide-y divide-line">
      {records
        .filter((record) => record.kind !== 'weight_for_reps')
        .map((record) => (
          <li key={`${record.kind}:${record.bucket}`} className="py-2">
            <RecordFacts record={record} seen={seen} />
          </li>
        ))}
    </ul>
  )
}

interface RecordFactsProps {
  record: RecordEntry
  seen: Seen
  /** Says what kind of record it is; left out where that is known. */
  hasName?: boolean
  children?: ReactNode
}

/** A record on two lines: what it is and its value; then the set, the day and the value it beat. */
export async function RecordFacts({ record, seen, hasName = true, children }: RecordFactsProps) {
  const t = await getTranslations('workout')
  const format = await getFormatter()
  const { actor, tracking } = seen
  const reader = { ...actor, tracking }
  const date = dayText(format, record.localDate, 'date')
  return (
    <div className="grid grid-cols-[1fr_auto] items-baseline gap-x-3">
      <span className="text-sm">
        {hasName ? recordName(t, record, reader) : recordBefore(t, record, reader)}
      </span>
      <span className="fig text-right text-xl">{recordValue(record, reader)}</span>
      <span className="text-[0.8125rem] text-soft">
        <Link href={`/history/${record.sessionId}`} className="underline underline-offset-2">
          {date}
        </Link>
        {' · '}
        {setText(record.set, tracking, { ...actor, weightUnit: null })}
        {hasName ? ` · ${recordBefore(t, record, reader)}` : null}
      </span>
      <span className="text-right text-[0.8125rem]">{children}</span>
    </div>
  )
}
