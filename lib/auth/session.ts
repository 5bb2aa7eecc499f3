import 'server-only'
import { and, eq, lt, sql } from 'drizzle-orm'
import { cookies } from 'next/headers'
import { cache } from 'react'
import type { Actor } from '@/lib/core/actor'
import type { GymPlace } from '@/lib/core/gym'
import { nameActor } from '@/lib/core/request-trace'
import { getDatabase } from '@/lib/db/client'
import { authSessions, profiles, users } from '@/lib/db/schema/identity'
import { getEnv } from '@/lib/env'
import { gymsOfPerson, hideToken, personColumns } from './actor-row'
import { isLiveSession } from './live-session'
import { readSessionToken, sessionCookieName } from './session-cookie'

/** A session in use is marked as such at most this often. */
const RENEWAL = sql`interval '1 day'`

/**
 * Who makes this request; null when nobody is signed in. One indexed query behind the signed
 * cookie, once a request, so that an ended session or a changed role counts at once.
 */
export const findActor = async (): Promise<Actor | null> => (await findVisit())?.actor ?? null

/**
 * The gyms of whoever makes this request, by name, and the one this session looks at: for the ways to
 * them and what is offered there. What is done in one is decided by the policies.
 */
export async function findGymPlaces(): Promise<{
  gyms: readonly GymPlace[]
  active: GymPlace | null
}> {
  const { gyms = [], activeGymId } = (await findVisit()) ?? {}
  return { gyms, active: gyms.find(({ id }) => id === activeGymId) ?? null }
}

/** Once a request: the query brings the gyms along, so that the navigation costs none. */
const findVisit = cache(async () => findCookieVisit(await readSessionCookie()))

/** The value of the session cookie this request came with, whatever it is worth. */
export async function readSessionCookie(): Promise<string | null> {
  return (await cookies()).get(sessionCookieName(getEnv().APP_URL))?.value ?? null
}

/** Who holds a session cookie now; for what outlives its request, which asks again. */
export const findCookieActor = async (cookie: string | null): Promise<Actor | null> =>
  (await findCookieVisit(cookie))?.actor ?? null

interface Visit {
  actor: Actor
  gyms: readonly GymPlace[]
  activeGymId: string | null
}

async function findCookieVisit(cookie: string | null): Promise<Visit | null> {
  const { APP_SECRET } = getEnv()
  const token = cookie && APP_SECRET ? readSessionToken(cookie, APP_SECRET) : null
  if (!token) return null
  const row = await findSession(token).catch(hideToken)
  if (!row) return null
  const { isRenewalDue, gyms, activeGymId, ...actor } = row
  nameActor(actor.userId)
  if (isRenewalDue) await renew(actor.sessionId)
  return { actor: { ...actor, keyScopes: null }, gyms, activeGymId }
}

async function findSession(token: string) {
  const [row] = await getDatabase()
    .select({
      ...personColumns,
      sessionId: authSessions.id,
      authenticatedAt: authSessions.createdAt,
      gyms: gymsOfPerson,
      activeGymId: authSessions.activeOrganizationId,
      isRenewalDue: sql<boolean>`${authSessions.updatedAt} < now() - ${RENEWAL}`,
    })
    .from(authSessions)
    .innerJoin(users, eq(users.id, authSessions.userId))
    .innerJoin(profiles, eq(profiles.userId, users.id))
    .where(and(eq(authSessions.token, token), isLiveSession, eq(users.emailVerified, true)))
  return row
}

async function renew(sessionId: string): Promise<void> {
  await getDatabase()
    .update(authSessions)
    .set({ updatedAt: sql`now()` })
    .where(and(eq(authSessions.id, sessionId), lt(authSessions.updatedAt, sql`now() - ${RENEWAL}`)))
}
