import { useTranslations } from 'next-intl'
import { NumbersTable } from './numbers-table'

interface Props {
  /** Of the picture: its title has `${id}-title`, and the sentence `${id}-words`. */
  id: string
  title: string
  /** What the picture shows, in a sentence; null while there is nothing to show. */
  words: string | null
  /** Keeps the sentence to screen readers, where the picture and its axes say the same. */
  hidesWords?: boolean
  columns: readonly string[]
  rows: readonly (readonly string[])[]
  legend?: React.ReactNode
  children: React.ReactNode
}

/**
 * What every chart has around its picture: title, legend, a sentence and the numbers. Charts use
 * the hooks of next-intl rather than its async functions, so that they are plain functions of props.
 */
export function ChartFrame({
  id,
  title,
  words,
  hidesWords = false,
  columns,
  rows,
  legend,
  children,
}: Props) {
  const t = useTranslations('charts')
  return (
    <figure className="@container flex min-w-0 flex-col gap-2">
      <figcaption className="text-[0.8125rem] font-semibold text-soft">{title}</figcaption>
      {words === null ? (
        <p className="grid min-h-32 place-items-center text-soft">{t('nothing')}</p>
      ) : (
        <>
          {legend}
          {children}
          <p id={`${id}-words`} className={hidesWords ? 'sr-only' : 'text-[0.8125rem] text-soft'}>
            {words}
          </p>
          <NumbersTable caption={title} columns={columns} rows={rows} />
        </>
      )}
    </figure>
  )
}
