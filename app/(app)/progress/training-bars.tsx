import { getFormatter, getTranslations } from 'next-intl/server'
import { BarChart } from '@/app/_components/charts/bar-chart'
import { Card } from '@/app/_components/ui/card'
import type { Actor } from '@/lib/core/actor'
import { fromKg } from '@/lib/domain/units'
import type { Statistics } from '@/lib/schemas/analytics'
import { barLabels } from './bar-labels'

/** Any Sunday: the weekdays are counted from it. */
const A_SUNDAY = Date.UTC(2026, 0, 4, 12)
const DAY_MS = 86_400_000

/** Workouts and volume by week or month, and which weekdays they fell on. */
export async function TrainingBars({
  statistics,
  actor,
}: {
  statistics: Statistics
  actor: Actor
}) {
  const t = await getTranslations('progress.bars')
  const format = await getFormatter()
  const { bars, grain, current, previous } = statistics
  const whole = (value: number) => format.number(value, { maximumFractionDigits: 0 })
  const labels = await barLabels(
    bars.map((bar) => bar.date),
    grain,
  )
  const weekdays = [0, 1, 2, 3, 4, 5, 6].map((offset) => (actor.firstDayOfWeek + offset) % 7)
  const weekday = (day: number, style: 'long' | 'short') =>
    format.dateTime(new Date(A_SUNDAY + day * DAY_MS), { timeZone: 'UTC', weekday: style })
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <Card className="p-4">
        <BarChart
          title={t(grain === 'week' ? 'workoutsWeek' : 'workoutsMonth')}
          formatValue={whole}
          bars={bars.map((bar, at) => ({ ...labels(at), value: bar.workoutCount }))}
        />
      </Card>
      {current.volumeKg > 0 ? (
        <Card className="p-4">
          <BarChart
            title={t(grain === 'week' ? 'volumeWeek' : 'volumeMonth')}
            formatValue={(value) => `${whole(value)} ${actor.weightUnit}`}
            bars={bars.map((bar, at) => ({
              ...labels(at),
              value: fromKg(bar.volumeKg, actor.weightUnit),
            }))}
          />
        </Card>
      ) : null}
      <Card className="p-4">
        <BarChart
          title={t('weekdays')}
          formatValue={whole}
          bars={weekdays.map((day) => ({
            label: weekday(day, 'long'),
            shortLabel: weekday(day, 'short'),
            value: current.workoutsByDay[day] ?? 0,
          }))}
          {...(previous && {
            comparison: weekdays.map((day) => previous.workoutsByDay[day] ?? 0),
          })}
        />
      </Card>
    </div>
  )
}
