import 'server-only'
import { createAuthMiddleware } from '@better-auth/core/api'
import type { BetterAuthOptions } from 'better-auth'
import { and, count, eq, lt, sql } from 'drizzle-orm'
import { RateLimitedError } from '@/lib/core/errors'
import { to } from '@/lib/core/result'
import type { Database } from '@/lib/db/client'
import { knownDevices, profiles } from '@/lib/db/schema/identity'
import { readUserAgent } from '@/lib/domain/user-agent'
import { newDeviceMail } from '@/lib/emails/account-mails'
import { AuditRepository } from '@/lib/repositories/audit-repository'
import { log } from '@/lib/services/log'
import { sendMail } from '@/lib/services/mailer'
import { tellOfPerson } from '@/lib/services/notices'
import { countAttempt } from '@/lib/services/rate-limiter'
import { deviceCookieName, deviceCookieOptions, deviceHash, readDevice } from './device-cookie'
import { PERSON_COOKIE, personCookieOptions } from './person-cookie'

const MAIL_LIMIT = { per: 'account', max: 20, windowSeconds: 86_400 } as const

interface SignedIn {
  userId: string
  email: string
  sessionId: string
  device: string
  userAgent: string | null
}

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
          const whose = personCookieOptions(appUrl)
          const { newSession } = ctx.context
          if (!newSession) {
            if (ctx.path === '/sign-out') ctx.setCookie(PERSON_COOKIE, '', { ...whose, maxAge: 0 })
            return
          }
          const { user, session } = newSession
          const device = readDevice(ctx.getCookie(deviceCookieName(appUrl)))
          ctx.setCookie(PERSON_COOKIE, user.id, whose)
          ctx.setCookie(deviceCookieName(appUrl), device, deviceCookieOptions(appUrl))
          const userAgent = ctx.headers?.get('user-agent') ?? null
          const { id: userId, email } = user
          const [error] = await to(
            noteSignIn(db, { userId, email, sessionId: session.id, device, userAgent }),
          )
          if (error) log.error({ err: error }, 'a sign-in was not written down')
        }),
      },
    ],
  },
})

/** Ended sessions are told to their open streams, and signing out to the trail. */
export const sessionHooks = (db: Database): BetterAuthOptions['databaseHooks'] => ({
  session: {
    delete: {
      after: async ({ id, userId }, ctx) => {
        const [error] = await to(
          db.transaction(async (tx) => {
            await tellOfPerson(tx, userId)
            if (ctx?.path === '/sign-out') await record(tx, 'signed_out', { userId, sessionId: id })
          }),
        )
        if (error) log.error({ err: error }, 'the end of a session was not told')
      },
    },
  },
})

type Tx = Parameters<Parameters<Database['transaction']>[0]>[0]

const record = (
  tx: Tx,
  action: 'signed_in' | 'signed_out',
  { userId, sessionId }: { userId: string; sessionId: string },
) =>
  new AuditRepository(tx).record({
    ...{ actorId: userId, ownerId: userId, sessionId, action },
    ...{ subjectType: 'auth_session', subjectId: sessionId },
  })

async function noteSignIn(db: Database, signedIn: SignedIn): Promise<void> {
  const { isNew, timeZone } = await db.transaction(async (tx) => {
    await record(tx, 'signed_in', signedIn)
    return noteDevice(tx, signedIn)
  })
  // Not waited for: the mail goes out beside the answer, and its failure changes nothing.
  if (isNew) void to(mailOwner(signedIn, timeZone)).then(([error]) => logUnlessLimited(error))
}

/** Whether an account that is known on other browsers met a new one. */
async function noteDevice(tx: Tx, { userId, device }: SignedIn) {
  const own = eq(knownDevices.userId, userId)
  await tx
    .delete(knownDevices)
    .where(and(own, lt(knownDevices.lastUsedAt, sql`now() - interval '400 days'`)))
  const [others] = await tx.select({ count: count() }).from(knownDevices).where(own)
  const [row] = await tx
    .insert(knownDevices)
    .values({ userId, deviceHash: deviceHash(device) })
    .onConflictDoUpdate({
      target: [knownDevices.userId, knownDevices.deviceHash],
      set: { lastUsedAt: sql`now()` },
    })
    // A row that was inserted and not updated has no older version.
    .returning({ isInserted: sql<boolean>`xmax = 0` })
  const [profile] = await tx
    .select({ timeZone: profiles.timeZone })
    .from(profiles)
    .where(eq(profiles.userId, userId))
  const isNew = (others?.count ?? 0) > 0 && row?.isInserted === true
  return { isNew, timeZone: profile?.timeZone ?? 'UTC' }
}

async function mailOwner({ userId, email, userAgent }: SignedIn, timeZone: string): Promise<void> {
  await countAttempt({ name: 'mail.newDevice', limit: MAIL_LIMIT, who: userId })
  const at = new Date()
  await sendMail(await newDeviceMail({ email }, { ...readUserAgent(userAgent), at, timeZone }))
}

function logUnlessLimited(error: unknown): void {
  if (error && !(error instanceof RateLimitedError))
    log.error({ err: error }, 'a new device was not told of')
}
