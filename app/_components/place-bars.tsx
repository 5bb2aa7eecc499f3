import {
  Building2,
  CalendarCheck,
  CalendarDays,
  Dumbbell,
  History,
  LibraryBig,
  type LucideIcon,
  Menu,
  NotebookText,
  Settings,
  TrendingUp,
  Trophy,
} from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import type { ComponentType, ReactNode } from 'react'
import type { Messages } from '@/lib/i18n/messages'

interface Place {
  href: string
  label: keyof Messages['common']['nav']
  Icon: LucideIcon
  /** Other beginnings of a path that belong to it. */
  alsoAt?: readonly string[]
}

const MAIN: readonly Place[] = [
  { href: '/dashboard', label: 'today', Icon: CalendarCheck },
  { href: '/workout', label: 'train', Icon: Dumbbell },
  { href: '/history', label: 'history', Icon: History },
  { href: '/progress', label: 'progress', Icon: TrendingUp },
]

/** What the bar of a phone has no room for. */
export const FURTHER_PLACES: readonly Place[] = [
  { href: '/routines', label: 'routines', Icon: NotebookText },
  { href: '/records', label: 'records', Icon: Trophy },
  { href: '/exercises', label: 'exercises', Icon: LibraryBig },
  { href: '/schedule', label: 'schedule', Icon: CalendarDays },
  { href: '/organizations', label: 'gyms', Icon: Building2 },
  { href: '/settings/profile', label: 'settings', Icon: Settings, alsoAt: ['/settings'] },
]

/** What belongs to Train where it has no place of its own. */
const OF_TRAIN: readonly string[] = ['/routines', '/schedule']

const BAR: readonly Place[] = [
  ...MAIN.map((place) => (place.href === '/workout' ? { ...place, alsoAt: OF_TRAIN } : place)),
  {
    href: '/more',
    label: 'more',
    Icon: Menu,
    alsoAt: FURTHER_PLACES.flatMap(({ href, alsoAt = [] }) =>
      OF_TRAIN.includes(href) ? [] : [href, ...alsoAt],
    ),
  },
]

export interface PlaceLinkProps {
  href: string
  /** Other beginnings of a path that belong to it. */
  alsoAt?: readonly string[] | undefined
  className: string
  children: ReactNode
}

interface PlaceBarsProps {
  PlaceLink: ComponentType<PlaceLinkProps>
  /** What stands at the foot of the rail. */
  children?: ReactNode
}

/** A bar below on phones, a rail at the side on wide screens; only one of them is ever shown. */
export async function PlaceBars({ PlaceLink, children }: PlaceBarsProps) {
  const t = await getTranslations('common')
  return (
    <>
      <nav
        aria-label={t('nav.label')}
        className="sticky top-0 hidden h-dvh flex-col gap-1 overflow-y-auto border-r bg-surface px-3.5 py-5 lg:flex"
      >
        <p className="px-2.5 pb-4 text-[1.0625rem] font-bold tracking-tight">{t('appName')}</p>
        {[...MAIN, ...FURTHER_PLACES].map(({ href, label, Icon, alsoAt }) => (
          <PlaceLink
            key={href}
            href={href}
            alsoAt={alsoAt}
            className="flex min-h-10 items-center gap-2.5 rounded-[10px] px-2.5 font-medium text-soft hover:bg-ground aria-[current]:bg-accent-soft aria-[current]:text-accent"
          >
            <Icon aria-hidden size={18} />
            {t(`nav.${label}`)}
          </PlaceLink>
        ))}
        <div className="mt-auto flex flex-col gap-3 pt-6">{children}</div>
      </nav>
      <nav
        aria-label={t('nav.label')}
        data-phone-bar
        className="fixed inset-x-0 bottom-0 z-10 flex h-(--nav) border-t bg-surface px-0.5 pb-[env(safe-area-inset-bottom)] lg:hidden"
      >
        {BAR.map(({ href, label, Icon, alsoAt }) => (
          <PlaceLink
            key={href}
            href={href}
            alsoAt={alsoAt}
            className="flex min-w-0 flex-1 basis-auto flex-col items-center justify-center gap-0.5 text-[min(0.6875rem,15px)] font-semibold text-soft aria-[current]:text-accent"
          >
            <Icon aria-hidden size={22} />
            {t(`nav.${label}`)}
          </PlaceLink>
        ))}
      </nav>
    </>
  )
}
