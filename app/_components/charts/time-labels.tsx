import { useFormatter } from 'next-intl'
import type { TimeTick, timeAxis } from './scales'

/** Days, months or years below a plot; more of them where there is room. */
export function TimeLabels({
  axis,
}: {
  axis: Pick<ReturnType<typeof timeAxis>, 'narrow' | 'wide'>
}) {
  return (
    <>
      <Labels ticks={axis.narrow} className="@lg:hidden" />
      <Labels ticks={axis.wide} className="hidden @lg:block" />
    </>
  )
}

const PARTS = {
  day: { day: 'numeric', month: 'short' },
  month: { month: 'short' },
  year: { year: 'numeric' },
} as const

function Labels({ ticks, className }: { ticks: readonly TimeTick[]; className: string }) {
  const format = useFormatter()
  return (
    <div className={`relative h-9 text-[min(0.75rem,16px)] leading-4 text-soft ${className}`}>
      {ticks.map(({ at, date, step, isNewYear }) => (
        <span
          key={at}
          // Large text has room for the first and the last.
          className="absolute top-1.5 -translate-x-1/2 text-center whitespace-nowrap narrow:not-first:not-last:hidden narrow:first:-translate-x-1/4 narrow:last:-translate-x-3/4"
          style={{ left: `${at}%` }}
        >
          {format.dateTime(date, { ...PARTS[step], timeZone: 'UTC' })}
          {isNewYear ? (
            <span className="block">
              {format.dateTime(date, { year: 'numeric', timeZone: 'UTC' })}
            </span>
          ) : null}
        </span>
      ))}
    </div>
  )
}
