import { redirect } from 'next/navigation'
import { NextIntlClientProvider } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { FreshOnReturn } from '@/app/_components/fresh-on-return'
import { ActionForm } from '@/app/_components/ui/action-form'
import { Button, ButtonLink } from '@/app/_components/ui/button'
import { EmptyState } from '@/app/_components/ui/card'
import { Notice } from '@/app/_components/ui/notice'
import { requireAuth } from '@/lib/auth/guards'
import { newId } from '@/lib/core/id'
import { messages } from '@/lib/i18n/messages'
import { query } from '@/lib/transport/query'
import { getWorkout } from '@/lib/use-cases/workouts/read-workouts'
import { restoreExerciseAction, restoreSetAction } from '../actions'
import { Elapsed } from './elapsed'
import { ExerciseCard } from './exercise-card'
import { FinishLink, ProgressProvider, SetsDone } from './progress'

const read = query(getWorkout)

export async function generateMetadata({ params }: PageProps<'/workout/[id]'>) {
  return { title: (await read(await params)).name }
}

/** The workout that is going on; a finished one is looked at in the history. */
export default async function WorkoutPage({ params }: PageProps<'/workout/[id]'>) {
  const { id } = await params
  const actor = await requireAuth()
  const workout = await read({ id })
  if (workout.status !== 'in_progress') redirect(`/history/${id}`)

  const t = await getTranslations('workout')
  const common = await getTranslations('common')
  const sets = workout.exercises.flatMap((log) => log.sets)
  const { lastRemoved } = workout
  const undo = (
    <Button look="quiet" size="compact">
      {common('undo')}
    </Button>
  )
  return (
    <NextIntlClientProvider messages={{ workout: { setsDone: messages.workout.setsDone } }}>
      <ProgressProvider sets={sets.map(({ id, isCompleted }) => ({ id, isCompleted }))}>
        <FreshOnReturn drawing={newId()} />
        <div className="mx-auto flex max-w-2xl flex-col gap-3">
          <header className="sticky top-0 z-10 -mx-4 flex items-center justify-between gap-3 bg-ground px-4 py-2.5">
            <div className="min-w-0">
              <h1 className="truncate text-sm font-semibold text-soft">{workout.name}</h1>
              <p className="flex items-baseline gap-2">
                <Elapsed
                  startedAt={workout.startedAt.toISOString()}
                  seconds={(Date.now() - workout.startedAt.getTime()) / 1000}
                />
                <SetsDone />
              </p>
            </div>
            <FinishLink href={`/workout/${id}/finish`}>{t('finish')}</FinishLink>
          </header>
          {lastRemoved?.part === 'exercise' ? (
            <Notice tone="plain">
              <span>{t('removed', { name: lastRemoved.name })}</span>
              <ActionForm action={restoreExerciseAction}>
                <input type="hidden" name="exerciseLogId" value={lastRemoved.id} />
                {undo}
              </ActionForm>
            </Notice>
          ) : null}
          {lastRemoved?.part === 'set' ? (
            <Notice tone="plain">
              <span>{t('removedSet', { name: lastRemoved.name })}</span>
              <ActionForm action={restoreSetAction}>
                <input type="hidden" name="setId" value={lastRemoved.id} />
                {undo}
              </ActionForm>
            </Notice>
          ) : null}
          {workout.exercises.map((log, index) => (
            <ExerciseCard
              key={log.id}
              sessionId={id}
              log={log}
              actor={actor}
              isFirst={index === 0}
              isLast={index === workout.exercises.length - 1}
            />
          ))}
          {workout.exercises.length === 0 ? <EmptyState title={t('empty')} /> : null}
          <ButtonLink look="quiet" href={`/workout/${id}/add`}>
            {t('addExercise')}
          </ButtonLink>
        </div>
      </ProgressProvider>
    </NextIntlClientProvider>
  )
}
