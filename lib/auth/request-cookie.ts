/** Each `name=value` that a request came with. */
export const cookiesOf = (headers: Headers): string[] =>
  (headers.get('cookie') ?? '').split(/; */).filter(Boolean)

/** The value of one of them, as it was sent; null if there is none. */
export function findCookie(headers: Headers, name: string): string | null {
  const found = cookiesOf(headers).find((cookie) => cookie.startsWith(`${name}=`))
  return found?.slice(name.length + 1) ?? null
}
