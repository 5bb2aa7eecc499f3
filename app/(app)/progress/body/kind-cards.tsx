import Link from 'next/link'
import { getFormatter, getTranslations } from 'next-intl/server'
import { dayText } from '@/app/_components/day-text'
import { MEASUREMENT_KINDS, type MeasurementKind } from '@/lib/domain/measurements'
import type { KindSummary } from '@/lib/schemas/measurement'
import { changeText } from './measured-text'

interface KindCardsProps {
  kinds: readonly KindSummary[]
  chosen: MeasurementKind
}

/** The newest value of all that was measured, each the way to its course, and what else there is. */
export async function KindCards({ kinds, chosen }: KindCardsProps) {
  const t = await getTranslations('body')
  const others = MEASUREMENT_KINDS.filter((kind) => kinds.every((each) => each.kind !== kind))
  return (
    <nav aria-label={t('choose')} className="flex flex-col gap-2.5">
      {kinds.length > 0 ? (
        <ul className="grid grid-cols-2 narrow:grid-cols-1 gap-2.5 sm:grid-cols-3 xl:grid-cols-5">
          {kinds.map((summary) => (
            <li key={summary.kind}>
              <KindCard summary={summary} isChosen={summary.kind === chosen} />
            </li>
          ))}
        </ul>
      ) : null}
      {others.length > 0 ? (
        <details open={kinds.length === 0 || others.includes(chosen)}>
          <summary className="py-2.5 text-sm font-semibold text-soft">
            {t(kinds.length === 0 ? 'what' : 'others')}
          </summary>
          <ul className="flex flex-wrap gap-2 pt-1">
            {others.map((kind) => (
              <li key={kind}>
                <Link
                  href={`/progress/body?kind=${kind}`}
                  scroll={false}
                  aria-current={kind === chosen ? 'page' : undefined}
                  className="flex min-h-11 items-center rounded-control border border-line bg-surface px-3 text-sm font-medium hover:bg-raised aria-[current]:border-accent aria-[current]:bg-accent-soft"
                >
                  {t(`kinds.${kind}`)}
                </Link>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </nav>
  )
}

async function KindCard({ summary, isChosen }: { summary: KindSummary; isChosen: boolean }) {
  const t = await getTranslations('body')
  const format = await getFormatter()
  const { kind, unit, latest, changeInMonth, changeInYear } = summary
  const change = (value: number) => changeText(t, format, { value, unit })
  return (
    <Link
      href={`/progress/body?kind=${kind}`}
      scroll={false}
      aria-current={isChosen ? 'page' : undefined}
      className="flex h-full flex-col rounded-card border border-line bg-surface px-3.5 py-3 hover:bg-raised aria-[current]:border-accent aria-[current]:bg-accent-soft"
    >
      <span className="text-xs font-semibold text-soft">{t(`kinds.${kind}`)}</span>
      <span className="fig text-[2rem] leading-tight">
        {format.number(latest.value, { maximumFractionDigits: 2 })}
        <span className="unit text-sm">{t(`units.${unit}`)}</span>
      </span>
      <span className="text-[0.8125rem] text-soft">
        {dayText(format, latest.measuredOn, 'date')}
      </span>
      {changeInMonth === null ? null : (
        <span className="text-[0.8125rem] text-soft">
          {t('inMonth', { change: change(changeInMonth) })}
        </span>
      )}
      {changeInYear === null ? null : (
        <span className="text-[0.8125rem] text-soft">
          {t('inYear', { change: change(changeInYear) })}
        </span>
      )}
    </Link>
  )
}
