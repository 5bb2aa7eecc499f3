import { getFormatter, getTranslations } from 'next-intl/server'
import type * as z from 'zod'
import { LineChart } from '@/app/_components/charts/line-chart'
import { Card } from '@/app/_components/ui/card'
import { roundTo } from '@/lib/domain/units'
import type { measurementTrendsSchema } from '@/lib/schemas/measurement'
import { measuredText } from './measured-text'

type Course = z.output<typeof measurementTrendsSchema>['course']

/** A year of a kind: what was measured, and the smoothed line that a single day hardly bends. */
export async function CourseChart({ course }: { course: Course }) {
  const t = await getTranslations('body')
  const format = await getFormatter()
  const { kind, unit, points } = course
  return (
    <Card className="p-4">
      <LineChart
        title={t('course', { kind: t(`kinds.${kind}`) })}
        series={[
          {
            name: t('trend'),
            points: points.map(({ date, trend }) => ({ date, value: trend })),
          },
          { name: t('measured'), points, look: 'dots' },
        ]}
        formatValue={(value) => measuredText(t, format, { value: roundTo(value, 0.1), unit })}
      />
      <p className="mt-2 text-[0.8125rem] text-soft">{t('trendAbout')}</p>
    </Card>
  )
}
