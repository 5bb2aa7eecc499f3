import { createTranslator } from 'next-intl'
import { getEnv } from '@/lib/env'
import { messages } from '@/lib/i18n/messages'
import type { Mail } from '@/lib/services/mailer'
import { composeLetter } from './letter'

const t = createTranslator({ locale: 'en', messages, namespace: 'emails' })

type Person = { email: string }
type Kind = 'verify' | 'exists' | 'reset' | 'passwordChanged'

/**
 * A mail about somebody's account; `path` is where its button leads. Without their name, which
 * whoever registers an address of another could fill with a message.
 */
function accountMail(kind: Kind, { email }: Person, path: string): Promise<Mail> {
  return composeLetter({
    to: email,
    subject: t(`${kind}.subject`),
    greeting: t('greeting'),
    paragraphs: [t(`${kind}.body`)],
    button: { label: t(`${kind}.button`), url: new URL(path, getEnv().APP_URL).href },
    footer: t('footer'),
  })
}

export const verificationMail = (person: Person, token: string) =>
  accountMail('verify', person, `/auth/verify-email?token=${encodeURIComponent(token)}`)

export const accountExistsMail = (person: Person) => accountMail('exists', person, '/auth/login')

export const passwordResetMail = (person: Person, token: string) =>
  accountMail('reset', person, `/auth/reset-password?token=${encodeURIComponent(token)}`)

export const passwordChangedMail = (person: Person) =>
  accountMail('passwordChanged', person, '/auth/forgot-password')
