import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/app/_components/ui/action-form'
import { Button, ButtonLink } from '@/app/_components/ui/button'
import { Card } from '@/app/_components/ui/card'
import { Notice } from '@/app/_components/ui/notice'
import { SESSION_FEELINGS } from '@/lib/domain/feelings'
import { formatDuration } from '@/lib/domain/typed-number'
import { query } from '@/lib/transport/query'
import { getWorkout } from '@/lib/use-cases/workouts/read-workouts'
import { discardWorkoutAction } from '../../actions'
import { FinishForm } from './finish-form'

/** What is done, what is not, a word about it: then the workout is finished. */
export default async function FinishPage({ params }: PageProps<'/workout/[id]/finish'>) {
  const { id } = await params
  const workout = await query(getWorkout)({ id })
  if (workout.status !== 'in_progress') redirect(`/history/${id}`)
  const t = await getTranslations('workout')
  const sets = workout.exercises.flatMap((log) => log.sets)
  const done = sets.filter((set) => set.isCompleted).length
  const left = sets.length - done
  const seconds = (Date.now() - workout.startedAt.getTime()) / 1000
  return (
    <div className="mx-auto flex max-w-xl flex-col gap-4">
      <h1 className="text-[22px] font-bold">{t('finishTitle', { name: workout.name })}</h1>
      {done === 0 ? (
        <Notice tone="watch">{t('nothingDone')}</Notice>
      ) : (
        <Card className="flex flex-col gap-4 p-4">
          <p>
            {t('finishSummary', { done, time: formatDuration(seconds) })}{' '}
            {left > 0 ? t('finishLeft', { left }) : null}
          </p>
          <FinishForm
            sessionId={id}
            words={{
              feeling: t('feeling'),
              feelings: SESSION_FEELINGS.map((feeling) => ({
                value: feeling,
                label: t(`feelings.${feeling}`),
              })),
              sessionRpe: t('sessionRpe'),
              notes: t('workoutNotes'),
              finish: t('finishNow'),
            }}
          />
        </Card>
      )}
      <ButtonLink look="quiet" href={`/workout/${id}`}>
        {t('backToWorkout')}
      </ButtonLink>
      <details className="rounded-card border border-line p-4">
        <summary className="font-semibold text-bad">{t('discard')}</summary>
        <div className="mt-3 flex flex-col gap-3">
          <p>{t('discardAsk', { name: workout.name, done })}</p>
          <ActionForm action={discardWorkoutAction}>
            <input type="hidden" name="sessionId" value={id} />
            <Button look="danger">{t('discardYes')}</Button>
          </ActionForm>
        </div>
      </details>
    </div>
  )
}
