import * as z from 'zod'
import { describeAccount, findAccountByEmail } from '@/lib/auth/account-store'
import { getIdentity, identityHeaders } from '@/lib/auth/identity'
import { identityErrorCode } from '@/lib/auth/identity-errors'
import { findPasswordFlaw } from '@/lib/auth/password-rules'
import { sendVerificationLink } from '@/lib/auth/verification-link'
import { defineUseCase } from '@/lib/core/define-use-case'
import { ValidationError } from '@/lib/core/errors'
import { isTimeZone } from '@/lib/domain/local-date'
import { sendAccountMail } from '@/lib/emails/account-mail'
import { getEnv } from '@/lib/env'
import { registerSchema } from '@/lib/schemas/account'

const HOUR_SECONDS = 3600

/**
 * Opens an account that waits for its address to be confirmed. An address that has one already
 * gets the same answer, and its owner a mail that says so; that account is not touched.
 */
export const register = defineUseCase({
  name: 'auth.register',
  kind: 'write',
  access: 'anyone',
  input: registerSchema,
  output: z.object({}),
  limits: [
    { per: 'address', max: 20, windowSeconds: HOUR_SECONDS },
    { per: 'account', max: 5, windowSeconds: HOUR_SECONDS },
  ],
  limitAccount: ({ email }) => email,
  authorize: () => null,
  run: async ({ tx, input, caller, after }) => {
    const { name, email, password, role, weightUnit } = input
    const flaw = findPasswordFlaw(password, email)
    if (flaw) throw new ValidationError({ password: [{ key: flaw }] })

    const userId = await signUp({ name, email, password }, identityHeaders(caller))
    if (!userId) {
      // A twin of this request was faster and sends the mail; without one it is a real failure.
      if (await findAccountByEmail(email, tx)) return {}
      throw new Error('No account was made')
    }
    const timeZone =
      input.timeZone && isTimeZone(input.timeZone) ? input.timeZone : getEnv().DEFAULT_TIME_ZONE
    const isNew = await describeAccount(tx, userId, { role, weightUnit, timeZone })
    after(() => (isNew ? sendVerificationLink(email) : sendAccountMail('alreadyRegistered', email)))
    return {}
  },
})

/** The new account's id, an invented one if the address is taken, or null if none could be made. */
async function signUp(
  body: { name: string; email: string; password: string },
  headers: Headers,
): Promise<string | null> {
  try {
    const { user } = await getIdentity().api.signUpEmail({ body, headers })
    return user.id
  } catch (error) {
    if (identityErrorCode(error) === 'FAILED_TO_CREATE_USER') return null
    throw error
  }
}
