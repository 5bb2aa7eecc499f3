import 'server-only'
import { createTranslator } from 'next-intl'
import { render } from 'react-email'
import { getEnv } from '@/lib/env'
import { messages } from '@/lib/i18n/messages'
import { sendMail } from '@/lib/services/mailer'
import { Message } from './message'

/** Where the button of each mail leads; a token is added where the link carries one. */
const PATHS = {
  verification: '/auth/verify-email',
  alreadyRegistered: '/auth/login',
  resetPassword: '/auth/reset-password',
  passwordChanged: '/auth/forgot-password',
} as const

type AccountMail = keyof typeof PATHS

const t = createTranslator({ locale: 'en', messages, namespace: 'emails' })

/**
 * Sends one of the mails about an account. None of them repeats what was typed, so that nobody
 * can send words of their own to a stranger through us.
 */
export async function sendAccountMail(
  kind: AccountMail,
  to: string,
  token?: string,
): Promise<void> {
  const url = new URL(PATHS[kind], getEnv().APP_URL)
  if (token) url.searchParams.set('token', token)
  const subject = t(`${kind}.subject`)
  const message = (
    <Message
      subject={subject}
      body={t(`${kind}.body`)}
      button={t(`${kind}.button`)}
      url={url.href}
      linkHint={t('linkHint')}
      note={t(`${kind}.note`)}
      sender={t('sender', { host: url.host })}
    />
  )
  const [html, text] = await Promise.all([render(message), render(message, { plainText: true })])
  await sendMail({ to, subject, html, text })
}
