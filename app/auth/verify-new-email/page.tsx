import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/app/_components/ui/action-form'
import { Button } from '@/app/_components/ui/button'
import { Notice } from '@/app/_components/ui/notice'
import { AuthCard } from '../auth-card'
import { verifyNewEmailAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('newEmailTitle') }
}

/** Where the new address is confirmed, the last step of changing it. */
export default async function VerifyNewEmailPage({
  searchParams,
}: PageProps<'/auth/verify-new-email'>) {
  const { token } = await searchParams
  const t = await getTranslations('auth')
  return (
    <AuthCard title={t('newEmailTitle')} lead={t('newEmailLead')}>
      {typeof token === 'string' ? (
        <ActionForm action={verifyNewEmailAction} className="grid gap-4">
          <input type="hidden" name="token" value={token} />
          <Button>{t('newEmailButton')}</Button>
        </ActionForm>
      ) : (
        <Notice tone="watch">{t('linkMissing')}</Notice>
      )}
    </AuthCard>
  )
}
