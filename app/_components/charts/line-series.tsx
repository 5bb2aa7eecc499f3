import { line } from 'd3-shape'
import { Mark, Stretched } from './plot'
import { lookOf, STAR } from './shapes'

interface Placed {
  key: number
  /** Percent of the plot. */
  x: number
  y: number
  title: string
  mark: string | undefined
}

interface Props {
  index: number
  look: 'line' | 'dots' | 'bars'
  /** Where zero is, in percent from the top. */
  baseline: number
  points: readonly Placed[]
}

const drawLine = line<Placed>(
  ({ x }) => x,
  ({ y }) => y,
).digits(2)

/** So few points that each of a line gets a dot to point at. */
const FEW = 30

/** One series of a line chart: its line, dots or bars, and stars on the marked points. */
export function LineSeries({ index, look, baseline, points }: Props) {
  const { stroke, fill, dash, dot, smallDot } = lookOf(index)
  const marked = points.filter(({ mark }) => mark)
  const dotted =
    look === 'bars' || (look === 'line' && points.length > FEW)
      ? []
      : points.filter(({ mark }) => !mark)
  return (
    <g>
      {look === 'dots' ? null : (
        <Stretched>
          <path
            d={
              look === 'line'
                ? (drawLine(points) ?? '')
                : points.map(({ x, y }) => `M${x} ${baseline}V${y}`).join('')
            }
            vectorEffect="non-scaling-stroke"
            className={`fill-none ${stroke}`}
            strokeLinejoin="round"
            strokeLinecap={look === 'line' ? 'round' : 'butt'}
            strokeDasharray={look === 'line' ? dash : undefined}
            strokeWidth={look === 'line' ? lineWidth(points.length) : barWidth(points.length)}
          />
        </Stretched>
      )}
      {dotted.map(({ key, x, y, title }) => (
        <Mark
          key={key}
          x={x}
          y={y}
          d={points.length > 60 ? smallDot : dot}
          className={fill}
          title={title}
        />
      ))}
      {marked.map(({ key, x, y, title, mark }) => (
        <Mark
          key={key}
          x={x}
          y={y}
          d={STAR}
          className={`${fill} stroke-surface stroke-2 [paint-order:stroke]`}
          title={`${title}. ${mark}`}
        />
      ))}
    </g>
  )
}

/** Finer where a line goes up and down within a few px. */
const lineWidth = (count: number): number => (count > 120 ? 1.25 : 2.25)

/** In px, so that bars of a phone's plot (about 280 px) do not run into one another. */
const barWidth = (count: number): number => Math.min(10, Math.max(1.5, 180 / count))
