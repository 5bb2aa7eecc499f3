import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireAuth } from '@/lib/auth/guards'
import { createExerciseAction } from '../actions'
import { ExerciseForm } from '../exercise-form'
import { exerciseFormWords } from '../form-words'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('exercises')
  return { title: t('new') }
}

export default async function NewExercisePage({ searchParams }: PageProps<'/exercises/new'>) {
  await requireAuth()
  const t = await getTranslations('exercises')
  const { name } = await searchParams
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-5">
      <h1 className="text-2xl font-bold">{t('new')}</h1>
      <ExerciseForm
        action={createExerciseAction}
        cancelHref="/exercises"
        name={typeof name === 'string' ? name.slice(0, 100) : ''}
        {...(await exerciseFormWords('create'))}
      />
    </div>
  )
}
