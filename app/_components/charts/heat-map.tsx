import { useFormatter, useTranslations } from 'next-intl'
import { useId } from 'react'
import { stepBounds, stepOf } from '@/lib/domain/value-steps'
import { ChartFrame } from './chart-frame'
import { useDayFormat } from './course'
import { halve, layOutDays } from './heat-map-layout'
import { colorOf, StepLegend } from './step-legend'

/** Of a cell with its gap, in units of the drawing, which fills its box. */
const PITCH = 13
const GAP = 3
/** A cell grows to this many px at most, so that a few weeks do not become tiles. */
const MOST_PITCH_PX = 20
const WEEKDAYS_PX = 36
/** Columns that the name of a month takes. */
const NAME_WEEKS = 3

type Layout = ReturnType<typeof layOutDays>

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
  const steps = new Map(shown.map(({ date, value }) => [date, stepOf(value, bounds)]))
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
        stepOfDay={(date) => steps.get(date) ?? 0}
        firstDayOfWeek={span.firstDayOfWeek}
      />
      <StepLegend bounds={bounds} formatValue={formatValue} />
    </ChartFrame>
  )
}

/** A path a step. Squares are drawn short of their size; a round stroke makes up for it. */
function drawSteps(cells: Layout['cells'], stepOfDay: (date: string) => number): string[] {
  const side = PITCH - GAP - 4
  const paths = Array.from({ length: 6 }, () => '')
  for (const { date, week, row } of cells) {
    paths[stepOfDay(date)] += `M${week * PITCH + 2} ${row * PITCH + 2}h${side}v${side}h-${side}z`
  }
  return paths
}

interface CalendarProps {
  id: string
  title: string
  layout: Layout
  stepOfDay: (date: string) => number
  firstDayOfWeek: number
}

/** One line in a wide box; in a narrow one its halves below each other, each with its weekdays. */
function Calendar({ id, title, layout, stepOfDay, firstDayOfWeek }: CalendarProps) {
  const halves = halve(layout)
  /** A first half without training says nothing, so a phone leaves it out. */
  const isEmptyStart = (index: number, { cells }: Layout) =>
    index === 0 && halves.length > 1 && cells.every(({ date }) => stepOfDay(date) === 0)
  return (
    <div
      role="img"
      aria-labelledby={`${id}-title ${id}-words`}
      className="flex flex-col gap-3 @2xl:flex-row @2xl:gap-[3px]"
    >
      <span id={`${id}-title`} hidden>
        {title}
      </span>
      {halves.map((half, index) => (
        <div
          key={half.cells[0]?.date}
          // The room beside the names of the weekdays is shared by weeks, so all cells are alike.
          className={`${isEmptyStart(index, half) ? 'hidden @2xl:flex' : 'flex'} ${index === 0 ? '@2xl:basis-9' : '@2xl:basis-0'}`}
          style={{ flexGrow: half.weeks, maxWidth: half.weeks * MOST_PITCH_PX + WEEKDAYS_PX }}
        >
          <Weekdays firstDayOfWeek={firstDayOfWeek} isFirst={index === 0} />
          <Weeks {...half} paths={drawSteps(half.cells, stepOfDay)} />
        </div>
      ))}
    </div>
  )
}

function Weeks({
  weeks,
  months,
  paths,
}: Pick<Layout, 'weeks' | 'months'> & { paths: readonly string[] }) {
  const format = useFormatter()
  const width = weeks * PITCH - GAP
  const hasRoom = ({ week }: { week: number }) => week + NAME_WEEKS <= weeks
  return (
    <div className="min-w-0 flex-1">
      <div className="relative h-5 text-xs text-soft narrow:h-[1.25em]">
        {months.filter(hasRoom).map(({ month, week }) => (
          <span
            key={month}
            className="absolute whitespace-nowrap narrow:not-nth-[3n+1]:hidden"
            style={{ left: `${((100 * week * PITCH) / width).toFixed(2)}%` }}
          >
            {format.dateTime(new Date(`${month}-01`), { month: 'short', timeZone: 'UTC' })}
          </span>
        ))}
      </div>
      <svg aria-hidden="true" viewBox={`0 0 ${width} ${7 * PITCH - GAP}`} className="block w-full">
        {paths.map((d, step) => (
          <path
            key={colorOf(step)}
            d={d}
            className={`fill-current stroke-current stroke-4 [stroke-linejoin:round] ${colorOf(step)}`}
          />
        ))}
      </svg>
    </div>
  )
}

/** Every second one, since a row is lower than its name; in one line the first half's names do. */
function Weekdays({ firstDayOfWeek, isFirst }: { firstDayOfWeek: number; isFirst: boolean }) {
  const format = useFormatter()
  return (
    <div
      className={`grid w-9 flex-none narrow:hidden grid-rows-7 pt-5 text-xs leading-none text-soft ${isFirst ? '' : '@2xl:hidden'}`}
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
