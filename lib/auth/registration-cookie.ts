import { idSchema } from '@/lib/schemas/text'

/** Enough for who mistypes an address, or tries a provider after a password. */
const MOST = 5
/** A new link may be asked for long after the first. */
const REGISTRATION_COOKIE_SECONDS = 30 * 86_400

/**
 * Names the ways in (rows of `accounts`) that this browser made for accounts that wait to be confirmed,
 * and invented ones where an address was taken, so that it does not tell which. It opens nothing:
 * together with a mailed link it shows that one person made the account and reads its mail.
 */
export const registrationCookieName = (appUrl: string): string =>
  `${appUrl.startsWith('https:') ? '__Host-' : ''}gym-tracker.registered`

export const registrationCookieOptions = (appUrl: string) => ({
  path: '/',
  maxAge: REGISTRATION_COOKIE_SECONDS,
  httpOnly: true,
  sameSite: 'lax' as const,
  secure: appUrl.startsWith('https:'),
})

/** The ways in that the cookie names, the newest first. */
export const readRegistrations = (cookie: string | null): string[] =>
  (cookie ?? '').split('.').filter((id) => idSchema.safeParse(id).success)

/** The cookie with one more. */
export const addRegistration = (cookie: string | null, wayInId: string): string =>
  [wayInId, ...readRegistrations(cookie)].slice(0, MOST).join('.')
