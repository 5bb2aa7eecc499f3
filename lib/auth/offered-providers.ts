import { PROVIDERS, type Provider } from '@/lib/core/providers'
import { getEnv } from '@/lib/env'

/** Those that people can sign in with on this server, in the order they are shown. */
export function listProviders(): Provider[] {
  const env = getEnv()
  const isSet: Record<Provider, unknown> = {
    google: env.GOOGLE_CLIENT_ID,
    apple: env.APPLE_CLIENT_ID,
    facebook: env.FACEBOOK_CLIENT_ID,
  }
  return PROVIDERS.filter((provider) => isSet[provider])
}
