import { getFormatter, getTranslations } from 'next-intl/server'
import { requireAuth } from '@/lib/auth/guards'
import { messages } from '@/lib/i18n/messages'
import type { AuditEntry } from '@/lib/schemas/audit'
import { Card } from './ui/card'

/** Lines of the trail: who did what, to whom, and when. */
export async function AuditEntries({ entries }: { entries: readonly AuditEntry[] }) {
  const { timeZone } = await requireAuth()
  const t = await getTranslations('audit')
  const format = await getFormatter()
  return (
    <Card className="overflow-hidden">
      <ul className="divide-y divide-line">
        {entries.map((entry) => (
          <li
            key={entry.id}
            className="flex flex-wrap items-baseline justify-between gap-x-3 px-4 py-3"
          >
            <span className="wrap-anywhere">
              <strong className="font-semibold">
                {entry.isOwn ? t('you') : (entry.actorName ?? t('someone'))}
              </strong>{' '}
              {t(`actions.${entry.action}`, { what: t(`areas.${areaOf(entry)}`) })}
              {entry.toName ? <span className="text-soft"> · {entry.toName}</span> : null}
            </span>
            <time dateTime={entry.at.toISOString()} className="text-[0.8125rem] text-soft">
              {format.dateTime(entry.at, { dateStyle: 'medium', timeStyle: 'short', timeZone })}
            </time>
          </li>
        ))}
      </ul>
    </Card>
  )
}

type Area = keyof typeof messages.audit.areas

/** What was read, by the area of the operation: `workout.list` is of workouts. */
function areaOf({ read }: AuditEntry): Area {
  const [area = ''] = read?.split('.') ?? []
  const isArea = (name: string): name is Area => Object.hasOwn(messages.audit.areas, name)
  return isArea(area) ? area : 'other'
}
