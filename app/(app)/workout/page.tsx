import { getFormatter, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/app/_components/ui/action-form'
import { Button, ButtonLink } from '@/app/_components/ui/button'
import { Card } from '@/app/_components/ui/card'
import { Notice } from '@/app/_components/ui/notice'
import { requireAuth } from '@/lib/auth/guards'
import { query } from '@/lib/transport/query'
import { getRunningWorkout } from '@/lib/use-cases/workouts/read-workouts'
import { OwnRoutines } from '../routines/own-routines'
import { startWorkoutAction } from './actions'

export async function generateMetadata() {
  return { title: (await getTranslations('workout'))('train') }
}

/** Where a workout starts: carry on, take a routine, or go empty. */
export default async function TrainPage({ searchParams }: PageProps<'/workout'>) {
  const { start, repeat, discarded } = await searchParams
  const actor = await requireAuth()
  const t = await getTranslations('workout')
  const format = await getFormatter()
  const running = await query(getRunningWorkout)({})
  const since = running
    ? format.dateTime(running.startedAt, {
        timeZone: actor.timeZone,
        weekday: 'long',
        hour: 'numeric',
        minute: 'numeric',
      })
    : ''
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-4">
      <h1 className="text-[22px] font-bold">{t('train')}</h1>
      {discarded ? <Notice tone="good">{t('discarded')}</Notice> : null}
      {running ? (
        <Card className="flex flex-col gap-3 p-4">
          <div>
            <p className="text-xs font-semibold text-soft">{t('running')}</p>
            <h2 className="text-[19px] font-bold">{running.name}</h2>
            <p className="text-[13px] text-soft">{t('runningSince', { when: since })}</p>
          </div>
          {start !== undefined ? (
            <p>{t('blockedBody', { name: running.name, when: since })}</p>
          ) : null}
          <ButtonLink href={`/workout/${running.id}`}>{t('resume')}</ButtonLink>
          {start !== undefined ? (
            <ActionForm action={startWorkoutAction} className="grid">
              <input type="hidden" name="routineId" value={String(start)} />
              <input type="hidden" name="repeatOf" value={String(repeat ?? '')} />
              <input type="hidden" name="isReplacing" value="on" />
              <Button look="danger">{t('replace')}</Button>
            </ActionForm>
          ) : null}
        </Card>
      ) : (
        <ActionForm action={startWorkoutAction} className="grid">
          <Button>{t('startEmpty')}</Button>
        </ActionForm>
      )}
      <h2 className="mt-2 text-lg font-bold">{t('yourRoutines')}</h2>
      <OwnRoutines isArchived={false} />
    </div>
  )
}
