import { getFormatter, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/app/_components/ui/action-form'
import { Button } from '@/app/_components/ui/button'
import { Card } from '@/app/_components/ui/card'
import { withUnit } from '@/lib/domain/with-unit'
import type { PlanComparison } from '@/lib/schemas/workout'
import { updateRoutineFromWorkoutAction } from '../actions'

interface RoutineUpdateProps {
  sessionId: string
  comparison: PlanComparison
}

/** What was done differently from the routine, to be ticked and written there. */
export async function RoutineUpdate({ sessionId, comparison }: RoutineUpdateProps) {
  const { routineName, changes } = comparison
  if (routineName === null || changes.length === 0) return null
  const t = await getTranslations('workout.routineUpdate')
  const blocks = await getTranslations('workout.blocks')
  const format = await getFormatter()
  const textOf = (change: (typeof changes)[number]): string => {
    switch (change.kind) {
      case 'targets':
        return t('targets', {
          name: change.name,
          sets: change.sets
            .map(({ count, text }) => withUnit(count, withUnit('×', text)))
            .join(', '),
        })
      case 'sets':
        return t(change.difference > 0 ? 'more' : 'fewer', {
          ...{ name: change.name, count: Math.abs(change.difference) },
        })
      case 'added':
        return t('added', { name: change.name, count: change.count })
      case 'removed':
        return t('removed', { name: change.name })
      case 'swapped':
        return t('swapped', { name: change.name, by: change.by })
      case 'joined':
        return t('joined', {
          ...{
            block: blocks(change.blockKind),
            names: format.list(change.names, { type: 'unit' }),
          },
        })
      case 'order':
        return t('order')
    }
  }
  return (
    <Card className="flex flex-col gap-3 p-4" aria-labelledby="routine-update">
      <div>
        <h2 id="routine-update" className="font-semibold">
          {t('title')}
        </h2>
        <p className="text-sm text-soft">{t('body', { name: routineName })}</p>
      </div>
      <ActionForm action={updateRoutineFromWorkoutAction} className="flex flex-col gap-3">
        <input type="hidden" name="sessionId" value={sessionId} />
        <input type="hidden" name="isChosen" value="on" />
        <ul className="divide-y divide-line">
          {changes.map((change) => (
            <li key={change.key}>
              <label className="flex min-h-11 items-center gap-3 py-2 text-sm">
                <input
                  type="checkbox"
                  name="changes"
                  value={change.key}
                  // What was only done because a rack was busy is no wish for next time.
                  defaultChecked={!change.isSubstitution}
                  className="size-5 flex-none accent-accent"
                />
                <span className="min-w-0 wrap-anywhere">{textOf(change)}</span>
              </label>
            </li>
          ))}
        </ul>
        <Button look="quiet">{t('button')}</Button>
      </ActionForm>
    </Card>
  )
}
