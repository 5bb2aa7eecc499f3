import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/app/_components/ui/action-form'
import { Button } from '@/app/_components/ui/button'
import { Card } from '@/app/_components/ui/card'
import type { PlanComparison } from '@/lib/schemas/workout'
import { updateRoutineFromWorkoutAction } from '../actions'

interface RoutineUpdateProps {
  sessionId: string
  comparison: PlanComparison
}

/** What was done otherwise than the routine says, and one press that writes it there. */
export async function RoutineUpdate({ sessionId, comparison }: RoutineUpdateProps) {
  const { routineName, changes } = comparison
  if (routineName === null || changes.length === 0) return null
  const t = await getTranslations('workout.routineUpdate')
  const textOf = (change: (typeof changes)[number]): string => {
    switch (change.kind) {
      case 'targets':
        return t('targets', {
          name: change.name,
          sets: change.sets.map(({ count, text }) => `${count} × ${text}`).join(', '),
        })
      case 'sets':
        return t(change.difference > 0 ? 'more' : 'fewer', {
          ...{ name: change.name, count: Math.abs(change.difference) },
        })
      case 'added':
        return t('added', change)
      case 'removed':
        return t('removed', change)
      case 'swapped':
        return t('swapped', change)
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
      <ul className="list-disc pl-5 text-sm wrap-anywhere">
        {changes.map((change) => (
          <li key={textOf(change)}>{textOf(change)}</li>
        ))}
      </ul>
      <ActionForm action={updateRoutineFromWorkoutAction}>
        <input type="hidden" name="sessionId" value={sessionId} />
        <Button look="quiet">{t('button')}</Button>
      </ActionForm>
    </Card>
  )
}
