import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { getEnv } from '@/lib/env'
import { AuthCard, LINK } from '../auth-card'
import { MailForm } from '../mail-form'
import { requestPasswordResetAction } from './actions'

export async function generateMetadata() {
  return { title: (await getTranslations('auth'))('forgotTitle') }
}

export default async function ForgotPasswordPage() {
  const t = await getTranslations('auth')
  return (
    <AuthCard
      title={t('forgotTitle')}
      lead={t('forgotLead')}
      footer={
        <>
          <Link href="/auth/login" className={LINK}>
            {t('signIn')}
          </Link>
          {getEnv().SHOW_OUTBOX ? (
            <Link href="/dev/outbox" className={LINK}>
              {t('outbox')}
            </Link>
          ) : null}
        </>
      }
    >
      <MailForm
        action={requestPasswordResetAction}
        words={{ email: t('email'), submit: t('sendLink'), done: t('linkSent') }}
      />
    </AuthCard>
  )
}
