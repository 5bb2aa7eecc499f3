import 'server-only'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { SECOND_STEP_SECONDS } from './second-step-path'

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

/** Whether Better Auth's answer to a first step is that a second one is to come. */
export const isHalfSignIn = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && 'twoFactorRedirect' in answer
