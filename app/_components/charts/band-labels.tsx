import type { Bar } from './bar-chart'
import { labelStep } from './scales'

/** Of 12 px text: wide enough for capitals and figures. */
const LETTER_PX = 7

const PLOTS = [
  { widthPx: 230, className: '@lg:hidden' },
  { widthPx: 420, className: 'hidden @lg:block' },
] as const

/** Names below bars: all in full, else the short ones, else every second, third … to the newest. */
export function BandLabels(labels: { bars: readonly Bar[]; center: (index: number) => number }) {
  const { bars, center } = labels
  return PLOTS.map(({ widthPx, className }) => (
    <div key={widthPx} className={`relative h-6 text-[min(0.75rem,16px)] text-soft ${className}`}>
      {pickLabels(bars, widthPx).map(({ index, text }) => (
        <span
          key={index}
          // Large text has room for the first and the last.
          className="absolute top-1.5 -translate-x-1/2 whitespace-nowrap narrow:not-first:not-last:hidden narrow:first:-translate-x-1/4 narrow:last:-translate-x-3/4"
          style={{ left: `${center(index).toFixed(2)}%` }}
        >
          {text}
        </span>
      ))}
    </div>
  ))
}

/** Counted from the last bar, since that is the one people look for. */
function pickLabels(bars: readonly Bar[], widthPx: number) {
  const stepOf = (texts: readonly string[]) =>
    labelStep({
      count: bars.length,
      longest: Math.max(...texts.map((text) => text.length)),
      widthPx,
      letterPx: LETTER_PX,
    })
  const full = bars.map(({ label }) => label)
  const short = bars.map(({ label, shortLabel }) => shortLabel ?? label)
  const texts = stepOf(full) === 1 ? full : short
  const step = stepOf(texts)
  return texts
    .map((text, index) => ({ index, text }))
    .filter(({ index }) => (texts.length - 1 - index) % step === 0)
}
