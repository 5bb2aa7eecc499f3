import * as z from 'zod'
import { getIdentity, identityHeaders } from '@/lib/auth/identity'
import { findPasswordFlaw } from '@/lib/auth/password-rules'
import { dropLinks } from '@/lib/auth/reset-links'
import { defineUseCase } from '@/lib/core/define-use-case'
import { NotFoundError, ValidationError } from '@/lib/core/errors'
import { passwordChangedMail } from '@/lib/emails/account-mails'
import { ownData } from '@/lib/policies/own-data'
import { AccountRepository } from '@/lib/repositories/account-repository'
import { AuditRepository } from '@/lib/repositories/audit-repository'
import { SessionRepository } from '@/lib/repositories/session-repository'
import { changePasswordSchema } from '@/lib/schemas/account'
import { sendAll } from '../auth/send-all'
import { accountEntry } from './account-entry'

const WINDOW_SECONDS = 15 * 60
const HOUR_SECONDS = 3600

/** Sets a new password for whoever gives the old one; every other session ends. */
export const changePassword = defineUseCase({
  name: 'account.changePassword',
  kind: 'write',
  access: 'user',
  needsFreshSession: true,
  input: changePasswordSchema,
  output: z.object({}),
  limits: [
    { per: 'address', max: 50, windowSeconds: WINDOW_SECONDS },
    { per: 'account', max: 10, windowSeconds: WINDOW_SECONDS },
  ],
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, actor, input: { currentPassword, newPassword }, after }) => {
    const account = new AccountRepository(tx, scope)
    await account.lock()
    const kept = await account.findPasswordHash()
    if (kept === null) throw new NotFoundError('noPassword')
    const { password } = await getIdentity().$context
    if (!(await password.verify({ hash: kept, password: currentPassword })))
      throw new ValidationError({ currentPassword: [{ key: 'passwordWrong' }] })
    const flaw = findPasswordFlaw(newPassword, actor.email)
    if (flaw) throw new ValidationError({ newPassword: [{ key: flaw }] })

    await account.changePasswordHash(await password.hash(newPassword))
    const ended = await new SessionRepository(tx, scope).endOthers(actor.sessionId)
    await dropLinks(actor.userId, tx)
    await new AuditRepository(tx).record(accountEntry(actor, 'password_changed', { ended }))
    after(sendAll([() => passwordChangedMail(actor)]))
    return {}
  },
})

/** Mails a link to choose a password to one's own address: the way to a first one. */
export const mailPasswordLink = defineUseCase({
  name: 'account.mailPasswordLink',
  kind: 'write',
  access: 'user',
  needsSession: true,
  input: z.strictObject({}),
  output: z.object({ email: z.string() }),
  limits: [{ per: 'account', max: 5, windowSeconds: HOUR_SECONDS }],
  authorize: ({ actor }) => ownData(actor),
  run: async ({ actor: { email }, caller, after }) => {
    const headers = identityHeaders(caller)
    after(async () => {
      await getIdentity().api.requestPasswordReset({ body: { email }, headers })
    })
    return { email }
  },
})
