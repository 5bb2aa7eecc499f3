import * as z from 'zod'
import { recordWrongPassword } from '@/lib/auth/failed-sign-in'
import { getIdentity, identityHeaders } from '@/lib/auth/identity'
import { identityErrorCode } from '@/lib/auth/identity-errors'
import { undoIfChanged, watchPassword } from '@/lib/auth/password-watch'
import { safeRedirectPath } from '@/lib/auth/safe-redirect'
import { isHalfSignIn } from '@/lib/auth/second-step'
import { secondStepPath } from '@/lib/auth/second-step-path'
import { defineUseCase } from '@/lib/core/define-use-case'
import { ValidationError } from '@/lib/core/errors'
import { ownData } from '@/lib/policies/own-data'
import { SessionRepository } from '@/lib/repositories/session-repository'
import { signedInSchema, signInSchema } from '@/lib/schemas/account'

const WINDOW_SECONDS = 15 * 60
const REFUSALS = ['INVALID_EMAIL_OR_PASSWORD', 'INVALID_EMAIL', 'EMAIL_NOT_VERIFIED']

/**
 * Opens a session, in place of the one this browser had; where there is a second step, it leads to
 * that instead. An unknown address, a wrong password and an unconfirmed address get one answer.
 */
export const signIn = defineUseCase({
  name: 'auth.signIn',
  kind: 'write',
  access: 'anyone',
  input: signInSchema,
  output: z.object({ redirectTo: z.string(), user: signedInSchema.nullable() }),
  limits: [
    { per: 'address', max: 50, windowSeconds: WINDOW_SECONDS },
    { per: 'account', max: 10, windowSeconds: WINDOW_SECONDS },
  ],
  limitAccount: ({ email }) => email,
  authorize: () => null,
  run: async ({ tx, actor, input: { email, password, next }, caller }) => {
    const watched = await watchPassword(email, tx)
    const { user, token } = await signInEmail({ email, password }, identityHeaders(caller))
    if (await undoIfChanged(watched, { email, token, typed: password }, tx))
      throw new ValidationError({}, 'credentials')
    if (actor) await new SessionRepository(tx, ownData(actor)).endIfThere(actor.sessionId)
    return { redirectTo: user ? safeRedirectPath(next) : secondStepPath(next), user }
  },
})

/** Who has a session now, and which; null where a second step is to come. */
async function signInEmail(
  body: { email: string; password: string },
  headers: Headers,
): Promise<{ user: z.output<typeof signedInSchema> | null; token: string | null }> {
  try {
    const answer = await getIdentity().api.signInEmail({ body, headers })
    return isHalfSignIn(answer) ? { user: null, token: null } : answer
  } catch (error) {
    // Not "unauthorized": that would lead to the sign-in page, where the person already is.
    const code = identityErrorCode(error)
    if (!code || !REFUSALS.includes(code)) throw error
    await recordWrongPassword(body.email)
    throw new ValidationError({}, 'credentials')
  }
}

/** Ends the session of this browser; signed out already is fine. */
export const signOut = defineUseCase({
  name: 'auth.signOut',
  kind: 'write',
  access: 'anyone',
  input: z.strictObject({}),
  output: z.object({}),
  authorize: () => null,
  run: async ({ caller }) => {
    await getIdentity().api.signOut({ headers: identityHeaders(caller) })
    return {}
  },
})
