import * as z from 'zod'
import { signedOutHeaders } from '@/lib/auth/half-sign-in'
import { getIdentity } from '@/lib/auth/identity'
import { identityErrorCode } from '@/lib/auth/identity-errors'
import { assertPasskeysOffered } from '@/lib/auth/passkeys'
import { safeRedirectPath } from '@/lib/auth/safe-redirect'
import { defineUseCase } from '@/lib/core/define-use-case'
import { ConflictError, ValidationError } from '@/lib/core/errors'
import { ownData } from '@/lib/policies/own-data'
import { PasskeyRepository } from '@/lib/repositories/passkey-repository'
import { SessionRepository } from '@/lib/repositories/session-repository'
import { signedInSchema } from '@/lib/schemas/account'
import { passkeySignInSchema, requestOptionsSchema } from '@/lib/schemas/passkey'

const WINDOW_SECONDS = 15 * 60
const LIMITS = [{ per: 'address', max: 50, windowSeconds: WINDOW_SECONDS }] as const

/** What a browser needs to sign in with a passkey of whoever holds the device; names nobody. */
export const startPasskeySignIn = defineUseCase({
  name: 'auth.startPasskeySignIn',
  kind: 'write',
  access: 'anyone',
  input: z.strictObject({}),
  output: requestOptionsSchema,
  limits: LIMITS,
  authorize: () => assertPasskeysOffered(),
  run: async ({ caller }) => {
    const headers = signedOutHeaders(caller)
    const options = await getIdentity().api.generatePasskeyAuthenticationOptions({ headers })
    // A device that asks for nothing shows that it is there, but not whose hand holds it.
    return { options: { ...options, userVerification: 'required' as const } }
  },
})

/** Opens a session, in place of the one this browser had. No second step: a passkey is two in one. */
export const signInWithPasskey = defineUseCase({
  name: 'auth.signInWithPasskey',
  kind: 'write',
  access: 'anyone',
  input: passkeySignInSchema,
  output: z.object({ redirectTo: z.string(), user: signedInSchema }),
  limits: LIMITS,
  authorize: () => assertPasskeysOffered(),
  run: async ({ tx, actor, input: { response, next }, caller }) => {
    const user = await verify(response, signedOutHeaders(caller))
    await new PasskeyRepository(tx, ownData({ userId: user.id })).markUsed(response.id)
    if (actor) await new SessionRepository(tx, ownData(actor)).endIfThere(actor.sessionId)
    return { redirectTo: safeRedirectPath(next), user }
  },
})

async function verify(
  response: z.output<typeof passkeySignInSchema>['response'],
  headers: Headers,
) {
  try {
    const { user } = await getIdentity().api.verifyPasskeyAuthentication({
      ...{ body: { response }, headers },
    })
    return user
  } catch (error) {
    const code = identityErrorCode(error)
    if (code === 'CHALLENGE_NOT_FOUND') throw new ConflictError('passkeyExpired')
    // Not "unauthorized": that would lead to the sign-in page, where the person already is.
    if (code === 'PASSKEY_NOT_FOUND') throw new ValidationError({}, 'passkeyUnknown')
    if (code === 'AUTHENTICATION_FAILED') throw new ValidationError({}, 'passkeyRefused')
    throw error
  }
}
