import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { updateExerciseAction } from '../../actions'
import { ExerciseForm } from '../../exercise-form'
import { exerciseFormWords } from '../../form-words'
import { readExercise } from '../../read-exercise'

type Props = PageProps<'/exercises/[id]/edit'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('exercises')
  const { name } = await readExercise({ exerciseId: (await params).id })
  return { title: t('editTitle', { name }) }
}

export default async function EditExercisePage({ params }: Props) {
  const exercise = await readExercise({ exerciseId: (await params).id })
  if (!exercise.isCustom) notFound()
  const t = await getTranslations('exercises')
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-5">
      <h1 className="text-2xl font-bold wrap-anywhere">
        {t('editTitle', { name: exercise.name })}
      </h1>
      <ExerciseForm
        action={updateExerciseAction}
        exercise={exercise}
        cancelHref={`/exercises/${exercise.id}`}
        {...(await exerciseFormWords('save'))}
      />
    </div>
  )
}
