import { getFormatter, getTranslations } from 'next-intl/server'
import { dayText } from '@/app/_components/day-text'
import { Pager } from '@/app/_components/pager'
import { SearchBox, SearchFilter } from '@/app/_components/search-box'
import { SessionCard } from '@/app/_components/session-card'
import { ButtonLink } from '@/app/_components/ui/button'
import { EmptyState } from '@/app/_components/ui/card'
import { Notice } from '@/app/_components/ui/notice'
import { requireAuth } from '@/lib/auth/guards'
import { monthOf } from '@/lib/domain/local-date'
import { query } from '@/lib/transport/query'
import { listTrainedExercises } from '@/lib/use-cases/exercises/exercise-history'
import { listRoutines } from '@/lib/use-cases/routines/read-routines'
import { listWorkouts } from '@/lib/use-cases/workouts/read-workouts'
import { type HistoryFilters, historyHref, readHistoryFilters } from './history-filters'

export async function generateMetadata() {
  return { title: (await getTranslations('workout'))('history') }
}

/** Workouts by month, newest first, a page at a time; found by words and filters. */
export default async function HistoryPage({ searchParams }: PageProps<'/history'>) {
  const params = await searchParams
  const filters = readHistoryFilters(params)
  const actor = await requireAuth()
  const t = await getTranslations('workout')
  const format = await getFormatter()
  const { before, exercise, routine, ...search } = filters
  const { sessions, hasMore } = await query(listWorkouts)({
    ...search,
    ...(exercise && { exerciseId: exercise }),
    ...(routine && { routineId: routine }),
    ...(before && { after: { ...before, startedAt: before.startedAt.toISOString() } }),
  })
  const isFiltered = historyHref(filters) !== '/history'
  const months = [...new Set(sessions.map((session) => monthOf(session.localDate)))]
  const last = sessions.at(-1)
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-5 xl:max-w-none">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h1 className="text-[1.375rem] font-bold">{t('history')}</h1>
        <ButtonLink look="quiet" size="compact" href="/workout/past">
          {t('past')}
        </ButtonLink>
      </div>
      {params.deleted ? <Notice tone="good">{t('deleted')}</Notice> : null}
      {sessions.length > 0 || isFiltered || before ? <Filters filters={filters} /> : null}
      {sessions.length === 0 ? (
        <EmptyState title={t(isFiltered || before ? 'historyNoMatch' : 'historyEmpty')}>
          {isFiltered || before ? (
            <ButtonLink look="quiet" href="/history">
              {t('historyAll')}
            </ButtonLink>
          ) : (
            <ButtonLink href="/workout">{t('start')}</ButtonLink>
          )}
        </EmptyState>
      ) : null}
      {months.map((month) => (
        <section key={month} className="flex flex-col gap-2" aria-labelledby={`month-${month}`}>
          <h2 id={`month-${month}`} className="text-sm font-semibold text-soft">
            {dayText(format, `${month}-15`, 'month')}
          </h2>
          <div className="grid grid-cols-1 gap-2 xl:grid-cols-2">
            {sessions
              .filter((session) => monthOf(session.localDate) === month)
              .map((session) => (
                <SessionCard key={session.id} session={session} actor={actor} />
              ))}
          </div>
        </section>
      ))}
      <Pager
        back={before !== undefined && { href: historyHref(filters), label: t('newest') }}
        on={
          hasMore && last !== undefined && { href: historyHref(filters, last), label: t('older') }
        }
      />
    </div>
  )
}

async function Filters({ filters }: { filters: HistoryFilters }) {
  const t = await getTranslations('workout')
  const { routines } = await query(listRoutines)({})
  const { exercises } = await query(listTrainedExercises)({})
  const { q: _, before: _b, status, ...chosen } = filters
  const isOpen = Object.values(chosen).some(Boolean) || status !== 'completed'
  return (
    <SearchBox path="/history" q={filters.q} label={t('searchNotes')} hint={t('searchNotesHint')}>
      <details open={isOpen} className="group">
        <summary className="flex min-h-11 w-fit items-center text-sm font-semibold text-accent">
          {t('filters')}
        </summary>
        <div className="grid grid-cols-2 narrow:grid-cols-1 gap-2">
          <SearchFilter
            name="exercise"
            label={t('filterExercise')}
            chosen={filters.exercise}
            any={t('anyExercise')}
            options={exercises.map(({ id, name }) => [id, name])}
          />
          <SearchFilter
            name="routine"
            label={t('filterRoutine')}
            chosen={filters.routine}
            any={t('anyRoutine')}
            options={routines.map(({ id, name }) => [id, name])}
          />
          <DateFilter name="from" label={t('filterFrom')} value={filters.from} />
          <DateFilter name="to" label={t('filterTo')} value={filters.to} />
          <SearchFilter
            name="status"
            label={t('filterStatus')}
            chosen={status}
            options={[
              ['completed', t('statusCompleted')],
              ['in_progress', t('statusInProgress')],
              ['any', t('statusAny')],
            ]}
          />
          <ButtonLink look="quiet" href="/history">
            {t('clearFilters')}
          </ButtonLink>
        </div>
      </details>
    </SearchBox>
  )
}

function DateFilter({
  name,
  label,
  value,
}: {
  name: string
  label: string
  value?: string | undefined
}) {
  return (
    <label className="flex min-h-12 items-center gap-2 narrow:flex-col narrow:items-stretch narrow:py-2 rounded-control border border-field bg-surface px-2 text-base">
      <span className="text-soft">{label}</span>
      <input
        type="date"
        name={name}
        defaultValue={value}
        className="min-w-0 flex-1 bg-transparent"
      />
    </label>
  )
}
