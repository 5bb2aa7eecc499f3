import 'server-only'
import { createTransport } from 'nodemailer'
import { Resend } from 'resend'
import { getEnv } from '@/lib/env'
import { keepInOutbox } from './outbox'

export interface Mail {
  to: string
  subject: string
  html: string
  text: string
}

const TIMEOUT_MS = 10_000

/**
 * Sends by Resend or the mail server that is configured; with neither, keeps the mail as a file in
 * the outbox.
 * @throws Error when the mail was not accepted
 */
export async function sendMail(mail: Mail): Promise<void> {
  const { MAIL_FROM: from, RESEND_API_KEY, SMTP_URL } = getEnv()
  const message = { from, ...mail }
  if (RESEND_API_KEY) {
    const { error } = await new Resend(RESEND_API_KEY).emails.send(message)
    if (error) throw new Error(`Resend did not take a mail: ${error.name}`)
  } else if (SMTP_URL) {
    const limits = { connectionTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS }
    await createTransport({ url: SMTP_URL, ...limits }).sendMail(message)
  } else {
    await keepInOutbox(message)
  }
}
