import 'server-only'
import { createEmailVerificationToken } from 'better-auth/api'
import { sendAccountMail } from '@/lib/emails/account-mail'
import { getIdentity, VERIFICATION_LINK_SECONDS } from './identity'

/** Mails a link that confirms this address and signs in. */
export async function sendVerificationLink(email: string): Promise<void> {
  const { secret } = await getIdentity().$context
  const seconds = VERIFICATION_LINK_SECONDS
  const token = await createEmailVerificationToken(secret, email, undefined, seconds)
  await sendAccountMail('verification', email, token)
}
