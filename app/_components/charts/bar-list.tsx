import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { OUTLINE, OutlineLegend } from './outline-legend'

interface Row {
  label: string
  value: number
  /** Of the period before. */
  before?: number | undefined
  href?: string | undefined
}

interface Props {
  title: string
  rows: readonly Row[]
  formatValue: (value: number) => string
}

/** Bars lying in a table of their numbers, so that nothing has to be told twice. */
export function BarList({ title, rows, formatValue }: Props) {
  const t = useTranslations('charts')
  if (rows.length === 0) {
    return (
      <section className="flex flex-col gap-2">
        <p className="text-[0.8125rem] font-semibold text-soft">{title}</p>
        <p className="grid min-h-32 place-items-center text-soft">{t('nothing')}</p>
      </section>
    )
  }
  const hasBefore = rows.some(({ before }) => before !== undefined)
  const all = rows.flatMap(({ value, before = 0 }) => [value, before])
  const low = Math.min(0, ...all)
  const span = Math.max(0, ...all) - low || 1
  const at = (value: number) => (100 * (value - low)) / span
  return (
    <div className="flex flex-col gap-2">
      <table className="w-full border-collapse">
        <caption className="pb-2 text-left text-[0.8125rem] font-semibold text-soft">
          {title}
        </caption>
        <thead className={hasBefore ? 'text-xs text-soft' : 'sr-only'}>
          <tr>
            <th scope="col" className="text-left font-normal">
              {t('name')}
            </th>
            <td className="narrow:hidden" />
            <th scope="col" className="text-right font-normal">
              {t('value')}
            </th>
            {hasBefore ? (
              <th scope="col" className="pl-3 text-right font-normal narrow:hidden">
                {t('before')}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, value, before, href }) => (
            <tr key={label} className="border-t border-line">
              <th scope="row" className="text-left font-normal sm:whitespace-nowrap">
                {href ? (
                  <Link
                    href={href}
                    className="flex min-h-12 min-w-24 narrow:min-w-0 items-center underline-offset-4 hover:underline"
                  >
                    {label}
                  </Link>
                ) : (
                  <span className="flex min-h-9 min-w-24 narrow:min-w-0 items-center">{label}</span>
                )}
              </th>
              <td aria-hidden="true" className="w-full px-3 narrow:hidden">
                <svg aria-hidden="true" width="100%" height="16" className="block overflow-visible">
                  <Lying ends={[at(0), at(value)]} className="fill-data-1" />
                  {before === undefined ? null : (
                    <Lying ends={[at(0), at(before)]} className={OUTLINE} />
                  )}
                </svg>
              </td>
              <td className="fig text-right text-lg whitespace-nowrap">
                {formatValue(value)}
                {before === undefined ? null : (
                  <span className="hidden text-base text-faint narrow:block">
                    {formatValue(before)}
                  </span>
                )}
              </td>
              {hasBefore ? (
                <td className="fig pl-3 text-right text-lg whitespace-nowrap text-faint narrow:hidden">
                  {before === undefined ? null : formatValue(before)}
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
      {hasBefore ? <OutlineLegend /> : null}
    </div>
  )
}

/** From end to end in percent of the width. */
function Lying({ ends, className }: { ends: readonly [number, number]; className: string }) {
  const left = Math.min(...ends)
  return (
    <rect
      x={`${left.toFixed(2)}%`}
      y="1"
      width={`${(Math.max(...ends) - left).toFixed(2)}%`}
      height="14"
      rx="2.5"
      className={className}
    />
  )
}
