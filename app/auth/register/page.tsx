import { headers } from 'next/headers'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { getUser } from '@/lib/auth/guards'
import { safeRedirectPath } from '@/lib/auth/safe-redirect'
import { signInPath } from '@/lib/auth/sign-in-path'
import { unitOfRegion } from '@/lib/domain/region'
import { AuthCard, LINK } from '../auth-card'
import { ProviderButtons } from '../provider-buttons'
import { RegisterForm } from './register-form'

export async function generateMetadata() {
  return { title: (await getTranslations('auth'))('register') }
}

export default async function RegisterPage({ searchParams }: PageProps<'/auth/register'>) {
  const search = await searchParams
  const next = typeof search.next === 'string' ? search.next : undefined
  if (await getUser()) redirect(safeRedirectPath(next) as Parameters<typeof redirect>[0])
  const t = await getTranslations('auth')
  return (
    <AuthCard
      title={t('register')}
      lead={t('registerLead')}
      footer={
        <span>
          {t('haveAccount')}{' '}
          <Link href={signInPath({ next }) as '/auth/login'} className={LINK}>
            {t('signIn')}
          </Link>
        </span>
      }
    >
      <RegisterForm
        next={next ?? ''}
        words={{
          name: t('name'),
          email: t('email'),
          password: t('password'),
          passwordHint: t('passwordHint'),
          show: t('showPassword'),
          hide: t('hidePassword'),
          role: t('role'),
          unit: t('unit'),
          submit: t('createAccount'),
        }}
        roles={[
          { value: 'athlete', label: t('roleAthlete'), hint: t('roleAthleteHint') },
          { value: 'coach', label: t('roleCoach'), hint: t('roleCoachHint') },
        ]}
        units={[
          { value: 'kg', label: t('kg') },
          { value: 'lb', label: t('lb') },
        ]}
        usualUnit={unitOfRegion((await headers()).get('accept-language'))}
      />
      <ProviderButtons next={next ?? ''} />
    </AuthCard>
  )
}
