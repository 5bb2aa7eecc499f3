import 'server-only'
import { getOAuthState } from 'better-auth/api'
import type { BetterAuthOptions } from 'better-auth/minimal'
import type { Environment } from '@/lib/env'
import { makeAppleSecret } from './apple-secret'

/** For every provider: nobody gets in by an address that was not confirmed. */
const COMMON = {
  requireEmailVerification: true,
  disableIdTokenSignIn: true,
  mapProfileToUser: trustWhoLinksByHand,
}

/**
 * Better Auth links by hand only an account whose provider vouches for its address. From the settings
 * the person has shown that both are theirs, so there the address does not matter.
 */
async function trustWhoLinksByHand(): Promise<{ emailVerified?: true }> {
  const state = await getOAuthState()
  return state?.link ? { emailVerified: true } : {}
}

/** The providers whose keys are set, as Better Auth takes them. */
export function socialProviders(
  env: Environment,
): NonNullable<BetterAuthOptions['socialProviders']> {
  const { APPLE_CLIENT_ID, APPLE_TEAM_ID, APPLE_KEY_ID, APPLE_PRIVATE_KEY } = env
  const { GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET } = env
  const { FACEBOOK_CLIENT_ID, FACEBOOK_CLIENT_SECRET } = env
  const found: ReturnType<typeof socialProviders> = {}
  if (GOOGLE_CLIENT_ID && GOOGLE_CLIENT_SECRET) {
    const keys = { clientId: GOOGLE_CLIENT_ID, clientSecret: GOOGLE_CLIENT_SECRET }
    found.google = { ...COMMON, ...keys, prompt: 'select_account' }
  }
  if (APPLE_CLIENT_ID && APPLE_TEAM_ID && APPLE_KEY_ID && APPLE_PRIVATE_KEY) {
    const keys = {
      ...{ clientId: APPLE_CLIENT_ID, teamId: APPLE_TEAM_ID },
      ...{ keyId: APPLE_KEY_ID, privateKey: APPLE_PRIVATE_KEY },
    }
    found.apple = {
      ...COMMON,
      clientId: APPLE_CLIENT_ID,
      // Read for each sign-in, since what it answers lives five minutes.
      get clientSecret() {
        return makeAppleSecret(keys)
      },
    }
  }
  if (FACEBOOK_CLIENT_ID && FACEBOOK_CLIENT_SECRET) {
    found.facebook = {
      ...COMMON,
      clientId: FACEBOOK_CLIENT_ID,
      clientSecret: FACEBOOK_CLIENT_SECRET,
    }
  }
  return found
}
