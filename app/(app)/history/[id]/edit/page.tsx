import { redirect } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/app/_components/ui/action-form'
import { Button } from '@/app/_components/ui/button'
import { Notice } from '@/app/_components/ui/notice'
import { requireAuth } from '@/lib/auth/guards'
import { SESSION_FEELINGS } from '@/lib/domain/feelings'
import { timeOfDay } from '@/lib/domain/local-date'
import { formatHours } from '@/lib/domain/typed-number'
import { messages } from '@/lib/i18n/messages'
import { query } from '@/lib/transport/query'
import { getWorkout } from '@/lib/use-cases/workouts/read-workouts'
import { deleteWorkoutAction } from '../../actions'
import { CorrectForm } from './correct-form'
import { correctWords } from './correct-words'
import { editedExercises } from './edited-exercises'

export async function generateMetadata({ params }: PageProps<'/history/[id]/edit'>) {
  const { id } = await params
  const t = await getTranslations('workout')
  return { title: t('correctTitle', { name: (await query(getWorkout)({ id })).name }) }
}

/** Everything that a past workout says in one form: its time, its exercises and every set. */
export default async function CorrectPage({
  params,
  searchParams,
}: PageProps<'/history/[id]/edit'>) {
  const { id } = await params
  const { corrected } = await searchParams
  const actor = await requireAuth()
  const workout = await query(getWorkout)({ id })
  if (workout.status === 'in_progress') redirect(`/workout/${id}`)
  const isPlanned = workout.status === 'planned'
  const t = await getTranslations('workout')
  const format = await getFormatter()
  const { lastSetAt, completedAt } = workout
  const endsLater =
    lastSetAt && completedAt && !isPlanned && +completedAt - +lastSetAt >= ENDED_LATE_MS
  // Whole minutes, so that the last set is not moved.
  const minutes = lastSetAt ? Math.ceil((+lastSetAt - +workout.startedAt) / MINUTE_MS) : 0
  const clock = { timeZone: actor.timeZone, hour: 'numeric', minute: '2-digit' } as const
  const { userId, timeZone, distanceUnit, weightUnit, locale } = actor
  const { muscles, equipment, trackingKinds } = messages.exercises
  const hasPlan = workout.exercises.some(({ sets }) => sets.length > 0)
  const planned = hasPlan ? 'pastFillHint' : 'pastFillEmpty'
  const hint = isPlanned ? planned : 'correctHint'
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-4">
      <div>
        <h1 className="text-[1.375rem] font-bold">
          {t(isPlanned ? 'pastFill' : 'correctTitle', { name: workout.name })}
        </h1>
        <p className="text-soft">{t(hint)}</p>
      </div>
      {corrected ? <Notice tone="good">{t('corrected')}</Notice> : null}
      <CorrectForm
        sessionId={id}
        head={{
          name: workout.name,
          notes: workout.notes,
          localDate: workout.localDate,
          startTime: timeOfDay(workout.startedAt, actor.timeZone),
          workoutLength: formatHours(workout.durationSeconds ?? 0),
          feeling: workout.feeling ?? '',
          sessionRpe: workout.sessionRpe === null ? '' : String(workout.sessionRpe),
        }}
        endAtLastSet={
          endsLater
            ? {
                label: t('endAtLastSet', {
                  time: format.dateTime(+workout.startedAt + minutes * MINUTE_MS, clock),
                }),
                length: formatHours(minutes * 60),
              }
            : null
        }
        exercises={await editedExercises(workout, actor)}
        picking={{
          ...{ add: messages.train.add, kinds: { muscles, equipment, trackingKinds } },
          ...{ locale, person: { id: userId, timeZone, distanceUnit }, weightUnit },
        }}
        feelings={SESSION_FEELINGS.map((value) => [value, t(`feelings.${value}`)] as const)}
        words={await correctWords()}
      />
      {isPlanned ? (
        <ActionForm action={deleteWorkoutAction} className="grid">
          <input type="hidden" name="sessionId" value={id} />
          <Button look="danger">{t('discard')}</Button>
        </ActionForm>
      ) : null}
    </div>
  )
}

const MINUTE_MS = 60_000
const ENDED_LATE_MS = MINUTE_MS
