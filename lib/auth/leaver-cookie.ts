/**
 * Whose account was just deleted in this browser, by id, so that the next page can make the phone
 * forget them. The server writes it, so it holds without a script, and no link can forge it.
 */
export const LEAVER_COOKIE = 'gym-tracker.leaver'

/** The page that forgets comes with the same answer. */
export const leaverCookieOptions = { maxAge: 600, httpOnly: false }

/** The id of the person whose data the phone has to delete; null without the cookie, which is used up. */
export function takeLeaver(): string | null {
  const start = `${LEAVER_COOKIE}=`
  const found = document.cookie.split('; ').find((cookie) => cookie.startsWith(start))
  // biome-ignore lint/suspicious/noDocumentCookie: cookieStore needs a secure page, and a gym may serve on http.
  if (found) document.cookie = `${start}; Path=/; Max-Age=0`
  return found?.slice(start.length) || null
}
