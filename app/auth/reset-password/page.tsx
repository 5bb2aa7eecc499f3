import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Notice } from '@/app/_components/ui/notice'
import { AuthCard, LINK } from '../auth-card'
import { ResetForm } from './reset-form'

export async function generateMetadata() {
  return { title: (await getTranslations('auth'))('resetTitle') }
}

export default async function ResetPasswordPage({
  searchParams,
}: PageProps<'/auth/reset-password'>) {
  const { token, first, next } = await searchParams
  const t = await getTranslations('auth')
  return (
    <AuthCard
      title={t(first ? 'firstPasswordTitle' : 'resetTitle')}
      lead={t(first ? 'firstPasswordLead' : 'resetLead')}
      footer={
        <Link href="/auth/forgot-password" className={LINK}>
          {t('askNewLink')}
        </Link>
      }
    >
      {typeof token === 'string' ? (
        <ResetForm
          token={token}
          isFirst={first !== undefined}
          next={typeof next === 'string' ? next : ''}
          words={{
            password: t('newPassword'),
            hint: t('passwordHint'),
            show: t('showPassword'),
            hide: t('hidePassword'),
            submit: t('resetButton'),
          }}
        />
      ) : (
        <Notice tone="watch">{t('linkMissing')}</Notice>
      )}
    </AuthCard>
  )
}
