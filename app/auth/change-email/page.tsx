import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Notice } from '@/app/_components/ui/notice'
import { AuthCard } from '../auth-card'
import { AgreeForm } from './agree-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('changeEmailTitle') }
}

/** Where the present address agrees to another one. */
export default async function ChangeEmailPage({ searchParams }: PageProps<'/auth/change-email'>) {
  const { token } = await searchParams
  const t = await getTranslations('auth')
  return (
    <AuthCard title={t('changeEmailTitle')} lead={t('changeEmailLead')}>
      {typeof token === 'string' ? (
        <AgreeForm
          token={token}
          words={{ submit: t('changeEmailButton'), done: t.raw('changeEmailDone') }}
        />
      ) : (
        <Notice tone="watch">{t('linkMissing')}</Notice>
      )}
    </AuthCard>
  )
}
