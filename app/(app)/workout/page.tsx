import { getFormatter, getTranslations } from 'next-intl/server'
import { dayText } from '@/app/_components/day-text'
import { DiscardedWorkouts } from '@/app/_components/discarded-workouts'
import { PlannedCard } from '@/app/_components/planned-card'
import { RunningCard, type Wanted } from '@/app/_components/running-card'
import { ActionForm } from '@/app/_components/ui/action-form'
import { Button, ButtonLink } from '@/app/_components/ui/button'
import { Notice } from '@/app/_components/ui/notice'
import { requireAuth } from '@/lib/auth/guards'
import { query } from '@/lib/transport/query'
import { getPlanned } from '@/lib/use-cases/dashboard/get-planned'
import { getRunningWorkout } from '@/lib/use-cases/workouts/read-workouts'
import { listDiscarded } from '@/lib/use-cases/workouts/restore-workout'
import { RoutineList } from '../routines/routine-list'
import { startWorkoutAction } from './actions'

export async function generateMetadata() {
  return { title: (await getTranslations('workout'))('train') }
}

/** Where a workout starts: resume, take what is planned or another routine, go empty, or restore what was discarded. */
export default async function TrainPage({ searchParams }: PageProps<'/workout'>) {
  const { start, repeat, restore, discarded, expired } = await searchParams
  const actor = await requireAuth()
  const t = await getTranslations('workout')
  const dashboard = await getTranslations('dashboard')
  const format = await getFormatter()
  const running = await query(getRunningWorkout)({})
  const { planned, next } = await query(getPlanned)({})
  const today = planned.find((entry) => !entry.isDone)
  const upNext = today ?? next
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-4">
      <h1 className="text-[1.375rem] font-bold">{t('train')}</h1>
      {discarded ? <Notice tone="good">{t('discarded')}</Notice> : null}
      {expired ? <Notice tone="watch">{t('restoreExpired')}</Notice> : null}
      {running ? (
        <RunningCard
          running={running}
          actor={actor}
          wanted={await findWanted({ start, repeat, restore })}
        />
      ) : (
        <>
          {upNext ? (
            <PlannedCard
              entry={upNext}
              when={
                upNext === today
                  ? dashboard('plannedToday')
                  : dashboard('nextDay', { day: dayText(format, upNext.date, 'long') })
              }
              isFirst
            />
          ) : null}
          <ActionForm action={startWorkoutAction} className="grid">
            <Button look={upNext ? 'quiet' : 'primary'}>{t('startEmpty')}</Button>
          </ActionForm>
        </>
      )}
      <ButtonLink look="quiet" href="/workout/past">
        {t('past')}
      </ButtonLink>
      <DiscardedWorkouts />
      <div className="mt-2 flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-lg font-bold">{t('yourRoutines')}</h2>
        <div className="flex flex-wrap gap-2">
          <ButtonLink look="quiet" size="compact" href="/routines?tab=templates">
            {t('programs')}
          </ButtonLink>
          <ButtonLink look="quiet" size="compact" href="/routines">
            {t('allRoutines')}
          </ButtonLink>
        </div>
      </div>
      <RoutineList isArchived={false} />
    </div>
  )
}

type Param = string | string[] | undefined

/** What was asked for while another workout was running. */
async function findWanted(asked: {
  start: Param
  repeat: Param
  restore: Param
}): Promise<Wanted | null> {
  if (asked.restore !== undefined) {
    const discarded = await query(listDiscarded)({})
    const found = discarded.find(({ id }) => id === asked.restore)
    return found ? { restore: found } : null
  }
  if (asked.start === undefined) return null
  return { start: { routineId: String(asked.start), repeatOf: String(asked.repeat ?? '') } }
}
