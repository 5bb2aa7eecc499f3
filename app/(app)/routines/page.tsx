import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/app/_components/ui/button'
import { TAB, TAB_ROW } from '@/app/_components/ui/tab-row'
import { Toast } from '@/app/_components/ui/toast'
import { requireAuth } from '@/lib/auth/guards'
import { findGymPlaces } from '@/lib/auth/session'
import { hasGymRight } from '@/lib/policies/gym-rights'
import { idSchema } from '@/lib/schemas/text'
import { restoreRoutineAction } from './actions'
import { readPlanFilters } from './plan-filters'
import { RoutineButton } from './routine-button'
import { RoutineList } from './routine-list'
import { TemplateLibrary } from './template-library'

const TABS = ['mine', 'templates', 'archived'] as const

export async function generateMetadata() {
  return { title: (await getTranslations('routines'))('title') }
}

/** Own routines, the built-in templates, and what was put away. */
export default async function RoutinesPage({ searchParams }: PageProps<'/routines'>) {
  await requireAuth()
  const query = await searchParams
  const tab = TABS.find((name) => name === query.tab) ?? 'mine'
  const deleted = idSchema.safeParse(query.deleted)
  const { active } = await findGymPlaces()
  const t = await getTranslations('routines')
  const common = await getTranslations('common')
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-[1.375rem] font-bold">{t('title')}</h1>
        <ButtonLink href="/routines/new">{t('new')}</ButtonLink>
      </div>
      {deleted.success ? (
        <Toast>
          <span className="min-w-0">{t('deletedNotice')}</span>
          <RoutineButton
            action={restoreRoutineAction}
            routineId={deleted.data}
            look="toast"
            size="compact"
          >
            {common('undo')}
          </RoutineButton>
        </Toast>
      ) : null}
      <nav aria-label={t('tabs')} className={TAB_ROW}>
        {TABS.map((name) => (
          <Link
            key={name}
            href={name === 'mine' ? '/routines' : `/routines?tab=${name}`}
            aria-current={name === tab ? 'page' : undefined}
            className={TAB}
          >
            {t(name)}
          </Link>
        ))}
        {active && hasGymRight(active.role, 'routine:read') ? (
          <Link href={`/organizations/${active.slug}/routines`} className={TAB}>
            {active.name}
          </Link>
        ) : null}
      </nav>
      {tab === 'templates' ? (
        <TemplateLibrary filters={readPlanFilters(query)} isAll={query.all === '1'} />
      ) : (
        <RoutineList isArchived={tab === 'archived'} />
      )}
    </div>
  )
}
