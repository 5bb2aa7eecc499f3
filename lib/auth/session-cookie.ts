import { createHmac, timingSafeEqual } from 'node:crypto'

export const SESSION_COOKIE_PREFIX = 'gym-tracker'

/** Better Auth's session cookie; with the prefix that browsers protect where there is https. */
export const sessionCookieName = (appUrl: string): string =>
  `${appUrl.startsWith('https:') ? '__Secure-' : ''}${SESSION_COOKIE_PREFIX}.session_token`

/** The session token inside a cookie's value, `token.signature`; null unless we signed it. */
export function readSessionToken(value: string, secret: string): string | null {
  const dot = value.lastIndexOf('.')
  if (dot < 1) return null
  const token = value.slice(0, dot)
  const given = Buffer.from(value.slice(dot + 1), 'base64')
  const expected = createHmac('sha256', secret).update(token).digest()
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null
}
