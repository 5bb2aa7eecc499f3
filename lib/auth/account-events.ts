import 'server-only'
import { createAuthMiddleware } from '@better-auth/core/api'
import type { BetterAuthOptions } from 'better-auth'
import { and, eq } from 'drizzle-orm'
import { to } from '@/lib/core/result'
import type { Database } from '@/lib/db/client'
import { authSessions } from '@/lib/db/schema/identity'
import { AuditRepository } from '@/lib/repositories/audit-repository'
import { log } from '@/lib/services/log'
import { tellOfPerson } from '@/lib/services/notices'
import { isEndedSession } from './live-session'
import { recognizeDevice } from './new-device'
import { PERSON_COOKIE, personCookieOptions } from './person-cookie'

/**
 * What follows from every sign-in, whichever way it came: the browser is told whose phone it is, the
 * trail has a line, and the owner a mail if the browser is new to the account. Stands behind the
 * plugins that may still ask for a second step.
 */
export const accountEvents = (db: Database, appUrl: string) => ({
  id: 'account-events',
  hooks: {
    after: [
      {
        matcher: () => true,
        handler: createAuthMiddleware(async (ctx) => {
          const options = personCookieOptions(appUrl)
          const { newSession } = ctx.context
          if (newSession) {
            ctx.setCookie(PERSON_COOKIE, newSession.user.id, options)
            const { id, userId } = newSession.session
            await record(db, 'signed_in', { id, userId })
            await recognizeDevice(ctx, db, appUrl)
          } else if (ctx.path === '/sign-out') {
            ctx.setCookie(PERSON_COOKIE, '', { ...options, maxAge: 0 })
          }
        }),
      },
    ],
  },
})

/**
 * Ended sessions are told to their open streams, and signing out to the trail. Those that ended by
 * themselves go with the next sign-in of their person.
 */
export const sessionHooks = (db: Database) =>
  ({
    session: {
      create: {
        after: async ({ userId }) => {
          const ended = and(eq(authSessions.userId, userId), isEndedSession)
          const [error] = await to(db.delete(authSessions).where(ended))
          if (error) log.error({ err: error }, 'sessions that have ended are still there')
        },
      },
      delete: {
        after: async ({ id, userId }, ctx) => {
          const [error] = await to(tellOfPerson(db, userId))
          if (error) log.error({ err: error }, 'the end of a session was not told')
          if (ctx?.path === '/sign-out') await record(db, 'signed_out', { id, userId })
        },
      },
    },
  }) satisfies BetterAuthOptions['databaseHooks']

/** Its failure is logged and changes nothing of the sign-in, which has happened. */
async function record(
  db: Database,
  action: 'signed_in' | 'signed_out',
  session: { id: string; userId: string },
): Promise<void> {
  const line = {
    ...{ actorId: session.userId, ownerId: session.userId, sessionId: session.id, action },
    ...{ subjectType: 'auth_session' as const, subjectId: session.id },
  }
  const [error] = await to(new AuditRepository(db).record(line))
  if (error) log.error({ err: error, action }, 'the trail misses a line')
}
