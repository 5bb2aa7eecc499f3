import { getTranslations } from 'next-intl/server'
import { Card } from '@/app/_components/ui/card'
import { withUnit } from '@/lib/domain/with-unit'
import type { PlanComparison } from '@/lib/schemas/workout'
import { query } from '@/lib/transport/query'
import { comparePlanOfWorkout } from '@/lib/use-cases/workouts/read-workouts'
import { RoutineUpdate } from './routine-update'

/** What of the plan was done, by exercise; nothing where the workout had no plan. */
export async function PlanCard({ sessionId }: { sessionId: string }) {
  const comparison = await query(comparePlanOfWorkout)({ id: sessionId })
  if (!comparison || comparison.exercises.length === 0) return null
  const compared = comparison.exercises.filter((entry) => entry.planned > 0 || entry.done > 0)
  const t = await getTranslations('workout')
  const planned = compared.reduce((sum, entry) => sum + entry.planned, 0)
  const done = compared.reduce((sum, entry) => sum + Math.min(entry.done, entry.planned), 0)
  return (
    <>
      <Card className="p-4" aria-labelledby="plan">
        <h2 id="plan" className="text-xs font-semibold text-soft">
          {t('planTitle')}
        </h2>
        <p className="font-semibold">{t('planWhole', { done, planned })}</p>
        <ul className="mt-2 text-sm">
          {compared.map((entry) => (
            <li key={entry.exerciseId} className="flex items-baseline gap-2 py-1">
              <span
                aria-hidden
                className={entry.done >= entry.planned ? 'text-good' : 'text-watch'}
              >
                {entry.done >= entry.planned ? '✓' : '○'}
              </span>
              <span className="min-w-0 flex-1 wrap-anywhere">
                {entry.name}
                {entry.standIns.map((name) => (
                  <span key={name} className="block text-[0.8125rem] text-soft">
                    {t('planStandIn', { name })}
                  </span>
                ))}
              </span>
              <span className="text-right whitespace-nowrap text-soft">
                {entry.planned === 0
                  ? t('planAdded', { done: entry.done })
                  : entry.done === 0
                    ? t('notDone')
                    : t('planSets', { done: entry.done, planned: entry.planned })}
              </span>
            </li>
          ))}
        </ul>
      </Card>
      <RoutineUpdate sessionId={sessionId} comparison={comparison} />
      <NextTime next={comparison.next} />
    </>
  )
}

/** What the routine will ask for, where a rule of it decides. */
async function NextTime({ next }: Pick<PlanComparison, 'next'>) {
  const t = await getTranslations('workout')
  if (next.length === 0) return null
  return (
    <Card className="p-4" aria-labelledby="next-time">
      <h2 id="next-time" className="text-xs font-semibold text-soft">
        {t('nextTime')}
      </h2>
      <ul className="divide-y divide-line">
        {next.map(({ name, sets, reason }) => (
          <li key={name} className="py-2 text-sm">
            <span className="flex flex-wrap justify-between gap-x-3">
              <span className="font-semibold wrap-anywhere">{name}</span>
              <span className="fig text-base">
                {sets.map(({ count, text }) => withUnit(count, withUnit('×', text))).join(', ')}
              </span>
            </span>
            {t(`why.${reason.key}`, { ...reason.values, you: t('whoNow') })}
          </li>
        ))}
      </ul>
    </Card>
  )
}
