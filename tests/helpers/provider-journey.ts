import { expect } from 'vitest'
import { newId } from '@/lib/core/id'
import type { Provider } from '@/lib/core/providers'
import { getEnv } from '@/lib/env'
import { authHandler } from '@/lib/transport/auth-handler'
import { newEmail } from './accounts'
import { type Claims, fakeProviders, setOut, stateCookie, stateOf } from './providers'

/** What the test's request carries. */
interface Browser {
  headers: Headers
}

export interface Return {
  location: string
  cookies: string[]
}

/** What the browser gets when it comes back from a provider, at once or through a post of Apple's. */
export async function comeBack(
  browser: Browser,
  provider: Provider,
  query: Record<string, string>,
  { cookie = '', method = 'GET' } = {},
): Promise<Return> {
  const address = new URL(`${getEnv().APP_URL}/api/auth/callback/${provider}`)
  const form = new URLSearchParams(query)
  const isPost = method === 'POST'
  if (!isPost) address.search = form.toString()
  browser.headers = new Headers({
    ...{ cookie, 'x-forwarded-for': '192.0.2.9', 'user-agent': 'Firefox' },
    ...(isPost && {
      'content-type': 'application/x-www-form-urlencoded',
      origin: 'https://appleid.apple.com',
    }),
  })
  const answer = await authHandler(
    new Request(address, {
      ...{ method, headers: browser.headers },
      ...(isPost && { body: form.toString() }),
    }),
  )
  expect(answer.status).toBe(302)
  return {
    location: answer.headers.get('location') ?? '',
    cookies: answer.headers.getSetCookie().filter((each) => !/max-age=0/i.test(each)),
  }
}

/** The whole way: sets out, is vouched for, comes back. */
export async function goThrough(
  browser: Browser,
  provider: Provider,
  claims: Claims,
  { next, timeZone, former = '' }: { next?: string; timeZone?: string; former?: string } = {},
): Promise<Return> {
  const state = stateOf(await setOut(provider, { next, timeZone }))
  fakeProviders(claims)
  const cookie = [stateCookie(state), former].filter(Boolean).join('; ')
  return comeBack(browser, provider, { code: 'a-code', state }, { cookie })
}

/** What a provider says of somebody new. */
export const somebody = (about: Partial<Claims> = {}): Claims => ({
  ...{ sub: newId(), email: newEmail(), email_verified: true, name: 'Kim Runner' },
  ...about,
})
