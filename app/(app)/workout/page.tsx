import { getTranslations } from 'next-intl/server'
import { RunningCard } from '@/app/_components/running-card'
import { ActionForm } from '@/app/_components/ui/action-form'
import { Button, ButtonLink } from '@/app/_components/ui/button'
import { Notice } from '@/app/_components/ui/notice'
import { requireAuth } from '@/lib/auth/guards'
import { query } from '@/lib/transport/query'
import { getRunningWorkout } from '@/lib/use-cases/workouts/read-workouts'
import { RoutineList } from '../routines/routine-list'
import { startWorkoutAction } from './actions'

export async function generateMetadata() {
  return { title: (await getTranslations('workout'))('train') }
}

/** Where a workout starts: carry on, take a routine, or go empty. */
export default async function TrainPage({ searchParams }: PageProps<'/workout'>) {
  const { start, repeat, discarded } = await searchParams
  const actor = await requireAuth()
  const t = await getTranslations('workout')
  const running = await query(getRunningWorkout)({})
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-4">
      <h1 className="text-[22px] font-bold">{t('train')}</h1>
      {discarded ? <Notice tone="good">{t('discarded')}</Notice> : null}
      {running ? (
        <RunningCard
          running={running}
          actor={actor}
          {...(start !== undefined && {
            wanted: { routineId: String(start), repeatOf: String(repeat ?? '') },
          })}
        />
      ) : (
        <ActionForm action={startWorkoutAction} className="grid">
          <Button>{t('startEmpty')}</Button>
        </ActionForm>
      )}
      <div className="mt-2 flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-lg font-bold">{t('yourRoutines')}</h2>
        <ButtonLink look="quiet" size="compact" href="/routines">
          {t('allRoutines')}
        </ButtonLink>
      </div>
      <RoutineList isArchived={false} />
    </div>
  )
}
