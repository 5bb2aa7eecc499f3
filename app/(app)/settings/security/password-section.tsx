import { getTranslations } from 'next-intl/server'
import { isFresh, requireAuth } from '@/lib/auth/guards'
import { query } from '@/lib/transport/query'
import { listWaysIn } from '@/lib/use-cases/security/ways-in'
import { SettingsCard } from '../settings-card'
import { SignInAgain } from '../sign-in-again'
import { PasswordForm, PasswordLinkForm } from './password-form'

/** Changing the password, or choosing a first one by a mailed link. */
export async function PasswordSection() {
  const actor = await requireAuth()
  const { email } = actor
  const { hasPassword } = await query(listWaysIn)({})
  const t = await getTranslations('settings.security')
  const tAuth = await getTranslations('auth')
  if (!hasPassword) {
    return (
      <SettingsCard title={t('password')} about={t('noPassword')}>
        <PasswordLinkForm words={{ submit: t('mailLink'), done: t('linkMailed', { email }) }} />
      </SettingsCard>
    )
  }
  return (
    <SettingsCard title={t('password')} about={t('passwordAbout')}>
      {isFresh(actor) ? (
        <PasswordForm
          email={email}
          words={{
            current: t('currentPassword'),
            new: t('newPassword'),
            hint: tAuth('passwordHint'),
            show: tAuth('showPassword'),
            hide: tAuth('hidePassword'),
            submit: t('changePassword'),
            done: t('passwordChanged'),
          }}
        />
      ) : (
        <SignInAgain next="/settings/security" />
      )}
    </SettingsCard>
  )
}
