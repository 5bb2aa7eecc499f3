import type { ValueAxis } from './scales'

interface Props {
  id: string
  title: string
  axis: ValueAxis
  heightPx: number
  /** Labels below, placed in percent of the width. */
  below: React.ReactNode
  children: React.ReactNode
}

/**
 * An SVG without a viewBox: it fills its box, shapes stand at percents and keep their size in px.
 * Labels are HTML beside it. So text is as large on a phone as on a desk, and nothing is measured
 * in the browser. The labels are hidden from screen readers, which have the sentence and the table.
 */
export function Plot({ id, title, axis, heightPx, below, children }: Props) {
  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2.5 pt-2 pr-4">
      <div
        aria-hidden="true"
        className="grid text-right text-[min(0.75rem,16px)] whitespace-nowrap text-soft tabular-nums"
        style={{ height: heightPx }}
      >
        {axis.ticks.map(({ at, label }) => (
          <span
            key={at}
            className="relative [grid-area:1/1] h-4 -translate-y-1/2"
            style={{ top: `${at}%` }}
          >
            {label}
          </span>
        ))}
      </div>
      <svg
        role="img"
        aria-labelledby={`${id}-title ${id}-words`}
        width="100%"
        height={heightPx}
        className="overflow-visible"
      >
        <title id={`${id}-title`}>{title}</title>
        {axis.ticks.map(({ at, isZero }) => (
          <line
            key={at}
            x2="100%"
            y1={`${at}%`}
            y2={`${at}%`}
            className={isZero ? 'stroke-faint' : 'stroke-line'}
            shapeRendering="crispEdges"
          />
        ))}
        {children}
      </svg>
      <div aria-hidden="true" className="col-start-2">
        {below}
      </div>
    </div>
  )
}

/** Paths know no percents: this stretches a field of 100 by 100 over the plot, strokes unstretched. */
export function Stretched({ children }: { children: React.ReactNode }) {
  return (
    <svg
      aria-hidden="true"
      width="100%"
      height="100%"
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      className="overflow-visible"
    >
      {children}
    </svg>
  )
}

/** A shape of a size in px, drawn around 0,0, at a place in percent. */
export function Mark(mark: { x: number; y: number; d: string; className: string; title?: string }) {
  return (
    <svg aria-hidden="true" x={`${mark.x}%`} y={`${mark.y}%`} className="overflow-visible">
      <path d={mark.d} className={mark.className}>
        {mark.title ? <title>{mark.title}</title> : null}
      </path>
    </svg>
  )
}
