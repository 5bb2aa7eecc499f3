import 'server-only'
import { createEmailVerificationToken } from 'better-auth/api'
import { verifyJWT } from 'better-auth/crypto'
import * as z from 'zod'
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

const linkSchema = z.object({ email: z.email() })

/** The address that a link confirms; null for one that is too old or none of ours. */
export async function readVerificationLink(token: string): Promise<string | null> {
  const payload = await verifyJWT(token, getEnv().APP_SECRET ?? '')
  return linkSchema.safeParse(payload).data?.email ?? null
}
