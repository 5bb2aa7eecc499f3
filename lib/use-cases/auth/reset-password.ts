import * as z from 'zod'
import { lockAccount } from '@/lib/auth/account-store'
import { getIdentity, identityHeaders } from '@/lib/auth/identity'
import { identityErrorCode } from '@/lib/auth/identity-errors'
import { findPasswordFlaw } from '@/lib/auth/password-rules'
import { confirmMailbox } from '@/lib/auth/reset-links'
import { unlockSecondFactor } from '@/lib/auth/second-factor'
import { signInPath } from '@/lib/auth/sign-in-path'
import { defineUseCase } from '@/lib/core/define-use-case'
import { NotFoundError, ValidationError } from '@/lib/core/errors'
import { passwordResetDoneMail } from '@/lib/emails/account-mails'
import { AuditRepository } from '@/lib/repositories/audit-repository'
import { emailOnlySchema, resetPasswordSchema } from '@/lib/schemas/account'
import { forgetAttempts } from '@/lib/services/rate-limiter'
import { accountEntry } from '../account/account-entry'
import { revokeAllKeys } from '../api-keys/api-keys'
import { sendAll } from './send-all'
import { signIn } from './sign-in'

const HOUR_SECONDS = 3600

/** Mails a link to choose a new password; the account is looked up after the answer. */
export const requestPasswordReset = defineUseCase({
  name: 'auth.requestPasswordReset',
  kind: 'write',
  access: 'anyone',
  input: emailOnlySchema,
  output: emailOnlySchema,
  limits: [
    { per: 'address', max: 20, windowSeconds: HOUR_SECONDS },
    { per: 'account', max: 5, windowSeconds: HOUR_SECONDS },
  ],
  limitAccount: ({ email }) => email,
  authorize: () => null,
  run: async ({ input: { email }, caller, after }) => {
    const headers = identityHeaders(caller)
    after(async () => {
      await getIdentity().api.requestPasswordReset({ body: { email }, headers })
    })
    return { email }
  },
})

/** Sets a new password by a mailed link, once; every session and API key of the account ends. */
export const resetPassword = defineUseCase({
  name: 'auth.resetPassword',
  kind: 'write',
  access: 'anyone',
  input: resetPasswordSchema,
  output: z.object({ redirectTo: z.string() }),
  limits: [{ per: 'address', max: 20, windowSeconds: HOUR_SECONDS }],
  authorize: () => null,
  run: async ({ tx, input: { token, password, isFirst, next }, caller, after }) => {
    const identity = getIdentity()
    const { internalAdapter } = await identity.$context
    const link = await internalAdapter.findVerificationValue(`reset-password:${token}`)
    const account = link && (await lockAccount(link.value, tx))
    if (!account) throw new NotFoundError('linkInvalid')
    const flaw = findPasswordFlaw(password, account.email)
    if (flaw) throw new ValidationError({ password: [{ key: flaw }] })
    try {
      const headers = identityHeaders(caller)
      await identity.api.resetPassword({ body: { token, newPassword: password }, headers })
    } catch (error) {
      if (identityErrorCode(error) === 'INVALID_TOKEN') throw new NotFoundError('linkInvalid')
      throw error
    }
    await confirmMailbox(account.id, tx)
    await revokeAllKeys(tx, account.id)
    // Somebody else's guessing must not keep the owner out.
    await unlockSecondFactor(account.id, tx)
    await new AuditRepository(tx).record(accountEntry({ userId: account.id }, 'password_reset'))
    after(() => forgetAttempts({ name: signIn.name, who: account.email }))
    after(sendAll([() => passwordResetDoneMail(account)]))
    return { redirectTo: signInPath({ reason: isFirst ? 'first_password' : 'reset', next }) }
  },
})
