import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/app/_components/ui/button'
import { safeRedirectPath } from '@/lib/auth/safe-redirect'
import { query } from '@/lib/transport/query'
import { getTwoFactor } from '@/lib/use-cases/security/two-factor'
import { AuthCard } from '../../auth-card'

export async function generateMetadata() {
  return { title: (await getTranslations('auth.twoFactor'))('usedTitle') }
}

/** Signed in by a recovery code: how many are left, and on. */
export default async function RecoveryCodeUsedPage({
  searchParams,
}: PageProps<'/auth/two-factor/used'>) {
  const { next } = await searchParams
  const { recoveryCodesLeft: left } = await query(getTwoFactor)({})
  const t = await getTranslations('auth.twoFactor')
  return (
    <AuthCard title={t('usedTitle')} lead={t('usedBody', { left })}>
      <div className="flex flex-wrap gap-3">
        <ButtonLink href={safeRedirectPath(next)}>{t('goOn')}</ButtonLink>
        <ButtonLink href={'/settings/security'} look="quiet">
          {t('toSecurity')}
        </ButtonLink>
      </div>
    </AuthCard>
  )
}
