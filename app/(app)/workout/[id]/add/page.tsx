import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ExercisePicker } from '@/app/_components/exercise-picker'
import { ChoiceLinks } from '@/app/_components/ui/choice-links'
import { newId } from '@/lib/core/id'
import { query } from '@/lib/transport/query'
import { getWorkout } from '@/lib/use-cases/workouts/read-workouts'
import { addExerciseAction } from '../../actions'

/** Picks an exercise to add, to put in another's place (`?swap=`) or into its block (`?join=`). */
export default async function AddExercisePage({
  params,
  searchParams,
}: PageProps<'/workout/[id]/add'>) {
  const { id } = await params
  const { swap, join, take, ...search } = await searchParams
  const workout = await query(getWorkout)({ id })
  const find = (id: typeof swap) => workout.exercises.find((log) => log.id === id)
  const [swapped, partner] = [find(swap), find(join)]
  if ((swap && !swapped) || (join && !partner)) notFound()
  const t = await getTranslations('workout')
  const done = swapped?.sets.filter((set) => set.isCompleted).length ?? 0
  // Where nothing is left to do, the wrong exercise was logged.
  const takes = done > 0 && (take === '1' || (take !== '0' && done === swapped?.sets.length))
  const swapHref = `/workout/${id}/add?swap=${swapped?.id}`
  const about = swapped
    ? {
        hidden: { swapFor: swapped.id, ...(takes ? { takesSets: 'true' } : {}) },
        asked: `?swap=${swapped.id}&take=${takes ? 1 : 0}`,
      }
    : partner && { hidden: { joins: partner.id }, asked: `?join=${partner.id}` }
  return (
    <div className="flex flex-col gap-4">
      <h1 className="text-[1.375rem] font-bold">
        {swapped
          ? t('swapTitle', { name: swapped.name })
          : partner
            ? t('joinTitle', { name: partner.name })
            : t('addTitle')}
      </h1>
      {done > 0 ? (
        <ChoiceLinks
          label={t('swapSets')}
          choices={[
            { href: `${swapHref}&take=1`, label: t('swapTake', { count: done }), isChosen: takes },
            { href: `${swapHref}&take=0`, label: t('swapKeep'), isChosen: !takes },
          ]}
        />
      ) : null}
      <ExercisePicker
        // Figures of one exercise can only go to another that counts the same.
        tracking={takes ? swapped?.tracking : undefined}
        query={search}
        action={addExerciseAction}
        hidden={{ type: 'addExercise', sessionId: id, ...about?.hidden }}
        hiddenInRow={() => ({ id: newId(), exerciseLogId: newId() })}
        basePath={`/workout/${id}/add${about?.asked ?? ''}`}
        submitLabel={swapped ? t('swapExercise') : t('addNamed')}
      />
    </div>
  )
}
