import * as z from 'zod'
import { findAccountByEmail } from '@/lib/auth/account-store'
import { MailedLinks } from '@/lib/auth/mailed-links'
import { dropLinks } from '@/lib/auth/reset-links'
import { defineUseCase } from '@/lib/core/define-use-case'
import { ValidationError } from '@/lib/core/errors'
import {
  confirmEmailChangeMail,
  emailChangedMails,
  emailTakenMail,
  verifyNewEmailMail,
} from '@/lib/emails/account-mails'
import { ownData } from '@/lib/policies/own-data'
import { AccountRepository } from '@/lib/repositories/account-repository'
import { AuditRepository } from '@/lib/repositories/audit-repository'
import { SessionRepository } from '@/lib/repositories/session-repository'
import { emailOnlySchema, mailedLinkSchema } from '@/lib/schemas/account'
import { sendAll } from '../auth/send-all'
import { accountEntry } from './account-entry'

const HOUR_SECONDS = 3600
const LINK_LIMITS = [{ per: 'address', max: 60, windowSeconds: HOUR_SECONDS }] as const

/**
 * Asks to move the account to another address: mails a link to the present one. Nothing is looked up
 * about the other one, so the answer says nothing about it.
 */
export const requestEmailChange = defineUseCase({
  name: 'account.requestEmailChange',
  kind: 'write',
  access: 'user',
  needsFreshSession: true,
  input: emailOnlySchema,
  output: emailOnlySchema,
  limits: [
    { per: 'address', max: 20, windowSeconds: HOUR_SECONDS },
    { per: 'account', max: 5, windowSeconds: HOUR_SECONDS },
  ],
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, actor, input: { email }, after }) => {
    if (email === actor.email) throw new ValidationError({ email: [{ key: 'emailSame' }] })
    const token = await new MailedLinks(tx, 'emailChange').make(actor.userId, email)
    await new AuditRepository(tx).record(accountEntry(actor, 'email_change_requested'))
    after(sendAll([() => confirmEmailChangeMail(actor, email, token)]))
    return { email }
  },
})

/** The present address agrees; the new one is mailed a link, or told that it has an account. */
export const confirmEmailChange = defineUseCase({
  name: 'account.confirmEmailChange',
  kind: 'write',
  access: 'anyone',
  input: mailedLinkSchema,
  output: emailOnlySchema,
  limits: LINK_LIMITS,
  authorize: () => null,
  run: async ({ tx, input: { token }, after }) => {
    const { userId, about: email } = await new MailedLinks(tx, 'emailChange').use(token)
    const next = await new MailedLinks(tx, 'newEmail').make(userId, email)
    after(async () => {
      const taken = await findAccountByEmail(email)
      const compose = () =>
        taken ? emailTakenMail({ email }) : verifyNewEmailMail({ email }, next)
      await sendAll([compose])()
    })
    return { email }
  },
})

/**
 * The new address is confirmed, and the account's from here on: other sessions end, and so do links
 * that were mailed to the old one. Both addresses are told.
 */
export const verifyNewEmail = defineUseCase({
  name: 'account.verifyNewEmail',
  kind: 'write',
  access: 'anyone',
  input: mailedLinkSchema,
  output: z.object({ isSignedIn: z.boolean() }),
  limits: LINK_LIMITS,
  authorize: () => null,
  run: async ({ tx, actor, input: { token }, after }) => {
    const { userId, about: email } = await new MailedLinks(tx, 'newEmail').use(token)
    const scope = ownData({ userId })
    const account = new AccountRepository(tx, scope)
    const before = await account.lock()
    await account.changeEmail(email)
    await dropLinks(userId, tx)
    const here = actor?.userId === userId ? actor.sessionId : null
    const ended = await new SessionRepository(tx, scope).endOthers(here)
    const entry = accountEntry({ userId, sessionId: here }, 'email_changed', { ended })
    await new AuditRepository(tx).record(entry)
    after(sendAll(emailChangedMails(before, { email })))
    return { isSignedIn: here !== null }
  },
})
