import 'server-only'
import { cookies } from 'next/headers'
import type { Actor } from '@/lib/core/actor'
import { getEnv } from '@/lib/env'
import { PERSON_COOKIE, personCookieOptions } from './person-cookie'

/**
 * Corrects the cookie that says whose phone it is, for those who signed in before there was one. For
 * route handlers, since a page cannot set a cookie; a key's request has no phone.
 */
export async function keepPerson({ userId, keyScopes }: Actor): Promise<void> {
  if (keyScopes) return
  const jar = await cookies()
  if (jar.get(PERSON_COOKIE)?.value === userId) return
  jar.set(PERSON_COOKIE, userId, personCookieOptions(getEnv().APP_URL))
}
