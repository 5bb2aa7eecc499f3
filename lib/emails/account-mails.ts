import { createTranslator } from 'next-intl'
import { getEnv } from '@/lib/env'
import { messages } from '@/lib/i18n/messages'
import type { Mail } from '@/lib/services/mailer'
import { composeLetter } from './letter'

const t = createTranslator({ locale: 'en', messages, namespace: 'emails' })

type Person = { email: string }

/** Mails that ask for something; whoever did not cause one may leave it. */
type Request = 'verify' | 'exists' | 'reset'
/** Mails that tell the owner what was done to their account. */
type Event =
  | 'passwordChanged'
  | 'twoFactorOn'
  | 'twoFactorOff'
  | 'providerLinked'
  | 'providerUnlinked'

/**
 * A mail about somebody's account; `path` is where its button leads. Without their name, which
 * whoever registers an address of another could fill with a message.
 */
function accountMail(
  kind: Request | Event,
  { email }: Person,
  about: { path: string; footer: 'footer' | 'eventFooter'; values?: Record<string, string> },
): Promise<Mail> {
  const { path, footer, values } = about
  return composeLetter({
    to: email,
    subject: t(`${kind}.subject`, values),
    greeting: t('greeting'),
    paragraphs: [t(`${kind}.body`, values)],
    button: { label: t(`${kind}.button`), url: new URL(path, getEnv().APP_URL).href },
    footer: t(footer),
  })
}

const request = (kind: Request, person: Person, path: string, values?: Record<string, string>) =>
  accountMail(kind, person, { path, footer: 'footer', ...(values && { values }) })

const event = (kind: Event, person: Person, path: string, values?: Record<string, string>) =>
  accountMail(kind, person, { path, footer: 'eventFooter', ...(values && { values }) })

const link = (path: string, token: string): string => `${path}?token=${encodeURIComponent(token)}`

export const verificationMail = (person: Person, token: string) =>
  request('verify', person, link('/auth/verify-email', token))

export const accountExistsMail = (person: Person) => request('exists', person, '/auth/login')

export const passwordResetMail = (person: Person, token: string) =>
  request('reset', person, link('/auth/reset-password', token))

export const passwordChangedMail = (person: Person) =>
  event('passwordChanged', person, '/auth/forgot-password')

export const twoFactorChangedMail = (person: Person, isOn: boolean) =>
  event(isOn ? 'twoFactorOn' : 'twoFactorOff', person, '/settings/security')

/** @param provider the name people know it by, such as Google */
export const providerLinkedMail = (person: Person, provider: string, isLinked: boolean) =>
  event(isLinked ? 'providerLinked' : 'providerUnlinked', person, '/settings/security', {
    provider,
  })
