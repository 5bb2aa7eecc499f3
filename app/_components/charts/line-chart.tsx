import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { thinPoints } from '@/lib/domain/thin-points'
import { ChartFrame } from './chart-frame'
import { useCourse, useDayFormat } from './course'
import { LineLegend } from './line-legend'
import { LineSeries } from './line-series'
import { Plot } from './plot'
import { timeAxis, valueAxis } from './scales'
import { TimeLabels } from './time-labels'

const MOST_POINTS = 400

export interface Point {
  /** `YYYY-MM-DD`. */
  date: string
  value: number
  /** Why this point has a star, as "Record: 105 kg × 3". */
  mark?: string | undefined
}

export interface Series {
  name: string
  points: readonly Point[]
  /** A line unless told otherwise. Bars make the axis begin at zero. */
  look?: 'line' | 'dots' | 'bars' | undefined
}

interface Props {
  title: string
  series: readonly Series[]
  formatValue: (value: number) => string
  /** Of the plot without its labels, in px. */
  height?: number | undefined
}

/** How values went over the days, with stars on the marked ones. */
export function LineChart({ title, series, formatValue, height = 200 }: Props) {
  const id = useId()
  const t = useTranslations('charts')
  const formatDay = useDayFormat()
  const tell = useCourse(formatValue)
  const sorted = series.map(({ points, ...rest }) => ({
    ...rest,
    points: points.toSorted((a, b) => a.date.localeCompare(b.date)),
  }))
  const all = sorted.flatMap(({ points }) => points)
  const axis = valueAxis({
    values: all.map(({ value }) => value),
    isFromZero: series.some(({ look }) => look === 'bars'),
    formatValue,
  })
  const time = timeAxis(all.map(({ date }) => date))
  const words = sorted.map(({ name, points }) =>
    series.length > 1 ? t('ofSeries', { name, words: tell(points) }) : tell(points),
  )
  const hasMarks = all.some(({ mark }) => mark)
  return (
    <ChartFrame
      id={id}
      title={title}
      words={all.length > 0 ? words.join(' ') : null}
      hidesWords
      columns={[t('date'), ...series.map(({ name }) => name), ...(hasMarks ? [t('record')] : [])]}
      rows={listRows(sorted, hasMarks, { formatDay, formatValue })}
      legend={<LineLegend series={series} markName={hasMarks ? t('record') : null} />}
    >
      <Plot id={id} title={title} axis={axis} heightPx={height} below={<TimeLabels axis={time} />}>
        {sorted.map(({ name, points, look = 'line' }, index) => (
          <LineSeries
            key={name}
            index={index}
            look={look}
            baseline={axis.at(0)}
            points={thinPoints(points, MOST_POINTS).map(({ date, value, mark }, key) => ({
              key,
              x: time.at(date),
              y: axis.at(value),
              title: `${formatDay(date)}: ${formatValue(value)}`,
              mark,
            }))}
          />
        ))}
      </Plot>
    </ChartFrame>
  )
}

/** A row a day, newest first; several values of a day stand in one cell. */
function listRows(
  series: readonly Series[],
  hasMarks: boolean,
  format: { formatDay: (date: string) => string; formatValue: (value: number) => string },
): string[][] {
  const days = new Map<string, { values: string[][]; marks: string[] }>()
  for (const [index, { points }] of series.entries()) {
    for (const { date, value, mark } of points) {
      const day = days.get(date) ?? { values: series.map(() => []), marks: [] }
      days.set(date, day)
      day.values[index]?.push(format.formatValue(value))
      if (mark) day.marks.push(mark)
    }
  }
  return [...days]
    .toSorted(([a], [b]) => b.localeCompare(a))
    .map(([date, { values, marks }]) => [
      format.formatDay(date),
      ...values.map((ofDay) => ofDay.join(', ')),
      ...(hasMarks ? [marks.join(', ')] : []),
    ])
}
