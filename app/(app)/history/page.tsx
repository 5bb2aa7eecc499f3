import { getFormatter, getTranslations } from 'next-intl/server'
import { SessionCard } from '@/app/_components/session-card'
import { ButtonLink } from '@/app/_components/ui/button'
import { EmptyState } from '@/app/_components/ui/card'
import { Notice } from '@/app/_components/ui/notice'
import { requireAuth } from '@/lib/auth/guards'
import { monthOf } from '@/lib/domain/local-date'
import { query } from '@/lib/transport/query'
import { listWorkouts } from '@/lib/use-cases/workouts/read-workouts'

export async function generateMetadata() {
  return { title: (await getTranslations('workout'))('history') }
}

/** Finished workouts by month, newest first, a page at a time (`?before=<date>,<instant>`). */
export default async function HistoryPage({ searchParams }: PageProps<'/history'>) {
  const { before, deleted } = await searchParams
  const actor = await requireAuth()
  const t = await getTranslations('workout')
  const format = await getFormatter()
  const [localDate = '', startedAt = ''] = typeof before === 'string' ? before.split(',') : []
  const { sessions, hasMore } = await query(listWorkouts)(
    before ? { after: { localDate, startedAt } } : {},
  )
  const months = [...new Set(sessions.map((session) => monthOf(session.localDate)))]
  const last = sessions.at(-1)
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-5">
      <h1 className="text-[22px] font-bold">{t('history')}</h1>
      {deleted ? <Notice tone="good">{t('deleted')}</Notice> : null}
      {sessions.length === 0 ? (
        <EmptyState title={t('historyEmpty')}>
          <ButtonLink href="/workout">{t('start')}</ButtonLink>
        </EmptyState>
      ) : null}
      {months.map((month) => (
        <section key={month} className="flex flex-col gap-2" aria-labelledby={`month-${month}`}>
          <h2 id={`month-${month}`} className="text-sm font-semibold text-soft">
            {format.dateTime(new Date(`${month}-15T12:00:00Z`), {
              timeZone: 'UTC',
              month: 'long',
              year: 'numeric',
            })}
          </h2>
          {sessions
            .filter((session) => monthOf(session.localDate) === month)
            .map((session) => (
              <SessionCard key={session.id} session={session} actor={actor} />
            ))}
        </section>
      ))}
      <nav className="flex gap-3">
        {before ? (
          <ButtonLink look="quiet" href="/history">
            {t('newest')}
          </ButtonLink>
        ) : null}
        {hasMore && last ? (
          <ButtonLink
            look="quiet"
            href={`/history?before=${last.localDate},${last.startedAt.toISOString()}`}
          >
            {t('older')}
          </ButtonLink>
        ) : null}
      </nav>
    </div>
  )
}
