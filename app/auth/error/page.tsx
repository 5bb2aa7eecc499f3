import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/app/_components/ui/button'
import { signInPath } from '@/lib/auth/sign-in-path'
import { AuthCard } from '../auth-card'
import { confirmPath } from '../verify-email/confirm-path'
import { findFailure } from './failures'

export async function generateMetadata() {
  return { title: (await getTranslations('auth'))('errorTitle') }
}

/** Where a sign-in by a provider ends that did not work; what the provider says is not repeated. */
export default async function AuthErrorPage({ searchParams }: PageProps<'/auth/error'>) {
  const { error, from, next } = await searchParams
  const t = await getTranslations('auth')
  const failure = findFailure(error)
  const back =
    from === 'settings'
      ? { href: '/settings/security' as const, label: t('backToSettings') }
      : {
          href: signInPath({ next: typeof next === 'string' ? next : undefined }) as '/auth/login',
          label: t('signIn'),
        }
  return (
    <AuthCard title={t('errorTitle')} lead={failure ? t(`failures.${failure}`) : t('errorBody')}>
      <div className="flex flex-wrap gap-3">
        <ButtonLink href={back.href}>{back.label}</ButtonLink>
        {failure === 'unconfirmed' ? (
          <ButtonLink href={confirmPath(next) as '/auth/verify-email'} look="quiet">
            {t('resendConfirmation')}
          </ButtonLink>
        ) : null}
      </div>
    </AuthCard>
  )
}
