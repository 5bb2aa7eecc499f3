import { cookies } from 'next/headers'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/app/_components/ui/action-form'
import { Button } from '@/app/_components/ui/button'
import { mailedToCookieName, readMailedTo } from '@/lib/auth/mailed-to-cookie'
import { registrationCookieName } from '@/lib/auth/registration-cookie'
import { getEnv } from '@/lib/env'
import { AuthCard, LINK } from '../auth-card'
import { MailForm } from '../mail-form'
import { resendVerificationAction, verifyEmailAction } from './actions'

export async function generateMetadata() {
  return { title: (await getTranslations('auth'))('verifyTitle') }
}

/** With a token, a button that confirms (opening a link changes nothing); else: look into your mail. */
export default async function VerifyEmailPage({ searchParams }: PageProps<'/auth/verify-email'>) {
  const search = await searchParams
  const { token } = search
  const next = typeof search.next === 'string' ? search.next : undefined
  const t = await getTranslations('auth')
  const jar = await cookies()
  const email = readMailedTo(jar.get(mailedToCookieName)?.value) ?? undefined
  // Without it this browser did not make the account, and confirming leads to choosing a password.
  const hasRegistered = jar.has(registrationCookieName(getEnv().APP_URL))
  const resend = (
    <MailForm
      action={resendVerificationAction}
      next={next}
      email={email}
      words={{ email: t('email'), submit: t('resend'), done: t('resent') }}
    />
  )
  const outbox = getEnv().SHOW_OUTBOX ? (
    <Link href="/dev/outbox" className={LINK}>
      {t('outbox')}
    </Link>
  ) : null
  if (typeof token !== 'string') {
    return (
      <AuthCard
        title={t('checkMail')}
        lead={email ? t('mailedTo', { email }) : t('checkMailBody')}
        footer={
          <>
            {email ? (
              <Link href={{ pathname: '/auth/register', query: next && { next } }} className={LINK}>
                {t('wrongAddress')}
              </Link>
            ) : null}
            {outbox}
          </>
        }
      >
        {email ? <p className="text-sm text-soft">{t('noMail')}</p> : null}
        {resend}
      </AuthCard>
    )
  }
  return (
    <AuthCard
      title={t('verifyTitle')}
      lead={t(hasRegistered ? 'verifyLead' : 'verifyElsewhereLead')}
      footer={
        <details className="w-full">
          <summary className={LINK}>{t('resend')}</summary>
          <div className="mt-4">{resend}</div>
        </details>
      }
    >
      <ActionForm action={verifyEmailAction} className="grid gap-4">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="next" value={next ?? ''} />
        <Button>{t(hasRegistered ? 'verifyButton' : 'verifyElsewhereButton')}</Button>
      </ActionForm>
    </AuthCard>
  )
}
