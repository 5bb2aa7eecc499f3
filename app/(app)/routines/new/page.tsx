import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/app/_components/ui/button'
import { requireAuth } from '@/lib/auth/guards'
import { findGymPlaces } from '@/lib/auth/session'
import { hasGymRight } from '@/lib/policies/gym-rights'
import { NewRoutineForm } from './new-routine-form'

export async function generateMetadata() {
  return { title: (await getTranslations('routines'))('new') }
}

/** A routine of one's own, or of the gym that `?gym=` names. */
export default async function NewRoutinePage({ searchParams }: PageProps<'/routines/new'>) {
  await requireAuth()
  const { gym: slug } = await searchParams
  const { gyms } = await findGymPlaces()
  const gym = gyms.find((each) => each.slug === slug && hasGymRight(each.role, 'routine:write'))
  if (slug !== undefined && !gym) notFound()
  const t = await getTranslations('routines')
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-4">
      <div>
        <h1 className="text-[1.375rem] font-bold">{t('new')}</h1>
        {gym ? <p className="wrap-anywhere">{t('forGym', { gym: gym.name })}</p> : null}
        <p className="text-soft">{t('newHint')}</p>
      </div>
      <NewRoutineForm gymId={gym?.id} words={{ name: t('editor.name'), create: t('create') }} />
      <ButtonLink look="quiet" href="/routines?tab=templates" className="self-start">
        {t('browseTemplates')}
      </ButtonLink>
    </div>
  )
}
