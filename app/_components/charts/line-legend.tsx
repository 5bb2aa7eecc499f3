import type { Series } from './line-chart'
import { lookOf, STAR } from './shapes'

/** Which line is which, by dash and shape as well as by colour; and what a star means. */
export function LineLegend(legend: { series: readonly Series[]; markName: string | null }) {
  const { series, markName } = legend
  if (series.length < 2 && markName === null) return null
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-[0.8125rem]">
      {series.length > 1
        ? series.map(({ name, look = 'line' }, index) => (
            <li key={name} className="flex items-center gap-1.5">
              <Swatch look={look} index={index} />
              {name}
            </li>
          ))
        : null}
      {markName === null ? null : (
        <li className="flex items-center gap-1.5">
          <svg aria-hidden="true" width="16" height="16" viewBox="-8 -8 16 16">
            <path d={STAR} className={series.length > 1 ? 'fill-soft' : 'fill-data-1'} />
          </svg>
          {markName}
        </li>
      )}
    </ul>
  )
}

function Swatch({ look, index }: { look: 'line' | 'dots' | 'bars'; index: number }) {
  const { stroke, fill, dash, dot } = lookOf(index)
  return (
    <svg aria-hidden="true" width="24" height="12" viewBox="-12 -6 24 12">
      {look === 'line' ? (
        <path d="M-11 0H11" className={stroke} strokeWidth="2.25" strokeDasharray={dash} />
      ) : null}
      {look === 'bars' ? <path d="M-4 6V0M2 6V-6" className={stroke} strokeWidth="4" /> : null}
      {look === 'dots' ? <path d={dot} className={fill} /> : null}
    </svg>
  )
}
