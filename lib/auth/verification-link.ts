import 'server-only'
import { createEmailVerificationToken } from 'better-auth/api'
import { verificationMail } from '@/lib/emails/account-mails'
import { sendMail } from '@/lib/services/mailer'
import { getIdentity, VERIFICATION_LINK_SECONDS } from './identity'

/** Mails a link that confirms this address, signs in, and leads on to `next`. */
export async function sendVerificationLink(person: {
  email: string
  next?: string | undefined
}): Promise<void> {
  const { secret } = await getIdentity().$context
  const seconds = VERIFICATION_LINK_SECONDS
  const token = await createEmailVerificationToken(secret, person.email, undefined, seconds)
  await sendMail(await verificationMail(person, token, person.next))
}
