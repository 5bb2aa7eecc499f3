import { getTranslations } from 'next-intl/server'
import { ExercisePicker } from '@/app/_components/exercise-picker'
import { query } from '@/lib/transport/query'
import { getRoutine } from '@/lib/use-cases/routines/read-routines'
import { addRoutineExerciseAction } from '../../actions'

/** Picks an exercise for a block (`?block=`) of a routine. */
export default async function AddToRoutinePage({
  params,
  searchParams,
}: PageProps<'/routines/[id]/add'>) {
  const { id } = await params
  const { block: asked, ...search } = await searchParams
  const routine = await query(getRoutine)({ routineId: id })
  const last = Math.max(0, routine.blocks.length - 1)
  const block = /^\d{1,2}$/.test(String(asked)) ? String(asked) : String(last)
  const t = await getTranslations('routines')
  const common = await getTranslations('common')
  return (
    <div className="flex flex-col gap-4">
      <h1 className="text-[1.375rem] font-bold">{t('editor.addTitle', { name: routine.name })}</h1>
      <ExercisePicker
        query={search}
        action={addRoutineExerciseAction}
        hidden={{ routineId: id, block }}
        basePath={`/routines/${id}/add?block=${block}`}
        submitLabel={common('add')}
      />
    </div>
  )
}
