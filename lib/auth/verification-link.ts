import 'server-only'
import { createEmailVerificationToken } from 'better-auth/api'
import { verificationMail } from '@/lib/emails/account-mails'
import { getEnv } from '@/lib/env'
import { sendMail } from '@/lib/services/mailer'

export const VERIFICATION_LINK_SECONDS = 24 * 3600

/** Mails a link that confirms this address, signs in, and leads on to `next`. */
export async function sendVerificationLink(person: {
  email: string
  next?: string | undefined
}): Promise<void> {
  const { APP_SECRET = '' } = getEnv()
  const seconds = VERIFICATION_LINK_SECONDS
  const token = await createEmailVerificationToken(APP_SECRET, person.email, undefined, seconds)
  await sendMail(await verificationMail(person, token, person.next))
}
