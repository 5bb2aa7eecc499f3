import { openAccount } from '@/lib/auth/account-store'
import { getIdentity } from '@/lib/auth/identity'
import { findPasswordFlaw } from '@/lib/auth/password-rules'
import { addRegistration, registrationCookieName } from '@/lib/auth/registration-cookie'
import { findCookie } from '@/lib/auth/request-cookie'
import { sendVerificationLink } from '@/lib/auth/verification-link'
import { defineUseCase } from '@/lib/core/define-use-case'
import { ValidationError } from '@/lib/core/errors'
import { newId } from '@/lib/core/id'
import { isTimeZone } from '@/lib/domain/local-date'
import { accountExistsMail } from '@/lib/emails/account-mails'
import { getEnv } from '@/lib/env'
import { ownData } from '@/lib/policies/own-data'
import { ProfileRepository } from '@/lib/repositories/profile-repository'
import { registeredSchema, registerSchema } from '@/lib/schemas/account'
import { sendAll } from './send-all'

const HOUR_SECONDS = 3600

/**
 * Opens an account that waits for its address to be confirmed. Typed again before that, the newer
 * counts. A confirmed address gets the same answer, and its owner a mail that says so; that account is
 * not touched.
 */
export const register = defineUseCase({
  name: 'auth.register',
  kind: 'write',
  access: 'anyone',
  input: registerSchema,
  output: registeredSchema,
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

    const { password: hashing } = await getIdentity().$context
    // For a known address too, or the time would tell.
    const passwordHash = await hashing.hash(password)
    const opened = await openAccount({ name, email, passwordHash }, tx)
    if (opened) {
      const timeZone = knownTimeZone(input.timeZone)
      const profiles = new ProfileRepository(tx, ownData(opened))
      const distanceUnit = weightUnit === 'lb' ? 'mi' : 'km'
      await profiles.update({ role, weightUnit, distanceUnit, timeZone })
      after(() => sendVerificationLink({ email, next: input.next }))
    } else {
      after(sendAll([() => accountExistsMail({ email })]))
    }
    const cookie = findCookie(caller.headers, registrationCookieName(getEnv().APP_URL))
    return { email, waysIn: addRegistration(cookie, opened?.wayInId ?? newId()) }
  },
})

/** A browser may know zones that we do not, and that must not keep anyone out. */
const knownTimeZone = (name: string | undefined): string =>
  name && isTimeZone(name) ? name : getEnv().DEFAULT_TIME_ZONE
