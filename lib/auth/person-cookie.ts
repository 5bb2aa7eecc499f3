/**
 * Says whose phone it is to a script that cannot ask the server: what is kept on a device belongs to
 * the person whose id it holds. It opens nothing; the session cookie alone does, which scripts cannot
 * read. Set with every session that is opened here, taken away by signing out.
 */
export const PERSON_COOKIE = 'gym-tracker.person'

/** As long as a session can last. */
const PERSON_COOKIE_SECONDS = 30 * 86_400

/** How the server sets it. */
export const personCookieOptions = (appUrl: string) => ({
  path: '/',
  maxAge: PERSON_COOKIE_SECONDS,
  httpOnly: false,
  sameSite: 'lax' as const,
  secure: appUrl.startsWith('https:'),
})

/** The person's id in `document.cookie`; null where nobody is signed in on this device. */
export function readPersonCookie(cookies: string): string | null {
  const start = `${PERSON_COOKIE}=`
  const found = cookies.split('; ').find((cookie) => cookie.startsWith(start))
  return found?.slice(start.length) || null
}
