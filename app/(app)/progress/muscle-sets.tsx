import { getFormatter, getTranslations } from 'next-intl/server'
import { BarChart } from '@/app/_components/charts/bar-chart'
import { BarList } from '@/app/_components/charts/bar-list'
import { BodyFigure } from '@/app/_components/charts/body-figure'
import { Card } from '@/app/_components/ui/card'
import type { Statistics } from '@/lib/schemas/analytics'
import type { MuscleGroup } from '@/lib/schemas/exercise'
import { barLabels } from './bar-labels'

/** Sets a week by muscle group: on a body, as bars, and one of them through time. */
export async function MuscleSets({
  statistics,
  address,
}: {
  statistics: Statistics
  address: { period: string; muscle?: MuscleGroup | undefined }
}) {
  const t = await getTranslations('progress.muscles')
  const name = await getTranslations('exercises.muscles')
  const format = await getFormatter()
  const { muscles, muscleBars, grain } = statistics
  const sets = (value: number) => format.number(value, { maximumFractionDigits: 1 })
  const labels = await barLabels(muscleBars?.map((bar) => bar.date) ?? [], grain)
  const chosen = address.muscle
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <Card className="p-4">
        <BodyFigure
          title={t('figure')}
          values={new Map(muscles.map((each) => [each.muscle, each.setsPerWeek]))}
          formatValue={(value) => t('setsAWeek', { sets: sets(value) })}
          nameOf={(muscle) => name(muscle)}
        />
      </Card>
      {chosen && muscleBars ? (
        <Card className="p-4" id="muscle">
          <BarChart
            title={t(grain === 'week' ? 'weekly' : 'monthly', { muscle: name(chosen) })}
            formatValue={sets}
            bars={muscleBars.map((bar, at) => ({ ...labels(at), value: bar.sets }))}
          />
        </Card>
      ) : null}
      <Card className="p-4">
        <BarList
          title={t('title')}
          formatValue={sets}
          rows={muscles.map(({ muscle, setsPerWeek, before }) => ({
            label: name(muscle),
            value: setsPerWeek,
            ...(before !== null && { before }),
            href: `/progress?${new URLSearchParams({ period: address.period, muscle })}#muscle`,
          }))}
        />
        <p className="mt-2 text-[0.8125rem] text-soft">{t('hint')}</p>
      </Card>
    </div>
  )
}
