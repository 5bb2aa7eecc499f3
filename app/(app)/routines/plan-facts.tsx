import { getFormatter, getTranslations } from 'next-intl/server'
import type { PlanCard } from '@/lib/schemas/program'

type Facts = Pick<PlanCard, 'level' | 'goal' | 'minutes' | 'equipment'> & {
  daysPerWeek: number | null
  weeks?: number | null
}

/** Whom a program suits, how often and how long, and what gear it takes: two short lines. */
export async function PlanFacts({ plan }: { plan: Facts }) {
  const t = await getTranslations('routines')
  const exercises = await getTranslations('exercises.equipment')
  const format = await getFormatter()
  const facts = [
    plan.level && t(`levels.${plan.level}`),
    plan.goal && t(`goals.${plan.goal}`),
    plan.daysPerWeek && t('daysPerWeek', { count: plan.daysPerWeek }),
    plan.minutes && t('minutes', { count: plan.minutes }),
    plan.weeks && t('weeks', { count: plan.weeks }),
  ]
  return (
    <>
      <p className="text-[0.8125rem] text-soft">{facts.filter(Boolean).join(' · ')}</p>
      <p className="text-[0.8125rem] text-soft">
        {plan.equipment.length > 0
          ? format.list(
              plan.equipment.map((item) => exercises(item)),
              { type: 'unit' },
            )
          : exercises('none')}
      </p>
    </>
  )
}
