import * as z from 'zod'
import { findAccountByEmail } from '@/lib/auth/account-store'
import { getIdentity, identityHeaders } from '@/lib/auth/identity'
import { identityErrorCode } from '@/lib/auth/identity-errors'
import { safeRedirectPath } from '@/lib/auth/safe-redirect'
import { isHalfSignIn } from '@/lib/auth/second-step'
import { secondStepPath } from '@/lib/auth/second-step-path'
import { signInPath } from '@/lib/auth/sign-in-path'
import { sendVerificationLink } from '@/lib/auth/verification-link'
import { defineUseCase } from '@/lib/core/define-use-case'
import { NotFoundError } from '@/lib/core/errors'
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
 * before only says so.
 */
export const verifyEmail = defineUseCase({
  name: 'auth.verifyEmail',
  kind: 'write',
  access: 'anyone',
  input: verifyEmailSchema,
  output: z.object({ isSignedIn: z.boolean(), redirectTo: z.string() }),
  limits: [{ per: 'address', max: 60, windowSeconds: HOUR_SECONDS }],
  authorize: () => null,
  run: async ({ input: { token, next }, caller }) => {
    try {
      const { headers, response } = await getIdentity().api.verifyEmail({
        query: { token },
        headers: identityHeaders(caller),
        returnHeaders: true,
      })
      if (isHalfSignIn(response)) return { isSignedIn: false, redirectTo: secondStepPath(next) }
      const isSignedIn = headers.has('set-cookie')
      const signIn = signInPath({ reason: 'verified', next })
      return { isSignedIn, redirectTo: isSignedIn ? safeRedirectPath(next) : signIn }
    } catch (error) {
      if (identityErrorCode(error)) throw new NotFoundError('linkInvalid')
      throw error
    }
  },
})
