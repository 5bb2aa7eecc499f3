import { getTranslations } from 'next-intl/server'
import * as z from 'zod'
import { ButtonLink } from '@/app/_components/ui/button'
import { EmptyState } from '@/app/_components/ui/card'
import { ChoiceLinks } from '@/app/_components/ui/choice-links'
import { requireAuth } from '@/lib/auth/guards'
import { PERIODS } from '@/lib/domain/statistics'
import { type Statistics, statisticsInputSchema } from '@/lib/schemas/analytics'
import { query } from '@/lib/transport/query'
import { getStatistics } from '@/lib/use-cases/analytics/get-statistics'
import { MuscleSets } from './muscle-sets'
import { PeriodFigures } from './period-figures'
import { TrainingBars } from './training-bars'

const readStatistics = query(getStatistics)

const { period, muscle } = statisticsInputSchema.shape
/** An address may say anything, so what it cannot say counts as left out. */
const addressSchema = z.object({
  period: period.catch('90'),
  muscle: muscle.catch(undefined),
})

export async function generateMetadata() {
  return { title: (await getTranslations('progress'))('title') }
}

/** One statement more, for those alone whose period is empty. */
const hasTrained = async () => (await readStatistics({ period: 'all' })).current.workoutCount > 0

/** Beside a period without a workout every figure would only be larger by itself. */
const withoutBefore = (statistics: Statistics): Statistics => ({
  ...statistics,
  previous: null,
  muscles: statistics.muscles.map((muscle) => ({ ...muscle, before: null })),
})

/** What training came to: figures, bars and muscle groups of a period beside the one before. */
export default async function ProgressPage({ searchParams }: PageProps<'/progress'>) {
  const actor = await requireAuth()
  const address = addressSchema.parse(await searchParams)
  const statistics = await readStatistics(address)
  const t = await getTranslations('progress')
  const isEmpty = statistics.current.workoutCount === 0
  const hasBefore = (statistics.previous?.workoutCount ?? 0) > 0
  const isNewcomer = isEmpty && !hasBefore && !(await hasTrained())
  const shown = hasBefore ? statistics : withoutBefore(statistics)
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-4 xl:max-w-5xl">
      <h1 className="text-[1.375rem] font-bold">{t('title')}</h1>
      {isNewcomer ? null : (
        <ChoiceLinks
          label={t('period')}
          choices={PERIODS.map((each) => ({
            href: `/progress?${new URLSearchParams({
              period: each,
              ...(address.muscle && { muscle: address.muscle }),
            })}`,
            label: t(`periods.${each}`),
            isChosen: each === address.period,
          }))}
        />
      )}
      {isEmpty ? (
        <EmptyState title={t(isNewcomer ? 'empty' : 'nothingInPeriod')}>
          {isNewcomer ? (
            <ButtonLink href="/workout">{t('startTraining')}</ButtonLink>
          ) : (
            <ButtonLink look="quiet" href="/progress?period=all">
              {t('periods.all')}
            </ButtonLink>
          )}
        </EmptyState>
      ) : null}
      {isEmpty && !hasBefore ? null : <PeriodFigures statistics={shown} actor={actor} />}
      {isEmpty ? null : (
        <div className="grid items-start gap-4 xl:grid-cols-2">
          <TrainingBars statistics={shown} actor={actor} />
          <MuscleSets statistics={shown} address={address} />
        </div>
      )}
      <nav aria-label={t('links.title')} className="flex flex-wrap gap-2">
        <ButtonLink look="quiet" href="/records">
          {t('links.records')}
        </ButtonLink>
        <ButtonLink look="quiet" href="/history">
          {t('links.history')}
        </ButtonLink>
        <ButtonLink look="quiet" href="/progress/body">
          {t('links.body')}
        </ButtonLink>
      </nav>
    </div>
  )
}
