import { createHash, randomBytes } from 'node:crypto'

const DEVICE = /^[\w-]{43}$/
/** As long as browsers keep a cookie. */
const DEVICE_COOKIE_SECONDS = 400 * 86_400

/** Names a browser to us alone, whoever signs in with it; it opens nothing. */
export const deviceCookieName = (appUrl: string): string =>
  `${appUrl.startsWith('https:') ? '__Host-' : ''}gym-tracker.device`

export const deviceCookieOptions = (appUrl: string) => ({
  path: '/',
  maxAge: DEVICE_COOKIE_SECONDS,
  httpOnly: true,
  sameSite: 'lax' as const,
  secure: appUrl.startsWith('https:'),
})

/** The name in the cookie, or a new one where it is none of ours. */
export const readDevice = (cookie: string | null | undefined): string =>
  cookie && DEVICE.test(cookie) ? cookie : randomBytes(32).toString('base64url')

/** What is kept of it. */
export const deviceHash = (device: string): string =>
  createHash('sha256').update(device).digest('hex')
