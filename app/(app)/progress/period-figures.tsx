import { getFormatter, getTranslations } from 'next-intl/server'
import { Figures } from '@/app/_components/ui/figures'
import type { Actor } from '@/lib/core/actor'
import { FEELING_SCORES, SESSION_FEELINGS } from '@/lib/domain/feelings'
import { fromMeters, roundTo } from '@/lib/domain/units'
import { shownWeight } from '@/lib/domain/weight-text'
import type { Statistics, TrainingSums } from '@/lib/schemas/analytics'

const MINUTE = 60
const HOUR = 3600

interface Measured {
  label: string
  explanation?: string
  of: (sums: TrainingSums) => number
  unit?: string
  digits?: number
}

/** The figures of a period, each with its difference from the period before. */
export async function PeriodFigures({
  statistics,
  actor,
}: {
  statistics: Statistics
  actor: Actor
}) {
  const t = await getTranslations('progress.figures')
  const feelings = await getTranslations('workout.feelings')
  const terms = await getTranslations('common.terms')
  const format = await getFormatter()
  const { current, previous, period } = statistics
  const isLong = Math.max(current.durationSeconds, previous?.durationSeconds ?? 0) >= HOUR
  const measured: Measured[] = [
    { label: t('workouts'), of: (sums) => sums.workoutCount },
    {
      ...{ label: t('time'), unit: t(isLong ? 'hours' : 'minutes'), digits: isLong ? 1 : 0 },
      of: (sums) =>
        isLong
          ? roundTo(sums.durationSeconds / HOUR, 0.1)
          : Math.floor(sums.durationSeconds / MINUTE),
    },
    {
      ...{ label: t('volume'), explanation: terms('volume'), unit: actor.weightUnit },
      of: (sums) => shownWeight(sums.volumeKg, { unit: actor.weightUnit, what: 'volume' }),
    },
    { label: t('sets'), of: (sums) => sums.setCount },
    { label: t('reps'), of: (sums) => sums.repCount },
    {
      ...{ label: t('distance'), unit: actor.distanceUnit, digits: 1 },
      of: (sums) => roundTo(fromMeters(sums.distanceMeters, actor.distanceUnit), 0.1),
    },
  ]
  const against = (difference: number, digits: number) => {
    if (difference === 0) return t('same')
    const amount = format.number(Math.abs(difference), { maximumFractionDigits: digits })
    return t('against', { difference: `${difference < 0 ? '−' : '+'}${amount}` })
  }
  const figures = measured
    .filter(({ of }) => of(current) > 0 || (previous && of(previous) > 0))
    .map(({ of, unit, digits = 0, ...named }) => ({
      ...named,
      value: format.number(of(current), { maximumFractionDigits: digits }),
      ...(unit && { unit }),
      below: previous && against(roundTo(of(current) - of(previous), 0.1), digits),
    }))
  const score = Math.round(current.averageFeeling ?? 0)
  const feeling = SESSION_FEELINGS.find((each) => FEELING_SCORES[each] === score)
  if (feeling) {
    figures.push({
      label: t('feeling'),
      value: feelings(feeling),
      below: t('feelingOf', { average: current.averageFeeling ?? 0 }),
    })
  }
  return (
    <section className="flex flex-col gap-2">
      <Figures figures={figures} className="sm:grid-cols-3 xl:grid-cols-4" />
      {previous ? (
        <p className="text-[0.8125rem] text-soft">{t('caption', { days: period })}</p>
      ) : null}
    </section>
  )
}
