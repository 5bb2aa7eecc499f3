import * as z from 'zod'
import { dropWaysIn, findAccountByEmail, isWayIn } from '@/lib/auth/account-store'
import { firstPasswordPath } from '@/lib/auth/first-password'
import { signedOutHeaders } from '@/lib/auth/half-sign-in'
import { getIdentity } from '@/lib/auth/identity'
import { identityErrorCode } from '@/lib/auth/identity-errors'
import { readRegistrations, registrationCookieName } from '@/lib/auth/registration-cookie'
import { findCookie } from '@/lib/auth/request-cookie'
import { safeRedirectPath } from '@/lib/auth/safe-redirect'
import { isHalfSignIn } from '@/lib/auth/second-step'
import { secondStepPath } from '@/lib/auth/second-step-path'
import { signInPath } from '@/lib/auth/sign-in-path'
import { readVerificationLink, sendVerificationLink } from '@/lib/auth/verification-link'
import { defineUseCase } from '@/lib/core/define-use-case'
import { NotFoundError } from '@/lib/core/errors'
import { getEnv } from '@/lib/env'
import { ownData } from '@/lib/policies/own-data'
import { SessionRepository } from '@/lib/repositories/session-repository'
import { emailOnlySchema, resendSchema, verifyEmailSchema } from '@/lib/schemas/account'

const HOUR_SECONDS = 3600

/** Mails a new link to an address that waits for one; whether it does is not said. */
export const resendVerification = defineUseCase({
  name: 'auth.resendVerification',
  kind: 'write',
  access: 'anyone',
  input: resendSchema,
  output: emailOnlySchema,
  limits: [
    { per: 'address', max: 20, windowSeconds: HOUR_SECONDS },
    { per: 'account', max: 5, windowSeconds: HOUR_SECONDS },
  ],
  limitAccount: ({ email }) => email,
  authorize: () => null,
  run: async ({ input: { email, next }, after }) => {
    after(async () => {
      const account = await findAccountByEmail(email)
      if (account && !account.isVerified) await sendVerificationLink({ email, next })
    })
    return { email }
  },
})

/**
 * Confirms the address a link was mailed to and signs in, or leads to the second step; a link used
 * before only says so. In a browser that did not make the account it leads to choosing a password,
 * which then confirms: whoever made it may have used an address of somebody else.
 */
export const verifyEmail = defineUseCase({
  name: 'auth.verifyEmail',
  kind: 'write',
  access: 'anyone',
  input: verifyEmailSchema,
  output: z.object({ isSignedIn: z.boolean(), redirectTo: z.string() }),
  limits: [{ per: 'address', max: 60, windowSeconds: HOUR_SECONDS }],
  authorize: () => null,
  run: async ({ tx, actor, input: { token, next }, caller }) => {
    const email = await readVerificationLink(token)
    const account = email && (await findAccountByEmail(email, tx))
    if (!account) throw new NotFoundError('linkInvalid')
    const out = { isSignedIn: false }
    if (account.isVerified) return { ...out, redirectTo: signInPath({ reason: 'verified', next }) }
    const userId = account.id
    const made = readRegistrations(
      findCookie(caller.headers, registrationCookieName(getEnv().APP_URL)),
    )
    if (!(await isWayIn(userId, made, tx)))
      return { ...out, redirectTo: await firstPasswordPath(userId, next) }

    const isHalf = await confirm(token, signedOutHeaders(caller))
    // Registered anew by somebody else in the meantime; from here on nobody can.
    if (!(await isWayIn(userId, made, tx))) {
      await dropWaysIn(userId, tx)
      await new SessionRepository(tx, ownData({ userId })).endOthers(null)
      return { ...out, redirectTo: await firstPasswordPath(userId, next) }
    }
    if (actor) await new SessionRepository(tx, ownData(actor)).endIfThere(actor.sessionId)
    if (isHalf) return { ...out, redirectTo: secondStepPath(next) }
    return { isSignedIn: true, redirectTo: safeRedirectPath(next) }
  },
})

/** Whether there is a second step to come. */
async function confirm(token: string, headers: Headers): Promise<boolean> {
  try {
    return isHalfSignIn(await getIdentity().api.verifyEmail({ query: { token }, headers }))
  } catch (error) {
    if (identityErrorCode(error)) throw new NotFoundError('linkInvalid')
    throw error
  }
}
