import 'server-only'
import type { BetterAuthPlugin } from '@better-auth/core'
import { createAuthMiddleware } from '@better-auth/core/api'
import { getOAuthState } from 'better-auth/api'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { SECOND_STEP_SECONDS, secondStepPath } from './second-step-path'

/** Whatever opens a session by one proof alone. */
const FIRST_STEPS = ['/sign-in/email', '/sign-in/social', '/callback/:id', '/verify-email']

/**
 * Better Auth's second step. It asks for a code after a password alone; here also after a provider
 * and after a mailed link, before any session or cookie of one is there.
 */
export function secondStep() {
  const plugin = twoFactor({
    twoFactorCookieMaxAge: SECOND_STEP_SECONDS,
    accountLockout: { maxFailedAttempts: 10, durationSeconds: 900 },
  })
  const after = plugin.hooks.after.map((hook) => ({
    ...hook,
    matcher: ({ path }: { path?: string }) => path !== undefined && FIRST_STEPS.includes(path),
  }))
  return { ...plugin, hooks: { after } }
}

/** Back from a provider: the session this browser had ends, and a second step has its page. */
export const afterCallback = () =>
  ({
    id: 'after-callback',
    hooks: {
      after: [
        {
          matcher: ({ path }) => path === '/callback/:id',
          handler: createAuthMiddleware(async (ctx) => {
            const { newSession, authCookies, internalAdapter, secret } = ctx.context
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

/** Whether Better Auth's answer to a first step is that a second one is to come. */
export const isHalfSignIn = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && 'twoFactorRedirect' in answer
