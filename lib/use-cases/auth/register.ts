import { findAccountByEmail, findAccountById } from '@/lib/auth/account-store'
import { getIdentity, identityHeaders } from '@/lib/auth/identity'
import { identityErrorCode } from '@/lib/auth/identity-errors'
import { findPasswordFlaw } from '@/lib/auth/password-rules'
import { sendVerificationLink } from '@/lib/auth/verification-link'
import { defineUseCase } from '@/lib/core/define-use-case'
import { ValidationError } from '@/lib/core/errors'
import { isTimeZone } from '@/lib/domain/local-date'
import { accountExistsMail } from '@/lib/emails/account-mails'
import { getEnv } from '@/lib/env'
import { ownData } from '@/lib/policies/own-data'
import { ProfileRepository } from '@/lib/repositories/profile-repository'
import { emailOnlySchema, registerSchema } from '@/lib/schemas/account'
import { sendAll } from './send-all'

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
  output: emailOnlySchema,
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
      if (await findAccountByEmail(email, tx)) return { email }
      throw new Error('No account was made')
    }
    if (await findAccountById(userId, tx)) {
      const timeZone = knownTimeZone(input.timeZone)
      const profiles = new ProfileRepository(tx, ownData({ userId }))
      await profiles.update({ role, weightUnit, timeZone })
      after(() => sendVerificationLink({ email, next: input.next }))
    } else {
      after(sendAll([() => accountExistsMail({ email })]))
    }
    return { email }
  },
})

/** A browser may know zones that we do not, and that must not keep anyone out. */
const knownTimeZone = (name: string | undefined): string =>
  name && isTimeZone(name) ? name : getEnv().DEFAULT_TIME_ZONE

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
