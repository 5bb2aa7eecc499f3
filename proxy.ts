import { type NextRequest, NextResponse } from 'next/server'
import { sessionCookieName } from '@/lib/auth/session-cookie'
import { REQUESTED_PATH_HEADER, signInPath } from '@/lib/auth/sign-in-path'
import { getEnv } from '@/lib/env'

/**
 * A comfort, never the lock: who has no session cookie is sent to sign in without any page being
 * made. Whether the cookie is worth anything is decided where the data is read.
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl
  const isPageView = request.method === 'GET' || request.method === 'HEAD'
  const hasCookie = request.cookies.has(sessionCookieName(getEnv().APP_URL))
  if (isPageView && !hasCookie) {
    return NextResponse.redirect(new URL(signInPath({ next: pathname + search }), request.nextUrl))
  }
  const headers = new Headers(request.headers)
  headers.set(REQUESTED_PATH_HEADER, pathname + search)
  return NextResponse.next({ request: { headers } })
}

export const config = {
  matcher: [
    '/(dashboard|routines|workout|history|exercises|progress|records|schedule|messages|more|notifications|settings|organizations|coach|athlete)/:path*',
  ],
}
