import { cookies } from 'next/headers'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { safeRedirectPath } from '@/lib/auth/safe-redirect'
import { secondStepCookieName } from '@/lib/auth/second-step-path'
import { signInPath } from '@/lib/auth/sign-in-path'
import { getEnv } from '@/lib/env'
import { AuthCard, LINK } from '../auth-card'
import { CodeForm, RecoveryForm } from './code-form'

export async function generateMetadata() {
  return { title: (await getTranslations('auth.twoFactor'))('title') }
}

/** Between the right password and the session: a code of the app, or a recovery code. */
export default async function TwoFactorPage({ searchParams }: PageProps<'/auth/two-factor'>) {
  const search = await searchParams
  const next = safeRedirectPath(search.next)
  if (!(await cookies()).has(secondStepCookieName(getEnv().APP_URL))) {
    redirect(signInPath({ next, reason: 'second_step_expired' }) as Parameters<typeof redirect>[0])
  }
  const t = await getTranslations('auth.twoFactor')
  const isRecovery = search.with === 'recovery'
  const submit = t('submit')
  return (
    <AuthCard
      title={t('title')}
      lead={t(isRecovery ? 'recoveryLead' : 'lead')}
      footer={
        <>
          <Link
            href={{
              pathname: '/auth/two-factor',
              query: isRecovery ? { next } : { next, with: 'recovery' },
            }}
            className={LINK}
          >
            {t(isRecovery ? 'toCode' : 'toRecovery')}
          </Link>
          <Link href="/auth/login" className={LINK}>
            {t('startOver')}
          </Link>
        </>
      }
    >
      {isRecovery ? (
        <RecoveryForm next={next} words={{ code: t('recoveryCode'), submit }} />
      ) : (
        <CodeForm next={next} words={{ code: t('code'), submit }} />
      )}
    </AuthCard>
  )
}
