import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/app/_components/ui/button'
import { ChoiceLinks } from '@/app/_components/ui/choice-links'
import { Toast } from '@/app/_components/ui/toast'
import { restoreRoutineAction } from '@/app/(app)/routines/actions'
import { RoutineButton } from '@/app/(app)/routines/routine-button'
import { RoutineList } from '@/app/(app)/routines/routine-list'
import { requireAuth } from '@/lib/auth/guards'
import { findGymPlaces } from '@/lib/auth/session'
import { idSchema } from '@/lib/schemas/text'
import { GymHead } from '../gym-head'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('gyms'))('tabs.routines') }
}

/** The routines that a gym's trainers share. */
export default async function GymRoutinesPage({
  params,
  searchParams,
}: PageProps<'/organizations/[slug]/routines'>) {
  await requireAuth()
  const { slug } = await params
  const { tab, deleted } = await searchParams
  const gym = (await findGymPlaces()).gyms.find((each) => each.slug === slug)
  if (!gym) notFound()
  const isArchived = tab === 'archived'
  const undo = idSchema.safeParse(deleted).data
  const t = await getTranslations('routines')
  const common = await getTranslations('common')
  const path = `/organizations/${slug}/routines` as const
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-4">
      <GymHead gym={gym} tab="routines" />
      {undo ? (
        <Toast>
          <span className="min-w-0">{t('deletedNotice')}</span>
          <RoutineButton action={restoreRoutineAction} routineId={undo} look="toast" size="compact">
            {common('undo')}
          </RoutineButton>
        </Toast>
      ) : null}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <ChoiceLinks
          label={t('tabs')}
          choices={[
            { href: path, label: t('inUse'), isChosen: !isArchived },
            { href: `${path}?tab=archived`, label: t('archived'), isChosen: isArchived },
          ]}
        />
        <ButtonLink href={{ pathname: '/routines/new', query: { gym: slug } }}>
          {t('new')}
        </ButtonLink>
      </div>
      <RoutineList isArchived={isArchived} gym={gym} />
    </div>
  )
}
