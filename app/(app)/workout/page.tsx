import { getFormatter, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/app/_components/ui/action-form'
import { Button, ButtonLink } from '@/app/_components/ui/button'
import { Card, EmptyState } from '@/app/_components/ui/card'
import { Notice } from '@/app/_components/ui/notice'
import { requireAuth } from '@/lib/auth/guards'
import { query } from '@/lib/transport/query'
import { listRoutines } from '@/lib/use-cases/routines/read-routines'
import { getRunningWorkout } from '@/lib/use-cases/workouts/read-workouts'
import { startWorkoutAction } from './actions'

export async function generateMetadata() {
  return { title: (await getTranslations('workout'))('train') }
}

/** Where a workout starts: carry on, take a routine, or go empty. */
export default async function TrainPage({ searchParams }: PageProps<'/workout'>) {
  const { start, discarded } = await searchParams
  const actor = await requireAuth()
  const t = await getTranslations('workout')
  const format = await getFormatter()
  const running = await query(getRunningWorkout)({})
  const { routines } = await query(listRoutines)({})
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
      {routines.length === 0 ? (
        <EmptyState title={t('noRoutines')}>
          <div className="flex flex-wrap justify-center gap-2">
            <ButtonLink look="quiet" href="/routines/new">
              {t('makeRoutine')}
            </ButtonLink>
            <ButtonLink look="quiet" href="/routines?tab=templates">
              {t('browseTemplates')}
            </ButtonLink>
          </div>
        </EmptyState>
      ) : (
        <ul className="flex flex-col gap-2">
          {routines.map((routine) => (
            <li key={routine.id}>
              <Card className="flex items-center justify-between gap-3 p-3.5">
                <div className="min-w-0">
                  <h3 className="truncate font-semibold">{routine.name}</h3>
                  <p className="text-[13px] text-soft">
                    {t('exercises', { count: routine.exerciseCount })}
                  </p>
                </div>
                <ActionForm action={startWorkoutAction}>
                  <input type="hidden" name="routineId" value={routine.id} />
                  <Button
                    look="quiet"
                    size="compact"
                    aria-label={t('startNamed', { name: routine.name })}
                  >
                    {t('start')}
                  </Button>
                </ActionForm>
              </Card>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
