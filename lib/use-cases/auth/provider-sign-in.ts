import { getIdentity, identityHeaders } from '@/lib/auth/identity'
import { listProviders } from '@/lib/auth/offered-providers'
import { safeRedirectPath } from '@/lib/auth/safe-redirect'
import { defineUseCase } from '@/lib/core/define-use-case'
import { NotFoundError } from '@/lib/core/errors'
import type { Provider } from '@/lib/core/providers'
import { providerAddressSchema, providerSignInSchema } from '@/lib/schemas/connection'

const WINDOW_SECONDS = 15 * 60

/** Where to go to be vouched for by a provider; from there the browser comes back to the callback. */
export const signInWithProvider = defineUseCase({
  name: 'auth.signInWithProvider',
  kind: 'write',
  access: 'anyone',
  input: providerSignInSchema,
  output: providerAddressSchema,
  limits: [{ per: 'address', max: 50, windowSeconds: WINDOW_SECONDS }],
  authorize: ({ input }) => assertOffered(input.provider),
  run: async ({ input: { provider, next, timeZone }, caller }) => {
    const { url } = await getIdentity().api.signInSocial({
      body: {
        provider,
        callbackURL: safeRedirectPath(next),
        errorCallbackURL: next ? `/auth/error?${wayTo(next)}` : '/auth/error',
        disableRedirect: true,
        additionalData: { timeZone },
      },
      headers: identityHeaders(caller),
    })
    return { address: getAddress(url) }
  },
})

/** Whoever has to confirm their address first still gets where they were going. */
const wayTo = (next: string) => new URLSearchParams({ next: safeRedirectPath(next) })

/** @throws NotFoundError where this server has no keys for it */
export function assertOffered(provider: Provider): void {
  if (!listProviders().includes(provider)) throw new NotFoundError()
}

export function getAddress(url: string | undefined): string {
  if (!url) throw new Error('The provider has no address to go to')
  return url
}
