import { getTranslations } from 'next-intl/server'
import { Card } from '@/app/_components/ui/card'
import { JumpLinks } from '@/app/_components/ui/jump-links'
import { setsText } from '@/lib/domain/target-text'
import type { PlanComparison, Workout } from '@/lib/schemas/workout'
import { query } from '@/lib/transport/query'
import { comparePlanOfWorkout } from '@/lib/use-cases/workouts/read-workouts'
import { RoutineUpdate, type RoutineUpdateProps } from './routine-update'

interface PlanCardProps {
  workout: Pick<Workout, 'id' | 'routineId'>
  /** What the page was told in its address about the routine. */
  update: RoutineUpdateProps['update']
}

const readComparison = async ({ id }: Pick<Workout, 'id'>): Promise<PlanComparison | null> => {
  const comparison = await query(comparePlanOfWorkout)({ id })
  return comparison && comparison.exercises.length > 0 ? comparison : null
}

/** The way to the plan of a workout where it stands far down, under the sets. */
export async function PlanLinks({ workout }: Pick<PlanCardProps, 'workout'>) {
  const comparison = await readComparison(workout)
  if (!comparison) return null
  const t = await getTranslations('workout')
  const { changes, next, routineName: name } = comparison
  return (
    <JumpLinks
      to={[
        ['plan', t('planTitle')],
        ...(changes.length > 0 && name !== null
          ? [['routine-update', t('routineUpdate.title', { name })] as const]
          : []),
        ...(next.length > 0 && name !== null ? [['next-time', t('nextTime')] as const] : []),
      ]}
    />
  )
}

/** What of the plan was done, by exercise; nothing where the workout had no plan. */
export async function PlanCard({ workout, update }: PlanCardProps) {
  const comparison = await readComparison(workout)
  if (!comparison) return null
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
            <li key={entry.exerciseId} className="flex items-baseline gap-2 py-1 narrow:flex-wrap">
              <span
                aria-hidden
                className={`w-4 flex-none text-center ${isDone(entry) ? 'text-good' : 'text-watch'}`}
              >
                {isDone(entry) ? '✓' : '○'}
              </span>
              <span className="min-w-0 flex-1 wrap-anywhere">
                {entry.name}
                {entry.short > 0 ? (
                  <span className="block text-[0.8125rem] text-soft">
                    {t('planShort', { count: entry.short })}
                  </span>
                ) : null}
                {entry.standIns.map((name) => (
                  <span key={name} className="block text-[0.8125rem] text-soft">
                    {t('planStandIn', { name })}
                  </span>
                ))}
              </span>
              <span className="text-right whitespace-nowrap text-soft narrow:basis-full narrow:pl-6 narrow:text-left">
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
      <RoutineUpdate workout={workout} comparison={comparison} update={update} />
      <NextTime {...comparison} />
    </>
  )
}

/** Whether every set that was planned was done, and came to its plan. */
const isDone = ({ done, planned, short }: PlanComparison['exercises'][number]): boolean =>
  done >= planned && short === 0

/** What the routine will ask for, where a rule of it decides. */
async function NextTime({ next, routineName, exercises }: PlanComparison) {
  const t = await getTranslations('workout')
  // What was left out today, or had another in its place, is told of the time before.
  const entryOf = (name: string) => exercises.find((each) => each.name === name)
  const isDoneNow = (name: string) => (entryOf(name)?.own ?? 0) > 0
  const withoutReason = (name: string) => {
    if (isDoneNow(name)) return t('nextAsPlanned')
    const [standIn] = entryOf(name)?.standIns ?? []
    return standIn ? t('nextStandIn', { name: standIn }) : t('nextNotDone')
  }
  if (next.length === 0 || routineName === null) return null
  return (
    <Card className="p-4" aria-labelledby="next-time">
      <h2 id="next-time" className="font-semibold">
        {t('nextTime')}
      </h2>
      <p className="text-sm wrap-anywhere text-soft">{t('nextTimeBody', { name: routineName })}</p>
      <ul className="mt-1 divide-y divide-line">
        {next.map(({ name, rounds, sets, reason }) => (
          <li key={name} className="py-2 text-sm">
            <span className="flex flex-wrap justify-between gap-x-3">
              <span className="font-semibold wrap-anywhere">{name}</span>
              <span className="fig text-base">
                {setsText(sets.map(({ count, text }) => ({ count: count * rounds, text })))}
              </span>
            </span>
            {reason
              ? t(`why.${reason.key}`, {
                  ...reason.values,
                  you: t(isDoneNow(name) ? 'whoNow' : 'whoLast'),
                })
              : withoutReason(name)}
          </li>
        ))}
      </ul>
    </Card>
  )
}
