import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { TAB, TAB_ROW } from '@/app/_components/ui/tab-row'
import type { GymPlace } from '@/lib/core/gym'
import { hasGymRight } from '@/lib/policies/gym-rights'

type Tab = 'people' | 'routines' | 'trail' | 'settings'

/** The gym's name, what the reader is in it, and its pages as far as they are theirs. */
export async function GymHead({ gym, tab }: { gym: Omit<GymPlace, 'id'>; tab: Tab }) {
  const { name, slug, role } = gym
  const t = await getTranslations('gyms')
  const tabs: Tab[] = [
    'people',
    ...(hasGymRight(role, 'routine:read') ? (['routines'] as const) : []),
    ...(hasGymRight(role, 'trail:read') ? (['trail'] as const) : []),
    'settings',
  ]
  return (
    <>
      <div>
        <h1 className="text-[1.375rem] font-bold wrap-anywhere">{name}</h1>
        <p className="text-soft">{t(`youAre.${role}`)}</p>
      </div>
      <nav aria-label={t('tabs.label')} className={TAB_ROW}>
        {tabs.map((each) => (
          <Link
            key={each}
            href={each === 'people' ? `/organizations/${slug}` : `/organizations/${slug}/${each}`}
            aria-current={each === tab ? 'page' : undefined}
            className={TAB}
          >
            {t(`tabs.${each}`)}
          </Link>
        ))}
      </nav>
    </>
  )
}
