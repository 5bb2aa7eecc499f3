import { createTranslator } from 'next-intl'
import type { GymRole, INVITED_ROLES } from '@/lib/core/gym'
import { getEnv } from '@/lib/env'
import { messages } from '@/lib/i18n/messages'
import type { Mail } from '@/lib/services/mailer'
import { composeLetter } from './letter'
import { plainName } from './plain-name'

const t = createTranslator({ locale: 'en', messages, namespace: 'emails' })

const link = (path: string): string => new URL(path, getEnv().APP_URL).href

/** To somebody who may not know us: names that others typed are cut down to plain ones. */
export function gymInvitationMail(
  { email }: { email: string },
  about: { id: string; gymName: string; role: (typeof INVITED_ROLES)[number]; invitedBy: string },
): Promise<Mail> {
  const gym = plainName(about.gymName)
  const name = plainName(about.invitedBy)
  return composeLetter({
    to: email,
    subject: t('gymInvitation.subject', { gym }),
    greeting: t('greeting'),
    paragraphs: [
      t(`gymInvitation.body.${about.role}`, { gym, name }),
      t('gymInvitation.how', { email }),
    ],
    button: {
      label: t('gymInvitation.button'),
      url: link(`/auth/accept-invitation?id=${about.id}`),
    },
    footer: t('gymInvitation.footer'),
  })
}

interface Gym {
  name: string
  slug: string
}

/** To the one who owned it until now. */
export function gymHandedOverMail(
  { email }: { email: string },
  { gym, to }: { gym: Gym; to: string },
): Promise<Mail> {
  return ownerMail('gymHandedOver', email, { gym, name: to })
}

/** To the new owner. */
export function gymReceivedMail(
  { email }: { email: string },
  { gym, from }: { gym: Gym; from: string },
): Promise<Mail> {
  return ownerMail('gymReceived', email, { gym, name: from })
}

/** To a member who is something else from now on; they decided nothing of it. */
export function gymRoleChangedMail(
  { email }: { email: string },
  { gym, role }: { gym: Gym; role: Exclude<GymRole, 'owner'> },
): Promise<Mail> {
  const values = { gym: plainName(gym.name) }
  return composeLetter({
    to: email,
    subject: t('gymRoleChanged.subject', values),
    greeting: t('greeting'),
    paragraphs: [t(`gymRoleChanged.body.${role}`, values)],
    button: { label: t('gymRoleChanged.button'), url: link(`/organizations/${gym.slug}`) },
    footer: t('gymFooter'),
  })
}

/** To whom somebody took out of a gym. */
export function gymRemovedMail({ email }: { email: string }, gymName: string): Promise<Mail> {
  const values = { gym: plainName(gymName) }
  return composeLetter({
    to: email,
    subject: t('gymRemoved.subject', values),
    greeting: t('greeting'),
    paragraphs: [t('gymRemoved.body', values)],
    button: { label: t('gymRemoved.button'), url: link('/organizations') },
    footer: t('gymFooter'),
  })
}

function ownerMail(
  kind: 'gymHandedOver' | 'gymReceived',
  to: string,
  about: { gym: Gym; name: string },
): Promise<Mail> {
  const values = { gym: plainName(about.gym.name), name: plainName(about.name) }
  return composeLetter({
    to,
    subject: t(`${kind}.subject`, values),
    greeting: t('greeting'),
    paragraphs: [t(`${kind}.body`, values)],
    button: { label: t(`${kind}.button`), url: link(`/organizations/${about.gym.slug}`) },
    footer: t('gymFooter'),
  })
}
