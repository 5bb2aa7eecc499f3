import Link from 'next/link'
import { getFormatter, getTranslations } from 'next-intl/server'
import type { Actor } from '@/lib/core/actor'
import { formatDuration } from '@/lib/domain/typed-number'
import { fromKg, fromMeters } from '@/lib/domain/units'
import type { SessionSummary } from '@/lib/schemas/workout'
import { dayText } from './day-text'
import { Card } from './ui/card'

/** A finished workout in a list: when, what, and what it came to. */
export async function SessionCard({ session, actor }: { session: SessionSummary; actor: Actor }) {
  const t = await getTranslations('workout')
  const format = await getFormatter()
  const figures = [
    session.durationSeconds === null
      ? null
      : ([t('duration'), formatDuration(session.durationSeconds), t('durationUnit')] as const),
    session.volumeKg > 0
      ? ([
          t('volume'),
          format.number(Math.round(fromKg(session.volumeKg, actor.weightUnit))),
          actor.weightUnit,
        ] as const)
      : null,
    session.distanceMeters > 0
      ? ([
          t('distance', { unit: actor.distanceUnit }),
          format.number(fromMeters(session.distanceMeters, actor.distanceUnit), {
            maximumFractionDigits: 2,
          }),
          actor.distanceUnit,
        ] as const)
      : null,
    [
      t('sets'),
      format.number(session.setCount),
      t('setsUnit', { count: session.setCount }),
    ] as const,
  ].filter((figure) => figure !== null)
  return (
    <Card className="relative p-4 hover:border-accent">
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <p className="text-xs font-semibold text-soft">
            {dayText(format, session.localDate, 'short')}
          </p>
          <h3 className="truncate font-semibold">
            <Link href={`/history/${session.id}`} className="after:absolute after:inset-0">
              {session.name}
            </Link>
          </h3>
        </div>
        {session.recordCount > 0 ? (
          <span className="rounded-full bg-accent-soft px-2.5 py-0.5 text-[12.5px] font-semibold whitespace-nowrap text-accent">
            ★ {t('recordCount', { count: session.recordCount })}
          </span>
        ) : null}
      </div>
      <dl className="mt-2 flex flex-wrap gap-x-6 gap-y-1">
        {figures.map(([label, value, unit]) => (
          <div key={label}>
            <dt className="sr-only">{label}</dt>
            <dd className="fig text-xl">
              {value}
              <span className="unit">{unit}</span>
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
