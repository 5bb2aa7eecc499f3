import { useTranslations } from 'next-intl'

const MOST_ROWS = 120

interface Props {
  /** For screen readers: the title of the chart says it on the screen. */
  caption: string
  /** The first names the rows. */
  columns: readonly string[]
  /** Newest or largest first; what exceeds 120 rows is left out, and the caption says so. */
  rows: readonly (readonly string[])[]
}

/** The numbers of a chart, folded away, for those who would rather read. */
export function NumbersTable({ caption, columns, rows }: Props) {
  const t = useTranslations('charts')
  const shown = rows.slice(0, MOST_ROWS)
  const isCut = shown.length < rows.length
  return (
    <details className="-mb-2 text-[0.8125rem] open:mb-0">
      <summary className="py-3 font-semibold text-soft">{t('numbers')}</summary>
      <table className="w-full border-collapse tabular-nums">
        <caption className={isCut ? 'pb-2 text-left text-soft' : 'sr-only'}>
          {isCut
            ? t('newestOf', { title: caption, shown: shown.length, count: rows.length })
            : caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th
                key={column}
                scope="col"
                className={`border-b py-1.5 font-semibold ${index > 0 ? 'pl-3 text-right' : 'text-left'}`}
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(([name = '', ...cells]) => (
            <tr key={[name, ...cells].join('|')} className="border-b last:border-0">
              <th scope="row" className="py-1.5 text-left font-normal text-soft">
                {name}
              </th>
              {cells.map((cell, column) => (
                <td key={columns[column + 1]} className="py-1.5 pl-3 text-right">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
