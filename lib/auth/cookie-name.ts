export const SESSION_COOKIE_PREFIX = 'gym-tracker'

/** Better Auth's session cookie; with the prefix that browsers protect where there is https. */
export const sessionCookieName = (appUrl: string): string =>
  `${appUrl.startsWith('https:') ? '__Secure-' : ''}${SESSION_COOKIE_PREFIX}.session_token`
