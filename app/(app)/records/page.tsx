import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import * as z from 'zod'
import { Pager } from '@/app/_components/pager'
import { MainRecords } from '@/app/_components/record-facts'
import { SearchBox, SearchFilter } from '@/app/_components/search-box'
import { ButtonLink } from '@/app/_components/ui/button'
import { Card, EmptyState } from '@/app/_components/ui/card'
import { Term } from '@/app/_components/ui/term'
import { requireAuth } from '@/lib/auth/guards'
import type { Actor } from '@/lib/core/actor'
import { type ExerciseRecords, recordListSchema } from '@/lib/schemas/records'
import { query } from '@/lib/transport/query'
import { listRecords } from '@/lib/use-cases/records/read-records'

const EXERCISES_A_PAGE = 20

const { q, sort, page } = recordListSchema.shape
/** An address may say anything, so what is no filter counts as left out. */
const filtersSchema = z.object({
  q: q.catch(''),
  sort: sort.catch('latest'),
  page: z.preprocess(Number, page).catch(1),
})

export async function generateMetadata() {
  return { title: (await getTranslations('progress.records'))('title') }
}

/** The records that stand, by exercise. */
export default async function RecordsPage({ searchParams }: PageProps<'/records'>) {
  const filters = filtersSchema.parse(await searchParams)
  const actor = await requireAuth()
  const t = await getTranslations('progress.records')
  const train = await getTranslations('workout')
  const terms = await getTranslations('common.terms')
  const found = await query(listRecords)({ ...filters, limit: EXERCISES_A_PAGE })
  const hasEstimate = found.exercises.some(({ records }) =>
    records.some(({ kind }) => kind === 'e1rm'),
  )
  const href = (at: number) =>
    `/records?${new URLSearchParams({ ...filters, page: String(at) })}` as const
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-4 xl:max-w-none">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h1 className="text-[1.375rem] font-bold">{t('title')}</h1>
        {hasEstimate ? (
          <p className="text-sm text-soft">
            <Term explanation={terms('oneRepMax')}>{terms('oneRepMaxWord')}</Term>
          </p>
        ) : null}
      </div>
      {found.exercises.length > 0 || filters.q || filters.page > 1 ? (
        <SearchBox path="/records" q={filters.q} label={t('search')} hint={t('searchHint')}>
          <SearchFilter
            name="sort"
            label={t('sort')}
            chosen={filters.sort}
            options={[
              ['latest', t('sortLatest')],
              ['name', t('sortName')],
            ]}
          />
        </SearchBox>
      ) : null}
      {found.exercises.length === 0 ? (
        <EmptyState title={t(filters.q ? 'noMatch' : 'empty')}>
          {filters.q ? null : <ButtonLink href="/workout">{train('start')}</ButtonLink>}
        </EmptyState>
      ) : null}
      <div className="grid items-start gap-4 xl:grid-cols-2">
        {found.exercises.map((exercise) => (
          <ExerciseCard key={exercise.exerciseId} exercise={exercise} actor={actor} />
        ))}
      </div>
      <Pager
        back={filters.page > 1 && { href: href(filters.page - 1), label: t('pageBack') }}
        on={
          filters.page * EXERCISES_A_PAGE < found.total && {
            href: href(filters.page + 1),
            label: t('pageOn'),
          }
        }
      />
    </div>
  )
}

async function ExerciseCard({ exercise, actor }: { exercise: ExerciseRecords; actor: Actor }) {
  const t = await getTranslations('progress.records')
  const id = `records-${exercise.exerciseId}`
  return (
    <Card className="flex flex-col gap-1 p-4" aria-labelledby={id}>
      <h2 id={id} className="font-semibold">
        <Link href={`/records/${exercise.exerciseId}`}>{exercise.name}</Link>
      </h2>
      <MainRecords records={exercise.records} seen={{ tracking: exercise.tracking, actor }} />
      <Link
        href={`/records/${exercise.exerciseId}`}
        className="flex min-h-11 items-center self-start text-sm font-semibold text-accent"
      >
        {t('all')}
      </Link>
    </Card>
  )
}
