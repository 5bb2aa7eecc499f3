import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { deviceWords } from '@/app/_components/device-words'
import { Notice } from '@/app/_components/ui/notice'
import { getUser } from '@/lib/auth/guards'
import { arePasskeysOffered } from '@/lib/auth/passkeys'
import { safeRedirectPath } from '@/lib/auth/safe-redirect'
import { SIGN_IN_REASONS, type SignInReason } from '@/lib/auth/sign-in-path'
import { AuthCard, LINK } from '../auth-card'
import { ProviderButtons } from '../provider-buttons'
import { ForgetSent } from './forget-sent'
import { LoginForm } from './login-form'
import { PasskeyForm } from './passkey-form'

/** Reasons to sign in for who is signed in already. */
const STAYS = new Set<SignInReason>(['fresh_session_required', 'other_account'])

export async function generateMetadata() {
  return { title: (await getTranslations('auth'))('login') }
}

export default async function LoginPage({ searchParams }: PageProps<'/auth/login'>) {
  const search = await searchParams
  const next = typeof search.next === 'string' ? search.next : ''
  const reason = SIGN_IN_REASONS.find((each) => each === search.reason)
  const user = await getUser()
  if (!(reason && STAYS.has(reason)) && user) {
    redirect(safeRedirectPath(next) as Parameters<typeof redirect>[0])
  }
  const t = await getTranslations('auth')
  return (
    <AuthCard
      title={t('login')}
      footer={
        <>
          <span>
            {t('noAccount')}{' '}
            <Link href={{ pathname: '/auth/register', query: next && { next } }} className={LINK}>
              {t('createAccount')}
            </Link>
          </span>
          <Link href="/auth/forgot-password" className={LINK}>
            {t('forgot')}
          </Link>
        </>
      }
    >
      <ForgetSent />
      {reason ? <Notice tone="plain">{t(`reasons.${reason}`)}</Notice> : null}
      <LoginForm
        next={next}
        email={user?.email}
        words={{
          email: t('email'),
          password: t('password'),
          show: t('showPassword'),
          hide: t('hidePassword'),
          signIn: t('signIn'),
          resend: t('resendConfirmation'),
        }}
      />
      {arePasskeysOffered() ? (
        <PasskeyForm next={next} words={{ continue: t('passkey.continue'), device: deviceWords }} />
      ) : null}
      <ProviderButtons next={next} />
    </AuthCard>
  )
}
