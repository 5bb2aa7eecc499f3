import { ChevronRight } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { GymSwitcher } from '@/app/_components/gym-switcher'
import { FURTHER_PLACES } from '@/app/_components/place-bars'
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
  return (
    <div className="mx-auto flex max-w-xl flex-col gap-5">
      <h1 className="text-2xl font-bold">{t('more')}</h1>
      <Card className="overflow-hidden">
        <ul className="divide-y divide-line">
          {FURTHER_PLACES.map(({ href, label, Icon }) => (
            <li key={href}>
              <Link
                href={href}
                className="flex min-h-14 items-center gap-3 px-4 font-medium hover:bg-ground"
              >
                <Icon aria-hidden size={19} className="text-soft" />
                <span className="flex-1">{t(label)}</span>
                <ChevronRight aria-hidden size={17} className="text-faint" />
              </Link>
            </li>
          ))}
        </ul>
      </Card>
      <GymSwitcher />
      <section className="flex flex-col gap-2">
        <h2 className="text-sm font-semibold">{t('theme')}</h2>
        <ThemeSwitch />
      </section>
      <SignOutForm />
    </div>
  )
}
