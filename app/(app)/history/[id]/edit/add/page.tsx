import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ExercisePicker } from '@/app/_components/exercise-picker'
import { query } from '@/lib/transport/query'
import { getWorkout } from '@/lib/use-cases/workouts/read-workouts'
import { addForgottenExerciseAction } from '../../../actions'

export async function generateMetadata() {
  return { title: (await getTranslations('workout'))('addTitle') }
}

/** Picks an exercise that a past workout does not have yet. */
export default async function AddForgottenPage({
  params,
  searchParams,
}: PageProps<'/history/[id]/edit/add'>) {
  const { id } = await params
  const workout = await query(getWorkout)({ id })
  if (workout.status === 'in_progress') redirect(`/workout/${id}/add`)
  const t = await getTranslations('workout')
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-4">
      <h1 className="text-[1.375rem] font-bold">{t('addTitle')}</h1>
      <ExercisePicker
        query={await searchParams}
        action={addForgottenExerciseAction}
        hidden={{ sessionId: id }}
        basePath={`/history/${id}/edit/add`}
        submitLabel={t('addNamed')}
      />
    </div>
  )
}
