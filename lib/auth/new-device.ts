import 'server-only'
import type { GenericEndpointContext } from '@better-auth/core'
import { and, count, eq, lt, sql } from 'drizzle-orm'
import { RateLimitedError } from '@/lib/core/errors'
import { to } from '@/lib/core/result'
import type { Database } from '@/lib/db/client'
import { knownDevices, profiles } from '@/lib/db/schema/identity'
import { readUserAgent } from '@/lib/domain/user-agent'
import { newDeviceMail } from '@/lib/emails/account-mails'
import { log } from '@/lib/services/log'
import { sendMail } from '@/lib/services/mailer'
import { countAttempt } from '@/lib/services/rate-limiter'
import { laterOrNow } from './after-answer'
import { deviceCookieName, deviceCookieOptions, deviceHash, readDevice } from './device-cookie'

const MAIL_LIMIT = { per: 'account', max: 20, windowSeconds: 86_400 } as const

/**
 * Remembers the browser of a sign-in that has just worked, and mails the owner if the account is
 * known on others but not on this one. Never fails the sign-in.
 */
export async function recognizeDevice(
  ctx: GenericEndpointContext,
  db: Database,
  appUrl: string,
): Promise<void> {
  const { newSession } = ctx.context
  if (!newSession) return
  const { id: userId, email } = newSession.user
  const device = readDevice(ctx.getCookie(deviceCookieName(appUrl)))
  ctx.setCookie(deviceCookieName(appUrl), device, deviceCookieOptions(appUrl))
  const [error, seen] = await to(remember(db, userId, device))
  if (error) log.error({ err: error }, 'a device was not remembered')
  if (!seen?.isNew) return
  const userAgent = ctx.headers?.get('user-agent') ?? null
  await laterOrNow(() => mailOwner({ userId, email, userAgent, timeZone: seen.timeZone }))
}

function remember(db: Database, userId: string, device: string) {
  return db.transaction(async (tx) => {
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
  })
}

interface SignedIn {
  userId: string
  email: string
  userAgent: string | null
  timeZone: string
}

async function mailOwner({ userId, email, userAgent, timeZone }: SignedIn): Promise<void> {
  const counted = countAttempt({ name: 'mail.newDevice', limit: MAIL_LIMIT, who: userId })
  const [error] = await to(counted)
  if (error instanceof RateLimitedError) return
  if (error) throw error
  const device = readUserAgent(userAgent)
  await sendMail(await newDeviceMail({ email }, { ...device, at: new Date(), timeZone }))
}
