import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/app/_components/ui/button'
import { AuthCard } from '../auth-card'
import { findFailure } from './failures'

export async function generateMetadata() {
  return { title: (await getTranslations('auth'))('errorTitle') }
}

/** Where a sign-in by a provider ends that did not work; what the provider says is not repeated. */
export default async function AuthErrorPage({ searchParams }: PageProps<'/auth/error'>) {
  const { error, from } = await searchParams
  const t = await getTranslations('auth')
  const failure = findFailure(error)
  const back =
    from === 'settings'
      ? { href: '/settings/security', label: t('backToSettings') }
      : { href: '/auth/login', label: t('signIn') }
  return (
    <AuthCard title={t('errorTitle')} lead={failure ? t(`failures.${failure}`) : t('errorBody')}>
      <div className="flex flex-wrap gap-3">
        <ButtonLink href={back.href}>{back.label}</ButtonLink>
        {failure === 'unconfirmed' ? (
          <ButtonLink href="/auth/verify-email" look="quiet">
            {t('resendConfirmation')}
          </ButtonLink>
        ) : null}
      </div>
    </AuthCard>
  )
}
