import 'server-only'
import { createHash } from 'node:crypto'
import { isIP } from 'node:net'
import { passkey } from '@better-auth/passkey'
import {
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { APIError } from 'better-auth/api'
import { eq, gt, sql } from 'drizzle-orm'
import { ConflictError, NotFoundError, ValidationError } from '@/lib/core/errors'
import { to } from '@/lib/core/result'
import type { Transaction } from '@/lib/db/client'
import { verifications } from '@/lib/db/schema/identity'
import { getEnv } from '@/lib/env'

const NAME = 'Gym Tracker'
const CEREMONY_SECONDS = 300

/** Whom a passkey is for: a name of the net, which an address such as 192.168.1.5 is not. */
function relyingParty() {
  const { hostname, origin, protocol } = new URL(getEnv().APP_URL)
  const isName = isIP(hostname.replaceAll(/[[\]]/g, '')) === 0
  const isSafe = protocol === 'https:' || hostname === 'localhost'
  return { id: hostname, origin, isPossible: isName && isSafe }
}

/** Whether browsers make passkeys for the address of this server (WebAuthn 3, 5.1.3). */
export const arePasskeysOffered = (): boolean => relyingParty().isPossible

/** @throws NotFoundError where no browser makes them */
export function assertPasskeysOffered(): null {
  if (!arePasskeysOffered()) throw new NotFoundError()
  return null
}

/**
 * Better Auth's passkeys, of which signing in alone is used. The device has asked for a finger, a face
 * or a PIN, so that having it and being its owner are two steps in one: no code is asked for after it.
 */
export function passkeySignIn() {
  const { id: rpID, origin } = relyingParty()
  return passkey({
    ...{ rpID, rpName: NAME, origin },
    advanced: { webAuthnChallengeCookie: 'passkey' },
    authentication: {
      afterVerification: ({ verification }) => {
        if (!verification.authenticationInfo.userVerified)
          throw new APIError('UNAUTHORIZED', { code: 'AUTHENTICATION_FAILED' })
      },
    },
  })
}

/** What the browser needs to make a passkey; good once, for five minutes, and only the newest. */
export async function startRegistration(
  person: { userId: string; email: string },
  known: readonly { credentialID: string; transports: string | null }[],
  tx: Transaction,
) {
  const options = await generateRegistrationOptions({
    rpName: NAME,
    rpID: relyingParty().id,
    userName: person.email,
    userID: new TextEncoder().encode(person.userId),
    timeout: CEREMONY_SECONDS * 1000,
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: known.map(({ credentialID: id }) => ({ id })),
  })
  await takeChallenge(person.userId, tx)
  await tx.insert(verifications).values({
    identifier: identifierOf(person.userId),
    // With whose it is, so that it goes along with its account.
    value: `${options.challenge} ${person.userId}`,
    expiresAt: sql`now() + ${CEREMONY_SECONDS} * interval '1 second'`,
  })
  return options
}

/**
 * The passkey that a browser has made, in the columns of Better Auth, which reads it at sign-in.
 * @throws ConflictError when it took too long @throws ValidationError for one that proves nothing
 */
export async function finishRegistration(
  userId: string,
  response: RegistrationResponseJSON,
  tx: Transaction,
) {
  const expectedChallenge = await takeChallenge(userId, tx)
  if (!expectedChallenge) throw new ConflictError('passkeyExpired')
  const { id: expectedRPID, origin: expectedOrigin } = relyingParty()
  const [, verified] = await to(
    verifyRegistrationResponse({
      ...{ response, expectedChallenge, expectedOrigin, expectedRPID },
      requireUserVerification: true,
    }),
  )
  if (!verified?.verified) throw new ValidationError({}, 'passkeyRefused')
  const { credential, credentialDeviceType, credentialBackedUp, aaguid } = verified.registrationInfo
  return {
    credentialID: credential.id,
    publicKey: Buffer.from(credential.publicKey).toString('base64'),
    counter: credential.counter,
    deviceType: credentialDeviceType,
    backedUp: credentialBackedUp,
    transports: (credential.transports ?? []).join(','),
    aaguid,
  }
}

const identifierOf = (userId: string): string =>
  createHash('sha256').update(`passkey:${userId}`).digest('base64url')

/** The challenge that was given out, which is then used up; null if there is none, or no more. */
async function takeChallenge(userId: string, tx: Transaction): Promise<string | null> {
  const [taken] = await tx
    .delete(verifications)
    .where(eq(verifications.identifier, identifierOf(userId)))
    .returning({
      challenge: sql<string>`split_part(${verifications.value}, ' ', 1)`,
      isAlive: sql<boolean>`${gt(verifications.expiresAt, sql`now()`)}`,
    })
  return taken?.isAlive ? taken.challenge : null
}
