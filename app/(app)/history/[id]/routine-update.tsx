import Link from 'next/link'
import { getFormatter, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/app/_components/ui/action-form'
import { Button } from '@/app/_components/ui/button'
import { Card } from '@/app/_components/ui/card'
import { Notice } from '@/app/_components/ui/notice'
import { setsText } from '@/lib/domain/target-text'
import { idSchema } from '@/lib/schemas/text'
import type { PlanComparison, Workout } from '@/lib/schemas/workout'
import { undoRoutineUpdateAction, updateRoutineFromWorkoutAction } from '../actions'

type Told = string | string[] | undefined

export interface RoutineUpdateProps {
  workout: Pick<Workout, 'id' | 'routineId'>
  comparison: PlanComparison
  /** What just happened, as the address says it; `updated` is the way back where there is one. */
  update: { updated: Told; undone: Told }
}

/** What just happened to the routine, and what was done differently from it and is not written there. */
export async function RoutineUpdate({ workout, comparison, update }: RoutineUpdateProps) {
  const { routineId } = workout
  const { routineName, changes } = comparison
  if (routineId === null || routineName === null) return null
  const { updated, undone } = update
  const t = await getTranslations('workout.routineUpdate')
  if (!updated && !undone && changes.length === 0) return null
  return (
    <div id="routine-update" className="flex scroll-mt-4 flex-col gap-4">
      {updated ? (
        <Updated routine={{ id: routineId, name: routineName }} updated={updated} />
      ) : null}
      {undone ? <Notice tone="good">{t('undone')}</Notice> : null}
      {changes.length > 0 ? (
        <Changes sessionId={workout.id} name={routineName} changes={changes} />
      ) : null}
    </div>
  )
}

interface UpdatedProps {
  routine: { id: string; name: string }
  updated: Told
}

/** Says that the routine was changed, with the way there and the way back. */
async function Updated({ routine, updated }: UpdatedProps) {
  const t = await getTranslations('workout.routineUpdate')
  const common = await getTranslations('common')
  const previousId = idSchema.safeParse(updated).data
  return (
    <Notice tone="good">
      <span className="min-w-0 wrap-anywhere">
        {t('done')}{' '}
        <Link
          href={`/routines/${routine.id}`}
          className="inline-flex min-h-6 items-center underline underline-offset-4"
        >
          {t('see', { name: routine.name })}
        </Link>
      </span>
      {previousId ? (
        <ActionForm action={undoRoutineUpdateAction}>
          <input type="hidden" name="routineId" value={routine.id} />
          <input type="hidden" name="previousId" value={previousId} />
          <Button look="quiet" size="compact">
            {common('undo')}
          </Button>
        </ActionForm>
      ) : null}
    </Notice>
  )
}

interface ChangesProps {
  sessionId: string
  name: string
  changes: PlanComparison['changes']
}

/** What was done differently from the routine, to be ticked and written there. */
async function Changes({ sessionId, name, changes }: ChangesProps) {
  const t = await getTranslations('workout.routineUpdate')
  const blocks = await getTranslations('workout.blocks')
  const format = await getFormatter()
  const textOf = (change: (typeof changes)[number]): string => {
    switch (change.kind) {
      case 'targets':
        return t('targets', {
          name: change.name,
          sets: setsText(change.sets),
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
    <Card className="flex flex-col gap-3 p-4" aria-labelledby="routine-changes">
      <div>
        <h2 id="routine-changes" className="font-semibold">
          {t('title', { name })}
        </h2>
        <p className="text-sm text-soft">
          {t(changes.some((change) => change.isReached) ? 'bodyReached' : 'body')}
        </p>
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
                  // What was done because a rack was busy or time was short is no wish for next time.
                  defaultChecked={change.isReached}
                  className="size-5 flex-none accent-accent"
                />
                <span className="min-w-0 wrap-anywhere">{textOf(change)}</span>
              </label>
            </li>
          ))}
        </ul>
        <Button className="in-[form:not(:has(:checked))]:opacity-50">{t('button')}</Button>
      </ActionForm>
    </Card>
  )
}
