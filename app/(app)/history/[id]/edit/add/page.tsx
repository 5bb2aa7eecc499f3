import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ExercisePicker } from '@/app/_components/exercise-picker'
import { ButtonLink } from '@/app/_components/ui/button'
import { requireAuth } from '@/lib/auth/guards'
import { messages } from '@/lib/i18n/messages'
import { query } from '@/lib/transport/query'
import { getWorkout } from '@/lib/use-cases/workouts/read-workouts'
import { addForgottenExercisesAction } from '../../../actions'
import { PastPicker } from './past-picker'

export async function generateMetadata() {
  return { title: (await getTranslations('workout'))('addTitle') }
}

/** Picks exercises that a past workout does not have yet, or one in another's place (`?swap=`). */
export default async function AddForgottenPage({
  params,
  searchParams,
}: PageProps<'/history/[id]/edit/add'>) {
  const { id } = await params
  const { swap, ...search } = await searchParams
  const actor = await requireAuth()
  const workout = await query(getWorkout)({ id })
  if (workout.status === 'in_progress') redirect(`/workout/${id}/add`)
  const swapped = workout.exercises.find((log) => log.id === swap)
  // Back from the form, it may be replaced already.
  if (swap && !swapped) redirect(`/history/${id}/edit`)
  // Sets can only go to an exercise that counts the same.
  const counted = swapped && swapped.sets.length > 0 ? swapped.tracking : undefined
  const t = await getTranslations('workout')
  const common = await getTranslations('common')
  const about = swapped && t('swapTitle', { name: swapped.name })
  const { userId, timeZone, distanceUnit, weightUnit } = actor
  const { muscles, equipment, trackingKinds } = messages.exercises
  return (
    <>
      <div className="noscript:hidden">
        <PastPicker
          {...{ sessionId: id, about }}
          swapped={swapped && { id: swapped.id, exerciseId: swapped.exerciseId, counted }}
          picking={{
            ...{ add: messages.train.add, kinds: { muscles, equipment, trackingKinds } },
            ...{ locale: actor.locale, person: { id: userId, timeZone, distanceUnit }, weightUnit },
          }}
          present={workout.exercises.map(({ exerciseId }) => exerciseId)}
        />
      </div>
      <noscript>
        <div className="mx-auto flex max-w-2xl flex-col gap-4">
          <div className="flex flex-wrap items-start justify-between gap-3">
            <h1 className="min-w-0 flex-1 text-[1.375rem] font-bold wrap-anywhere">
              {about ?? t('addTitle')}
            </h1>
            <ButtonLink look="quiet" size="compact" href={`/history/${id}/edit`}>
              {common('cancel')}
            </ButtonLink>
          </div>
          <ExercisePicker
            query={search}
            tracking={counted}
            action={addForgottenExercisesAction}
            hidden={{ sessionId: id, ...(swapped && { swapFor: swapped.id }) }}
            chosenAs="exerciseIds"
            basePath={`/history/${id}/edit/add${swapped ? `?swap=${swapped.id}` : ''}`}
            submitLabel={swapped ? t('swapExercise') : t('addNamed')}
          />
        </div>
      </noscript>
    </>
  )
}
