import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Notice } from '@/app/_components/ui/notice'
import { requireAuth } from '@/lib/auth/guards'
import { SETTINGS_COLUMNS } from '../settings-card'
import { ConnectionsSection } from './connections-section'
import { PasskeysSection } from './passkeys-section'
import { PasswordSection } from './password-section'
import { SessionsSection } from './sessions-section'
import { TwoFactorSection } from './two-factor-section'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings.security'))('title') }
}

/** How one signs in, and where one is signed in now; each matter is a section of its own. */
export default async function SecurityPage({ searchParams }: PageProps<'/settings/security'>) {
  const { ended, second, connected, passkey } = await searchParams
  await requireAuth()
  const t = await getTranslations('settings.security')
  return (
    <>
      <div>
        <h1 className="text-2xl font-bold">{t('title')}</h1>
        <p className="text-soft">{t('about')}</p>
      </div>
      {ended ? <Notice tone="good">{t('ended')}</Notice> : null}
      <div className={SETTINGS_COLUMNS}>
        <PasswordSection />
        <TwoFactorSection wasTurnedOff={second === 'off'} />
        <PasskeysSection changed={passkey} />
        <ConnectionsSection changed={connected} />
        <SessionsSection />
      </div>
    </>
  )
}
