import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { ExerciseSummary } from '@/lib/schemas/exercise-library'
import { type ExerciseFilters, filtersHref } from './exercise-filters'
import { Pager } from './pager'
import { ButtonLink } from './ui/button'
import { Card, EmptyState } from './ui/card'

export const RESULTS_A_PAGE = 30

interface ExerciseResultsProps {
  found: { exercises: readonly ExerciseSummary[]; total: number }
  filters: ExerciseFilters
  basePath: string
  /** What a list without results says, and the way on from there. */
  empty: ReactNode
  /** One exercise of the list. */
  row: (exercise: ExerciseSummary, facts: ReactNode) => ReactNode
}

/** How many were found, one page of them, and the ways to the other pages. */
export async function ExerciseResults({
  found,
  filters,
  basePath,
  empty,
  row,
}: ExerciseResultsProps) {
  const t = await getTranslations('exercises')
  const { page } = filters
  const hasMore = page * RESULTS_A_PAGE < found.total
  return (
    <div className="flex flex-col gap-3">
      <p role="status" className="text-sm text-soft">
        {found.exercises.length > 0 || page === 1 ? t('found', { count: found.total }) : null}
      </p>
      {found.exercises.length === 0 ? (
        empty
      ) : (
        <Card className="overflow-hidden">
          <ul className="divide-y divide-line">
            {found.exercises.map((exercise) => (
              <li key={exercise.id}>{row(exercise, <Facts exercise={exercise} />)}</li>
            ))}
          </ul>
        </Card>
      )}
      <Pager
        back={
          page > 1 && {
            href: filtersHref(basePath, { ...filters, page: page - 1 }),
            label: t('previousPage'),
          }
        }
        on={
          hasMore && {
            href: filtersHref(basePath, { ...filters, page: page + 1 }),
            label: t('followingPage'),
          }
        }
      />
    </div>
  )
}

/** What the library says when nothing matches. */
export async function NothingFound({ q }: { q: string }) {
  const t = await getTranslations('exercises')
  return (
    <EmptyState title={q ? t('nothingFound', { q }) : t('nothingFiltered')}>
      <ButtonLink href={{ pathname: '/exercises/new', query: q ? { name: q } : {} }}>
        {q ? t('createNamed', { name: q }) : t('createOwn')}
      </ButtonLink>
    </EmptyState>
  )
}

async function Facts({ exercise }: { exercise: ExerciseSummary }) {
  const t = await getTranslations('exercises')
  const facts = [
    ...exercise.primaryMuscles.map((muscle) => t(`muscles.${muscle}`)),
    ...exercise.equipment.map((item) => t(`equipment.${item}`)),
  ]
  return (
    <span className="block min-w-0 flex-1">
      <span className="flex flex-wrap items-center gap-x-2 font-semibold wrap-anywhere">
        {exercise.name}
        {exercise.isCustom ? (
          <span className="rounded-full border border-line px-2 text-xs font-semibold text-soft">
            {t('own')}
          </span>
        ) : null}
      </span>
      <span className="block text-[0.8125rem] text-soft">
        {facts.length > 0 ? facts.join(' · ') : t(`categories.${exercise.category}`)}
      </span>
    </span>
  )
}
