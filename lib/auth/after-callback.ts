import 'server-only'
import type { BetterAuthPlugin, GenericEndpointContext } from '@better-auth/core'
import { createAuthMiddleware } from '@better-auth/core/api'
import { getOAuthState } from 'better-auth/api'
import { newId } from '@/lib/core/id'
import {
  addRegistration,
  registrationCookieName,
  registrationCookieOptions,
} from './registration-cookie'
import { isHalfSignIn } from './second-step'
import { secondStepPath } from './second-step-path'

/** Whether somebody has this address, and whether it is confirmed, is told to nobody else. */
const UNTOLD = /\berror=(account_not_linked|email_not_verified)\b/

/**
 * Back from a provider: the session this browser had ends, a second step has its page, and of an
 * address that is not confirmed the answer is the same whether it had an account or not.
 */
export const afterCallback = (appUrl: string) =>
  ({
    id: 'after-callback',
    hooks: {
      after: [
        {
          matcher: ({ path }) => path === '/callback/:id',
          handler: createAuthMiddleware(async (ctx) => {
            const { newSession, authCookies, internalAdapter, secret, responseHeaders } =
              ctx.context
            const location = responseHeaders?.get('location') ?? ''
            if (UNTOLD.test(location)) {
              const isSet = responseHeaders
                ?.get('set-cookie')
                ?.includes(registrationCookieName(appUrl))
              if (!isSet) rememberWayIn(ctx, newId(), appUrl)
              throw ctx.redirect(location.replace(UNTOLD, 'error=unconfirmed'))
            }
            const isHalf = isHalfSignIn(ctx.context.returned)
            if (!newSession && !isHalf) return
            const former = await ctx.getSignedCookie(authCookies.sessionToken.name, secret)
            if (former && former !== newSession?.session.token)
              await internalAdapter.deleteSession(former)
            if (isHalf) throw ctx.redirect(secondStepPath((await getOAuthState())?.callbackURL))
          }),
        },
      ],
    },
  }) satisfies BetterAuthPlugin

/** Tells this browser that it made a way into an account that waits to be confirmed. */
export function rememberWayIn(
  ctx: Pick<GenericEndpointContext, 'getCookie' | 'setCookie'>,
  wayInId: string,
  appUrl: string,
): void {
  const name = registrationCookieName(appUrl)
  const value = addRegistration(ctx.getCookie(name) ?? null, wayInId)
  ctx.setCookie(name, value, registrationCookieOptions(appUrl))
}
