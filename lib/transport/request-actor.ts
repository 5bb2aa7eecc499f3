import 'server-only'
import { findKeyActor } from '@/lib/auth/api-key'
import { keepPerson } from '@/lib/auth/keep-person'
import { findActor, findCookieActor, readSessionCookie } from '@/lib/auth/session'
import type { Actor } from '@/lib/core/actor'
import type { Caller } from '@/lib/core/define-use-case'
import { ForbiddenError, UnauthorizedError } from '@/lib/core/errors'
import { getEnv } from '@/lib/env'
import { countAttempt } from '@/lib/services/rate-limiter'
import { getCaller } from './caller'

/** What any client may ask of the API, whatever it asks. */
const GENERAL_LIMIT = { max: 100, windowSeconds: 60 }

/**
 * Counts a request against the general limit and finds who sends it.
 * @throws RateLimitedError, UnauthorizedError, ForbiddenError
 */
export async function admitRequest(request: Request): Promise<{ actor: Actor; caller: Caller }> {
  const caller = await admitCaller()
  const actor = await findRequestActor(request)
  if (!actor) throw new UnauthorizedError()
  await countRequest('account', actor.userId)
  await keepPerson(actor)
  return { actor, caller }
}

/** The same for who need not be signed in: who is calling, counted by address alone. */
export async function admitCaller(): Promise<Caller> {
  const caller = await getCaller()
  await countRequest('address', caller.address)
  return caller
}

const countRequest = (per: 'address' | 'account', who: string): Promise<void> =>
  countAttempt({ name: 'api', limit: { per, ...GENERAL_LIMIT }, who })

/**
 * Who sends a request: an `Authorization` header decides alone, else the session cookie does. A
 * browser adds the cookie to what another site sends too, so a write must not come from one.
 * @throws ForbiddenError
 */
async function findRequestActor(request: Request): Promise<Actor | null> {
  const key = readKey(request)
  if (key !== null) return findKeyActor(key)
  const actor = await findActor()
  if (actor && request.method !== 'GET') refuseOtherSites(request.headers)
  return actor
}

/** What asks again later who a request speaks for, and is told when a session or a key has ended. */
export async function askAgain(request: Request): Promise<() => Promise<Actor | null>> {
  const key = readKey(request)
  if (key !== null) return () => findKeyActor(key)
  const cookie = await readSessionCookie()
  return () => findCookieActor(cookie)
}

/** The key of an `Authorization` header, empty where it has none; null without such a header. */
function readKey(request: Request): string | null {
  const authorization = request.headers.get('authorization')
  if (authorization === null) return null
  const [, key = ''] = /^Bearer +(\S+)$/i.exec(authorization) ?? []
  return key
}

/**
 * Our own site is what APP_URL says, or the address that was asked, under whatever name it is reached.
 * @throws ForbiddenError
 */
export function refuseOtherSites(headers: Headers): void {
  const origin = headers.get('origin')
  if (origin === null || origin === new URL(getEnv().APP_URL).origin) return
  if (!URL.canParse(origin) || new URL(origin).host !== headers.get('host'))
    throw new ForbiddenError('otherSite')
}

/**
 * For a reading that is counted and written down: browsers send the cookie with a link of another
 * site, and say where it stands. Only our own pages and a typed address may lead to it.
 * @throws ForbiddenError
 */
export function refuseForeignLinks(headers: Headers): void {
  const site = headers.get('sec-fetch-site') ?? 'none'
  if (site !== 'same-origin' && site !== 'none') throw new ForbiddenError('otherSite')
}
