import { scaleBand } from 'd3-scale'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { BandLabels } from './band-labels'
import { ChartFrame } from './chart-frame'
import { OUTLINE, OutlineLegend } from './outline-legend'
import { Plot } from './plot'
import { valueAxis } from './scales'

export interface Bar {
  label: string
  value: number
  /** Stands below the bar where there is no room for `label`. */
  shortLabel?: string | undefined
  /** Said beside the value where one points at the bar, and in the table. */
  note?: string | undefined
}

interface Props {
  title: string
  bars: readonly Bar[]
  formatValue: (value: number) => string
  /** The period before, drawn as an outline: one value a bar. */
  comparison?: readonly number[] | undefined
  /** Index of the bar that matters; the others stand back. */
  highlight?: number | undefined
}

/** Upright bars for weekdays, weeks or months. */
export function BarChart({ title, bars, formatValue, comparison, highlight }: Props) {
  const id = useId()
  const t = useTranslations('charts')
  const axis = valueAxis({
    values: [...bars.map(({ value }) => value), ...(comparison ?? [])],
    isFromZero: true,
    formatValue,
  })
  const band = scaleBand<number>(bars.keys(), [0, 100]).padding(bars.length < 4 ? 0.6 : 0.3)
  const center = (index: number) => (band(index) ?? 0) + band.bandwidth() / 2
  const hasNotes = bars.some(({ note }) => note)
  const rows = bars.map(({ label, value, note }, index) => [
    label,
    formatValue(value),
    ...(comparison ? [formatValue(comparison[index] ?? 0)] : []),
    ...(hasNotes ? [note ?? ''] : []),
  ])
  const columns = [
    t('name'),
    t('value'),
    ...(comparison ? [t('before')] : []),
    ...(hasNotes ? [t('note')] : []),
  ]
  return (
    <ChartFrame
      id={id}
      title={title}
      words={useWords(bars, formatValue)}
      hidesWords
      columns={columns}
      rows={rows}
      legend={comparison ? <OutlineLegend /> : null}
    >
      <Plot
        id={id}
        title={title}
        axis={axis}
        heightPx={180}
        below={<BandLabels bars={bars} center={center} />}
      >
        {bars.map(({ label, value, note }, index) => (
          <Block
            key={label}
            x={band(index) ?? 0}
            width={band.bandwidth()}
            ends={[axis.at(value), axis.at(0)]}
            className={
              highlight === undefined || highlight === index ? 'fill-data-1' : 'fill-step-2'
            }
            title={[`${label}: ${formatValue(value)}`, note].filter(Boolean).join('. ')}
          />
        ))}
        {comparison?.slice(0, bars.length).map((value, index) => (
          <Block
            key={bars[index]?.label}
            x={band(index) ?? 0}
            width={band.bandwidth()}
            ends={[axis.at(value), axis.at(0)]}
            className={OUTLINE}
          />
        ))}
      </Plot>
    </ChartFrame>
  )
}

interface BlockProps {
  /** All in percent of the plot. */
  x: number
  width: number
  ends: readonly [number, number]
  className: string
  title?: string
}

function Block({ x, width, ends, className, title }: BlockProps) {
  const top = Math.min(...ends)
  return (
    <rect
      x={`${x.toFixed(2)}%`}
      y={`${top}%`}
      width={`${width.toFixed(2)}%`}
      height={`${(Math.max(...ends) - top).toFixed(2)}%`}
      rx="2.5"
      className={className}
    >
      {title ? <title>{title}</title> : null}
    </rect>
  )
}

/** "Highest 12 540 kg, Monday; lowest …", or null without bars. */
function useWords(bars: readonly Bar[], formatValue: (value: number) => string): string | null {
  const t = useTranslations('charts')
  const [first] = bars
  if (!first) return null
  const highest = bars.reduce((best, bar) => (bar.value > best.value ? bar : best))
  const lowest = bars.reduce((least, bar) => (bar.value < least.value ? bar : least))
  if (bars.length === 1) {
    return t('ofSeries', { name: first.label, words: formatValue(first.value) })
  }
  if (highest.value === lowest.value) return t('allEqual', { value: formatValue(first.value) })
  return t('highestAndLowest', {
    highest: formatValue(highest.value),
    highestName: highest.label,
    lowest: formatValue(lowest.value),
    lowestName: lowest.label,
  })
}
