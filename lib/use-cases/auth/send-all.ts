import { type Mail, sendMail } from '@/lib/services/mailer'

/** Work for after the answer: composes and sends each mail. */
export const sendAll = (mails: readonly (() => Promise<Mail>)[]) => async (): Promise<void> => {
  for (const compose of mails) await sendMail(await compose())
}
