import { useFormatter, useTranslations } from 'next-intl'
import { useId } from 'react'
import { stepBounds, stepOf } from '@/lib/domain/value-steps'
import { ChartFrame } from './chart-frame'
import { useDayFormat } from './course'
import { layOutDays } from './heat-map-layout'
import { colorOf, StepLegend } from './step-legend'

/** Of a cell with its gap, in px where the box is narrow; a wide box enlarges it by up to a half. */
const PITCH_PX = 13
const GAP = 3

/** Of what scrolls, since it must be reachable by keyboard. */
const IN_TAB_ORDER = 0

interface Props {
  title: string
  days: readonly { date: string; value: number }[]
  /** ISO dates, both included. */
  from: string
  to: string
  /** 0 = Sunday. */
  firstDayOfWeek: number
  /** What a day came to, without naming the day. */
  describe: (date: string, value: number) => string
  /** Names a day in the table; as "3 May 2026" unless told otherwise. */
  formatDay?: ((date: string) => string) | undefined
  /** Names the bounds of the steps; as a bare number unless told otherwise. */
  formatValue?: ((value: number) => string) | undefined
}

/** A year of days, to stand on a Card: a column a week, a row a weekday, stronger where there was more. */
export function HeatMap(props: Props) {
  const { title, days, describe: tell, ...span } = props
  const id = useId()
  const t = useTranslations('charts')
  const format = useFormatter()
  const ownFormatDay = useDayFormat()
  const { formatDay = ownFormatDay, formatValue = (value) => format.number(value) } = props
  const shown = days
    .filter(({ date, value }) => value > 0 && date >= span.from && date <= span.to)
    .toSorted((a, b) => b.date.localeCompare(a.date))
  const layout = layOutDays(span)
  const bounds = stepBounds(shown.map(({ value }) => value))
  const most = shown.reduce((best, day) => (day.value > best.value ? day : best), {
    date: '',
    value: 0,
  })
  return (
    <ChartFrame
      id={id}
      title={title}
      words={
        shown.length === 0
          ? null
          : t('days', {
              count: shown.length,
              total: layout.cells.length,
              day: formatDay(most.date),
              most: tell(most.date, most.value),
            })
      }
      columns={[t('date'), t('value')]}
      rows={shown.map(({ date, value }) => [formatDay(date), tell(date, value)])}
    >
      <Calendar
        id={id}
        title={title}
        layout={layout}
        paths={drawSteps(
          layout.cells,
          new Map(shown.map(({ date, value }) => [date, stepOf(value, bounds)])),
        )}
        firstDayOfWeek={span.firstDayOfWeek}
      />
      <StepLegend bounds={bounds} formatValue={formatValue} />
    </ChartFrame>
  )
}

/** A path a step. Squares are drawn short of their size; a round stroke makes up for it. */
function drawSteps(
  cells: ReturnType<typeof layOutDays>['cells'],
  steps: ReadonlyMap<string, number>,
): string[] {
  const side = PITCH_PX - GAP - 4
  const paths = Array.from({ length: 6 }, () => '')
  for (const { date, week, row } of cells) {
    const step = steps.get(date) ?? 0
    paths[step] += `M${week * PITCH_PX + 2} ${row * PITCH_PX + 2}h${side}v${side}h-${side}z`
  }
  return paths
}

interface CalendarProps {
  id: string
  title: string
  layout: ReturnType<typeof layOutDays>
  paths: readonly string[]
  firstDayOfWeek: number
}

/**
 * A year is wider than a phone: the box scrolls, and begins at its newest end since it runs from
 * right to left, with what it holds turned back.
 */
function Calendar({ id, title, layout, paths, firstDayOfWeek }: CalendarProps) {
  const format = useFormatter()
  const width = layout.weeks * PITCH_PX - GAP
  return (
    <section
      aria-label={title}
      tabIndex={IN_TAB_ORDER}
      dir="rtl"
      className="overflow-x-auto pb-1 [scrollbar-width:thin]"
    >
      <div dir="ltr" className="flex w-max min-w-full">
        <Weekdays firstDayOfWeek={firstDayOfWeek} />
        <div className="flex-1" style={{ minWidth: width, maxWidth: width * 1.5 }}>
          <div aria-hidden="true" className="relative h-5 text-xs text-soft">
            {layout.months.map(({ month, week }) => (
              <span
                key={month}
                className="absolute whitespace-nowrap"
                style={{ left: `${((100 * week * PITCH_PX) / width).toFixed(2)}%` }}
              >
                {format.dateTime(new Date(`${month}-01`), { month: 'short', timeZone: 'UTC' })}
              </span>
            ))}
          </div>
          <svg
            role="img"
            aria-labelledby={`${id}-title ${id}-words`}
            viewBox={`0 0 ${width} ${7 * PITCH_PX - GAP}`}
            className="block w-full"
          >
            <title id={`${id}-title`}>{title}</title>
            {paths.map((d, step) => (
              <path
                key={colorOf(step)}
                d={d}
                className={`fill-current stroke-current stroke-4 [stroke-linejoin:round] ${colorOf(step)}`}
              />
            ))}
          </svg>
        </div>
      </div>
    </section>
  )
}

/** Every second one, since a row is lower than its name; they stay while the weeks scroll. */
function Weekdays({ firstDayOfWeek }: { firstDayOfWeek: number }) {
  const format = useFormatter()
  return (
    <div
      aria-hidden="true"
      className="sticky left-0 z-1 grid grid-rows-7 bg-surface pt-5 pr-2 text-xs leading-none text-soft"
    >
      {[0, 2, 4, 6].map((row) => (
        <span key={row} className="flex h-0 items-center self-center" style={{ gridRow: row + 1 }}>
          {/* 4 January 1970 was a Sunday. */}
          {format.dateTime(new Date(Date.UTC(1970, 0, 4 + firstDayOfWeek + row)), {
            weekday: 'short',
            timeZone: 'UTC',
          })}
        </span>
      ))}
    </div>
  )
}
