import { getTranslations } from 'next-intl/server'
import { NavLink } from '@/app/_components/nav-link'
import { SETTINGS_PLACES } from '@/app/_components/settings-places'

/** The places of the settings above each of them; a page brings its own lock. */
export default async function SettingsLayout({ children }: LayoutProps<'/settings'>) {
  const t = await getTranslations('settings.places')
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-5 xl:max-w-5xl">
      <nav
        aria-label={t('label')}
        className="scroll-edges relative flex gap-1 overflow-x-auto border-b border-line max-sm:-mx-4 max-sm:px-2 sm:flex-wrap sm:overflow-visible"
      >
        {SETTINGS_PLACES.map(({ href, label }) => (
          <NavLink
            key={href}
            href={href}
            className="flex min-h-11 items-center border-b-2 border-transparent px-3 font-semibold whitespace-nowrap sm:-mb-px text-soft hover:text-ink aria-[current]:border-accent aria-[current]:text-accent aria-[current]:[scroll-initial-target:nearest]"
          >
            {t(label)}
          </NavLink>
        ))}
      </nav>
      {children}
    </div>
  )
}
