import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { requireAuth } from '@/lib/auth/guards'
import { messages } from '@/lib/i18n/messages'
import { query } from '@/lib/transport/query'
import { getRoutine } from '@/lib/use-cases/routines/read-routines'
import { progressionTexts } from '../../progression-text'
import { RoutineEditor } from './routine-editor'

const read = query(getRoutine)

export async function generateMetadata({ params }: PageProps<'/routines/[id]/edit'>) {
  const { name } = await read({ routineId: (await params).id })
  return { title: (await getTranslations('routines'))('editor.title', { name }) }
}

/** The whole routine as one form; every button saves what was typed before it does its work. */
export default async function EditRoutinePage({ params }: PageProps<'/routines/[id]/edit'>) {
  const { id } = await params
  const { weightUnit, distanceUnit } = await requireAuth()
  const routine = await read({ routineId: id })
  if (!routine.isEditable) redirect(`/routines/${id}`)
  const t = await getTranslations('routines')
  const textOf = await progressionTexts()
  const rules = routine.blocks.map(({ exercises }) => exercises.map(textOf))
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-4">
      <h1 className="text-[1.375rem] font-bold break-words">
        {t('editor.title', { name: routine.name })}
      </h1>
      <RoutineEditor
        routine={routine}
        own={{ weightUnit, distanceUnit }}
        rules={rules}
        words={{ routines: messages.routines, undo: messages.common.undo }}
      />
    </div>
  )
}
