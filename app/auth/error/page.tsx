import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/app/_components/ui/button'
import { AuthCard } from '../auth-card'

export default async function AuthErrorPage() {
  const t = await getTranslations('auth')
  return (
    <AuthCard title={t('errorTitle')} lead={t('errorBody')}>
      <ButtonLink href="/auth/login">{t('signIn')}</ButtonLink>
    </AuthCard>
  )
}
