import 'server-only'
import type { GenericEndpointContext } from '@better-auth/core'
import { getOAuthState } from 'better-auth/api'
import type { BetterAuthOptions } from 'better-auth/minimal'
import { and, eq, ne } from 'drizzle-orm'
import { PROVIDER_NAMES, PROVIDERS } from '@/lib/core/providers'
import type { Database } from '@/lib/db/client'
import { accounts, authSessions, profiles, users } from '@/lib/db/schema/identity'
import { isTimeZone } from '@/lib/domain/local-date'
import { providerLinkedMail } from '@/lib/emails/account-mails'
import { getEnv } from '@/lib/env'
import { AuditRepository } from '@/lib/repositories/audit-repository'
import { sendMail } from '@/lib/services/mailer'
import { laterOrNow } from './after-answer'
import { rememberWayIn } from './after-callback'
import { isLiveSession } from './live-session'
import { sendVerificationLink } from './verification-link'

const LONGEST_NAME = 80

type Hooks = NonNullable<BetterAuthOptions['databaseHooks']>

const isCallback = (ctx: { path?: string } | null): boolean => ctx?.path === '/callback/:id'

/** We ask the providers for nothing once somebody is in, so nothing that would allow it is kept. */
const NO_TOKENS = {
  ...{ accessToken: null, refreshToken: null, idToken: null },
  ...{ accessTokenExpiresAt: null, refreshTokenExpiresAt: null, scope: null },
}
const keepNoTokens = async () => ({ data: NO_TOKENS })

/** What happens around the accounts that come from a provider. */
export function providerHooks(db: Database, appUrl: string): Hooks {
  return {
    user: {
      create: {
        before: async (user, ctx) =>
          isCallback(ctx) ? { data: { name: nameOf(user), image: null } } : undefined,
        after: async (user, ctx) => {
          if (!isCallback(ctx)) return
          await keepTimeZone(db, user.id)
          if (user.emailVerified) return
          const next = (await getOAuthState())?.callbackURL
          await laterOrNow(() => sendVerificationLink({ email: user.email, next }))
        },
      },
    },
    account: {
      create: {
        before: async (_account, ctx) => (await isMeant(db, ctx)) && keepNoTokens(),
        after: async ({ id, userId, providerId }, ctx) => {
          if (!ctx || !isCallback(ctx)) return
          if (await isUnconfirmed(db, userId)) rememberWayIn(ctx, id, appUrl)
          await tellOfLink(db, { userId, providerId })
        },
      },
      update: { before: keepNoTokens },
    },
  }
}

/**
 * A connection by hand is for the session that asked for it: while its person was away it may have
 * ended, or somebody else may have signed in here.
 */
async function isMeant(db: Database, ctx: GenericEndpointContext | null): Promise<boolean> {
  const link = ctx && isCallback(ctx) ? (await getOAuthState())?.link : undefined
  if (!ctx || !link) return true
  const { authCookies, secret } = ctx.context
  const token = await ctx.getSignedCookie(authCookies.sessionToken.name, secret)
  if (!token) return false
  const live = await db
    .select({ id: authSessions.id })
    .from(authSessions)
    .where(and(eq(authSessions.token, token), eq(authSessions.userId, link.userId), isLiveSession))
  return live.length > 0
}

async function isUnconfirmed(db: Database, userId: string): Promise<boolean> {
  const [user] = await db
    .select({ isVerified: users.emailVerified })
    .from(users)
    .where(eq(users.id, userId))
  return user?.isVerified === false
}

/** A name we can keep and show; providers give none, or any. */
function nameOf({ name, email }: { name: string; email: string }): string {
  const readable = name.replaceAll(/[\p{Cc}\p{Surrogate}]+/gu, ' ').trim()
  const [before = ''] = email.split('@')
  const short = (readable || before).slice(0, LONGEST_NAME)
  // A cut can halve what two units spell.
  return short.replace(/\p{Surrogate}$/u, '').trim()
}

/** The zone the browser named when it left for the provider; only a word of the form, so checked. */
async function keepTimeZone(db: Database, userId: string): Promise<void> {
  const named: unknown = (await getOAuthState())?.timeZone
  const isKnown = typeof named === 'string' && isTimeZone(named)
  const timeZone = isKnown ? named : getEnv().DEFAULT_TIME_ZONE
  await db.update(profiles).set({ timeZone }).where(eq(profiles.userId, userId))
}

/** Records a provider that was added to an account there was, and tells its owner. */
async function tellOfLink(
  db: Database,
  { userId, providerId }: { userId: string; providerId: string },
): Promise<void> {
  const provider = PROVIDERS.find((each) => each === providerId)
  if (!provider) return
  const [owner] = await db
    .select({ email: users.email })
    .from(users)
    .innerJoin(accounts, eq(accounts.userId, users.id))
    .where(and(eq(users.id, userId), ne(accounts.providerId, provider)))
    .limit(1)
  if (!owner) return
  await db.transaction((tx) =>
    new AuditRepository(tx).record({
      ...{ actorId: userId, ownerId: userId, details: { provider } },
      ...{ action: 'provider_linked', subjectType: 'user', subjectId: userId },
    }),
  )
  await laterOrNow(async () =>
    sendMail(await providerLinkedMail(owner, PROVIDER_NAMES[provider], true)),
  )
}
