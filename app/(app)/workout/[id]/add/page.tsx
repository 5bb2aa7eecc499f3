import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ExercisePicker } from '@/app/_components/exercise-picker'
import { newId } from '@/lib/core/id'
import { query } from '@/lib/transport/query'
import { getWorkout } from '@/lib/use-cases/workouts/read-workouts'
import { addExerciseAction } from '../../actions'

/** Picks an exercise to add, or to put in another's place (`?swap=`). */
export default async function AddExercisePage({
  params,
  searchParams,
}: PageProps<'/workout/[id]/add'>) {
  const { id } = await params
  const { swap, ...search } = await searchParams
  const workout = await query(getWorkout)({ id })
  const swapped = workout.exercises.find((log) => log.id === swap)
  if (swap && !swapped) notFound()
  const t = await getTranslations('workout')
  return (
    <div className="flex flex-col gap-4">
      <h1 className="text-[22px] font-bold">
        {swapped ? t('swapTitle', { name: swapped.name }) : t('addTitle')}
      </h1>
      <ExercisePicker
        query={search}
        action={addExerciseAction}
        hidden={{ type: 'addExercise', sessionId: id, ...(swapped && { swapFor: swapped.id }) }}
        hiddenInRow={() => ({ id: newId(), exerciseLogId: newId() })}
        basePath={`/workout/${id}/add${swapped ? `?swap=${swapped.id}` : ''}`}
        submitLabel={swapped ? t('swapExercise') : t('addNamed')}
      />
    </div>
  )
}
