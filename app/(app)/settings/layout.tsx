import { getTranslations } from 'next-intl/server'
import { NavLink } from '@/app/_components/nav-link'
import { SETTINGS_PLACES } from '@/app/_components/settings-places'
import { TAB, TAB_ROW } from '@/app/_components/ui/tab-row'

/** The places of the settings above each of them; a page brings its own lock. */
export default async function SettingsLayout({ children }: LayoutProps<'/settings'>) {
  const t = await getTranslations('settings.places')
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-5 xl:max-w-5xl">
      <nav aria-label={t('label')} className={TAB_ROW}>
        {SETTINGS_PLACES.map(({ href, label }) => (
          <NavLink key={href} href={href} className={TAB}>
            {t(label)}
          </NavLink>
        ))}
      </nav>
      {children}
    </div>
  )
}
