import 'server-only'
import { and, eq, lt, sql } from 'drizzle-orm'
import { cookies } from 'next/headers'
import { cache } from 'react'
import type { Actor } from '@/lib/core/actor'
import { nameActor } from '@/lib/core/request-trace'
import { getDatabase } from '@/lib/db/client'
import { authSessions, profiles, users } from '@/lib/db/schema/identity'
import { getEnv } from '@/lib/env'
import { hideToken, personColumns } from './actor-row'
import { isLiveSession } from './live-session'
import { readSessionToken, sessionCookieName } from './session-cookie'

/** A session in use is marked as such at most this often. */
const RENEWAL = sql`interval '1 day'`

/**
 * Who makes this request; null when nobody is signed in. One indexed query behind the signed
 * cookie, once a request, so that an ended session or a changed role counts at once.
 */
export const findActor = cache(
  async (): Promise<Actor | null> => findCookieActor(await readSessionCookie()),
)

/** The value of the session cookie this request came with, whatever it is worth. */
export async function readSessionCookie(): Promise<string | null> {
  return (await cookies()).get(sessionCookieName(getEnv().APP_URL))?.value ?? null
}

/** Who holds a session cookie now; for what outlives its request, which asks again. */
export async function findCookieActor(cookie: string | null): Promise<Actor | null> {
  const { APP_SECRET } = getEnv()
  const token = cookie && APP_SECRET ? readSessionToken(cookie, APP_SECRET) : null
  if (!token) return null
  const row = await findSession(token).catch(hideToken)
  if (!row) return null
  const { isRenewalDue, ...actor } = row
  nameActor(actor.userId)
  if (isRenewalDue) await renew(actor.sessionId)
  return { ...actor, keyScopes: null }
}

async function findSession(token: string) {
  const [row] = await getDatabase()
    .select({
      ...personColumns,
      sessionId: authSessions.id,
      authenticatedAt: authSessions.createdAt,
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
