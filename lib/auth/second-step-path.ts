import { safeRedirectPath } from './safe-redirect'
import { SESSION_COOKIE_PREFIX } from './session-cookie'

/** How long the right password alone is remembered. */
export const SECOND_STEP_SECONDS = 600

/** Better Auth's cookie of a half sign-in: it opens nothing, it only names what waits for a code. */
export const secondStepCookieName = (appUrl: string): string =>
  `${appUrl.startsWith('https:') ? '__Secure-' : ''}${SESSION_COOKIE_PREFIX}.two_factor`

/** The page that asks for the code, and leads to `next` from there. */
export function secondStepPath(next: unknown): string {
  return `/auth/two-factor?${new URLSearchParams({ next: safeRedirectPath(next) })}`
}
