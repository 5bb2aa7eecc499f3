import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { readExerciseFilters } from '@/app/_components/exercise-filters'
import { ExerciseResults, NothingFound, RESULTS_A_PAGE } from '@/app/_components/exercise-results'
import { ExerciseSearch } from '@/app/_components/exercise-search'
import { ButtonLink } from '@/app/_components/ui/button'
import { EmptyState } from '@/app/_components/ui/card'
import { query } from '@/lib/transport/query'
import { searchExercises } from '@/lib/use-cases/exercises/read-exercises'

const search = query(searchExercises)

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('exercises')
  return { title: t('title') }
}

export default async function ExercisesPage({ searchParams }: PageProps<'/exercises'>) {
  const t = await getTranslations('exercises')
  const params = await searchParams
  const filters = readExerciseFilters(params)
  const isArchived = params.archived === '1'
  const basePath = isArchived ? '/exercises?archived=1' : '/exercises'
  const found = await search({ ...filters, isArchived, limit: RESULTS_A_PAGE })
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-2xl font-bold">{t(isArchived ? 'showArchived' : 'title')}</h1>
        <ButtonLink href="/exercises/new">{t('new')}</ButtonLink>
      </div>
      <ExerciseSearch filters={filters} basePath={basePath} />
      <ExerciseResults
        found={found}
        filters={filters}
        basePath={basePath}
        empty={
          isArchived ? <EmptyState title={t('archivedEmpty')} /> : <NothingFound q={filters.q} />
        }
        row={(exercise, facts) => (
          <Link
            href={`/exercises/${exercise.id}`}
            className="flex min-h-14 items-center px-4 py-2 hover:bg-ground"
          >
            {facts}
          </Link>
        )}
      />
      <Link
        href={isArchived ? '/exercises' : '/exercises?archived=1'}
        className="flex min-h-12 items-center self-start text-sm font-semibold text-accent"
      >
        {t(isArchived ? 'hideArchived' : 'showArchived')}
      </Link>
    </div>
  )
}
