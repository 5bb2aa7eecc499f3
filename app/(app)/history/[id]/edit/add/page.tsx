import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ExercisePicker } from '@/app/_components/exercise-picker'
import { ButtonLink } from '@/app/_components/ui/button'
import { query } from '@/lib/transport/query'
import { getWorkout } from '@/lib/use-cases/workouts/read-workouts'
import { addForgottenExercisesAction } from '../../../actions'

export async function generateMetadata() {
  return { title: (await getTranslations('workout'))('addTitle') }
}

/**
 * Picks an exercise that a past workout does not have yet, or one in another's place (`?swap=`). A script
 * adds within the form.
 */
export default async function AddForgottenPage({
  params,
  searchParams,
}: PageProps<'/history/[id]/edit/add'>) {
  const { id } = await params
  const { swap, ...search } = await searchParams
  const workout = await query(getWorkout)({ id })
  if (workout.status === 'in_progress') redirect(`/workout/${id}/add`)
  const swapped = workout.exercises.find((log) => log.id === swap)
  // Back from the form, it may be replaced already.
  if (swap && !swapped) redirect(`/history/${id}/edit`)
  const t = await getTranslations('workout')
  const common = await getTranslations('common')
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-4">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <h1 className="min-w-0 flex-1 text-[1.375rem] font-bold wrap-anywhere">
          {swapped ? t('swapTitle', { name: swapped.name }) : t('addTitle')}
        </h1>
        <ButtonLink look="quiet" size="compact" href={`/history/${id}/edit`}>
          {common('cancel')}
        </ButtonLink>
      </div>
      <ExercisePicker
        query={search}
        // Sets can only go to an exercise that counts the same.
        tracking={swapped && swapped.sets.length > 0 ? swapped.tracking : undefined}
        action={addForgottenExercisesAction}
        hidden={{ sessionId: id, ...(swapped && { swapFor: swapped.id }) }}
        chosenAs="exerciseIds"
        basePath={`/history/${id}/edit/add${swapped ? `?swap=${swapped.id}` : ''}`}
        submitLabel={swapped ? t('swapExercise') : t('addNamed')}
      />
    </div>
  )
}
