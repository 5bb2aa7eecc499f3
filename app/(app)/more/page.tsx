import { ChevronRight, type LucideIcon } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { GymSwitcher } from '@/app/_components/gym-switcher'
import { FURTHER_PLACES } from '@/app/_components/place-bars'
import { SETTINGS_PLACES } from '@/app/_components/settings-places'
import { ThemeSwitch } from '@/app/_components/theme-switch'
import { Card } from '@/app/_components/ui/card'
import { requireAuth } from '@/lib/auth/guards'
import { SignOutForm } from '../sign-out-form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common')
  return { title: t('nav.more') }
}

/** What the bar of a phone has no room for. */
export default async function MorePage() {
  await requireAuth()
  const t = await getTranslations('common.nav')
  const tSettings = await getTranslations('settings.places')
  const about = await getTranslations('settings.about')
  return (
    <div className="mx-auto flex max-w-xl flex-col gap-5">
      <h1 className="text-2xl font-bold">{t('more')}</h1>
      <PlaceList
        places={FURTHER_PLACES.filter(({ label }) => label !== 'settings').map(
          ({ href, label, Icon }) => ({ href, Icon, name: t(label) }),
        )}
      />
      <section aria-labelledby="settings" className="flex flex-col gap-2">
        <h2 id="settings" className="text-sm font-semibold">
          {t('settings')}
        </h2>
        <PlaceList
          places={SETTINGS_PLACES.map(({ href, label, Icon }) => ({
            ...{ href, Icon, name: tSettings(label) },
            hint: about(label),
          }))}
        />
      </section>
      <GymSwitcher />
      <section className="flex flex-col gap-2">
        <h2 className="text-sm font-semibold">{t('theme')}</h2>
        <ThemeSwitch />
      </section>
      <SignOutForm />
    </div>
  )
}

interface PlaceListProps {
  places: readonly { href: string; name: string; hint?: string; Icon: LucideIcon }[]
}

function PlaceList({ places }: PlaceListProps) {
  return (
    <Card className="overflow-hidden">
      <ul className="divide-y divide-line">
        {places.map(({ href, name, hint, Icon }) => (
          <li key={href}>
            <Link
              href={href}
              className="flex min-h-14 items-center gap-3 px-4 font-medium hover:bg-ground"
            >
              <Icon aria-hidden size={19} className="text-soft" />
              <span className="min-w-0 flex-1 py-2">
                {name}
                {hint ? (
                  <span className="block text-[0.8125rem] font-normal text-soft">{hint}</span>
                ) : null}
              </span>
              <ChevronRight aria-hidden size={17} className="text-faint" />
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}
