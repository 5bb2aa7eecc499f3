const HOME = '/dashboard'
const OWN_ORIGIN = 'http://own.invalid'
/** One slash, then neither a second one nor a backslash, plain or encoded. */
const OWN_PATH = /^\/(?![/\\]|%2f|%5c)[^\\\p{Cc}]*$/iu

/**
 * A path on this site, to go to after signing in. Whatever could lead elsewhere (`//e`, `/\e`,
 * `https:e`, an encoded slash, control characters) becomes the dashboard.
 */
export function safeRedirectPath(next: unknown): string {
  if (typeof next !== 'string' || next.length > 2000 || !OWN_PATH.test(next)) return HOME
  if (!URL.canParse(next, OWN_ORIGIN)) return HOME
  const url = new URL(next, OWN_ORIGIN)
  // `/..//e` is a path of ours, yet its tidied form `//e` is not.
  const isOwn = url.origin === OWN_ORIGIN && OWN_PATH.test(url.pathname)
  return isOwn ? url.pathname + url.search + url.hash : HOME
}
