import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/app/_components/ui/button'
import { requireAuth } from '@/lib/auth/guards'
import { NewRoutineForm } from './new-routine-form'

export async function generateMetadata() {
  return { title: (await getTranslations('routines'))('new') }
}

export default async function NewRoutinePage() {
  await requireAuth()
  const t = await getTranslations('routines')
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-4">
      <div>
        <h1 className="text-[22px] font-bold">{t('new')}</h1>
        <p className="text-soft">{t('newHint')}</p>
      </div>
      <NewRoutineForm words={{ name: t('editor.name'), create: t('create') }} />
      <ButtonLink look="quiet" href="/routines?tab=templates" className="self-start">
        {t('browseTemplates')}
      </ButtonLink>
    </div>
  )
}
