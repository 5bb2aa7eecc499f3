import { createTranslator } from 'next-intl'
import type { KeyScope } from '@/lib/core/actor'
import type { Device } from '@/lib/domain/user-agent'
import { getEnv } from '@/lib/env'
import { deviceText } from '@/lib/i18n/device-text'
import { messages } from '@/lib/i18n/messages'
import type { Mail } from '@/lib/services/mailer'
import { composeLetter } from './letter'
import { plainName } from './plain-name'

const words = createTranslator({ locale: 'en', messages, namespace: 'settings.devices' })
const keyWords = createTranslator({ locale: 'en', messages, namespace: 'settings.keys' })
const t = createTranslator({ locale: 'en', messages, namespace: 'emails' })

type Person = { email: string }

/** Mails that ask for something; whoever did not cause one may leave it. */
type Request =
  | 'verify'
  | 'exists'
  | 'reset'
  | 'confirmEmailChange'
  | 'verifyNewEmail'
  | 'emailTaken'
  | 'deletion'
/** Mails that tell the owner what was done to their account. */
type Event =
  | 'passwordChanged'
  | 'passwordReset'
  | 'apiKeyMade'
  | 'twoFactorOn'
  | 'twoFactorOff'
  | 'recoveryCodesMade'
  | 'recoveryCodeUsed'
  | 'providerLinked'
  | 'providerUnlinked'
  | 'passkeyAdded'
  | 'passkeyRemoved'
  | 'newDevice'
  | 'emailChangedAway'
  | 'emailChangedHere'
  | 'deleted'

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

/** The same where the mail itself says what to do when the reader did not ask for it. */
const warning = (kind: Request, person: Person, path: string, values?: Record<string, string>) =>
  accountMail(kind, person, { path, footer: 'eventFooter', ...(values && { values }) })

const event = (kind: Event, person: Person, path: string, values?: Record<string, string>) =>
  accountMail(kind, person, { path, footer: 'eventFooter', ...(values && { values }) })

const link = (path: string, token: string): string => `${path}?token=${encodeURIComponent(token)}`

/** Its link leads on to `next`, a path of ours or what will be refused as one. */
export const verificationMail = (person: Person, token: string, next?: string) => {
  const way = next ? `next=${encodeURIComponent(next)}&` : ''
  return request('verify', person, `/auth/verify-email?${way}token=${encodeURIComponent(token)}`)
}

export const accountExistsMail = (person: Person) => request('exists', person, '/auth/login')

export const passwordResetMail = (person: Person, token: string) =>
  request('reset', person, link('/auth/reset-password', token))

export const passwordChangedMail = (person: Person) =>
  event('passwordChanged', person, '/auth/forgot-password')

/** After a reset, which revokes the keys as well. */
export const passwordResetDoneMail = (person: Person) =>
  event('passwordReset', person, '/auth/forgot-password')

/** @param key with the name its owner gave it */
export function apiKeyMadeMail(person: Person, key: { name: string; scopes: readonly KeyScope[] }) {
  const names = key.scopes.map((scope) => keyWords(`scopes.${scope}`))
  return event('apiKeyMade', person, '/settings/api-keys', {
    name: plainName(key.name),
    scopes: new Intl.ListFormat('en').format(names),
  })
}

export const twoFactorChangedMail = (person: Person, isOn: boolean) =>
  event(isOn ? 'twoFactorOn' : 'twoFactorOff', person, '/settings/security')

export const recoveryCodesMadeMail = (person: Person) =>
  event('recoveryCodesMade', person, '/settings/security')

/** @param left how many they still have */
export const recoveryCodeUsedMail = (person: Person, left: number) =>
  event('recoveryCodeUsed', person, '/settings/security', { left: String(left) })

/** @param provider the name people know it by, such as Google */
export const providerLinkedMail = (person: Person, provider: string, isLinked: boolean) =>
  event(isLinked ? 'providerLinked' : 'providerUnlinked', person, '/settings/security', {
    provider,
  })

/** @param name what its owner calls the device */
export const passkeyChangedMail = (person: Person, name: string, isAdded: boolean) =>
  event(isAdded ? 'passkeyAdded' : 'passkeyRemoved', person, '/settings/security', {
    name: plainName(name),
  })

/** @param time when it was, shown in their own zone */
export function newDeviceMail(
  person: Person,
  { browser, system, at, timeZone }: Device & { at: Date; timeZone: string },
) {
  const time = new Intl.DateTimeFormat('en', {
    ...{ timeZone, dateStyle: 'long', timeStyle: 'short' },
  }).format(at)
  const device = deviceText(words, { browser, system })
  return event('newDevice', person, '/settings/security', { device, time, timeZone })
}

/** To the present address: whoever reads it decides whether the account goes to another one. */
export const confirmEmailChangeMail = (person: Person, newEmail: string, token: string) =>
  warning('confirmEmailChange', person, link('/auth/change-email', token), { newEmail })

/** To the new address, once the present one has agreed. */
export const verifyNewEmailMail = (person: Person, token: string) =>
  request('verifyNewEmail', person, link('/auth/verify-new-email', token))

/** To the new address, where it has an account of its own already. */
export const emailTakenMail = (person: Person) => request('emailTaken', person, '/auth/login')

/** To both addresses; only the new one is told which it is. */
export const emailChangedMails = (before: Person, after: Person) => [
  () => event('emailChangedAway', before, '/auth/login'),
  () => event('emailChangedHere', after, '/settings/account'),
]

export const accountDeletionMail = (person: Person, token: string) =>
  warning('deletion', person, link('/auth/delete-account', token))

export const accountDeletedMail = (person: Person) => event('deleted', person, '/')
