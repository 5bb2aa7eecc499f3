import 'server-only'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { betterAuth } from 'better-auth/minimal'
import { nextCookies } from 'better-auth/next-js'
import { organization } from 'better-auth/plugins/organization'
import { drizzle } from 'drizzle-orm/postgres-js'
import type { Caller } from '@/lib/core/define-use-case'
import { newId } from '@/lib/core/id'
import { openPool } from '@/lib/db/client'
import { databaseErrorCode } from '@/lib/db/database-errors'
import {
  accounts,
  authSessions,
  passkeys,
  twoFactors,
  users,
  verifications,
} from '@/lib/db/schema/identity'
import { invitations, members, organizations } from '@/lib/db/schema/organizations'
import { passwordResetMail } from '@/lib/emails/account-mails'
import { getEnv } from '@/lib/env'
import { gymAccess, gymRoles } from '@/lib/policies/gym-rights'
import { PASSWORD_LENGTH } from '@/lib/schemas/account'
import { log } from '@/lib/services/log'
import { sendMail } from '@/lib/services/mailer'
import { accountEvents, sessionHooks } from './account-events'
import { afterCallback } from './after-callback'
import { passkeySignIn } from './passkeys'
import { providerHooks } from './provider-hooks'
import { socialProviders } from './providers'
import { ANSWERED_PATHS, DISABLED_PATHS } from './reachable-paths'
import { dropOlderResetLinks } from './reset-links'
import { secondStep } from './second-step'
import { SESSION_COOKIE_PREFIX } from './session-cookie'
import { VERIFICATION_LINK_SECONDS } from './verification-link'

const HOUR_SECONDS = 3600
const SESSION_SECONDS = 30 * 24 * HOUR_SECONDS
/** Better Auth hashes inside its transactions: its own connections, so that the app's stay free. */
const POOL_SIZE = 4

function createIdentity(databaseUrl: string) {
  const env = getEnv()
  const db = drizzle(openPool(databaseUrl, { size: POOL_SIZE }))
  return betterAuth({
    appName: 'Gym Tracker',
    baseURL: env.APP_URL,
    basePath: '/api/auth',
    secret: env.APP_SECRET,
    database: drizzleAdapter(db, {
      provider: 'pg',
      usePlural: true,
      transaction: true,
      schema: {
        ...{ users, sessions: authSessions, accounts, verifications, twoFactors, passkeys },
        ...{ organizations, members, invitations },
      },
    }),
    advanced: {
      cookiePrefix: SESSION_COOKIE_PREFIX,
      useSecureCookies: env.APP_URL.startsWith('https:'),
      database: { generateId: () => newId() },
    },
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: true,
      minPasswordLength: PASSWORD_LENGTH.min,
      maxPasswordLength: PASSWORD_LENGTH.max,
      resetPasswordTokenExpiresIn: HOUR_SECONDS,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, token }) => {
        await dropOlderResetLinks(user.id)
        await sendMail(await passwordResetMail(user, token))
      },
    },
    emailVerification: {
      sendOnSignUp: false,
      autoSignInAfterVerification: true,
      expiresIn: VERIFICATION_LINK_SECONDS,
    },
    verification: { storeIdentifier: 'hashed' },
    // The 7 idle days are counted by our own session query, since a page cannot renew a cookie.
    session: { expiresIn: SESSION_SECONDS, disableSessionRefresh: true },
    socialProviders: socialProviders(env),
    account: {
      updateAccountOnSignIn: false,
      accountLinking: { requireLocalEmailVerified: true, allowDifferentEmails: true },
    },
    onAPIError: { errorURL: '/auth/error' },
    disabledPaths: [...ANSWERED_PATHS, ...DISABLED_PATHS],
    // The use cases that call it, and the handler in front of it, bring their own limits.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { level: 'error', log: logFailure },
    databaseHooks: { ...sessionHooks(db), ...providerHooks(db, env.APP_URL) },
    // Of gyms its tables and its terms for rights; what is done in them are our own use cases. Then in
    // this order: what asks for a second step, what follows from a session, the cookies.
    plugins: [
      organization({ ac: gymAccess, roles: gymRoles }),
      ...[secondStep(), passkeySignIn(), afterCallback(env.APP_URL)],
      ...[accountEvents(db, env.APP_URL), nextCookies()],
    ],
  })
}

/** Its messages may carry addresses and hashes in what follows; the cause's code is enough. */
function logFailure(_level: string, message: string, ...details: unknown[]): void {
  log.error({ cause: details.map(databaseErrorCode).find(Boolean) ?? undefined }, message)
}

type Identity = ReturnType<typeof createIdentity>

// Kept on globalThis so that hot reload in development does not open a pool a save.
const kept = globalThis as typeof globalThis & {
  gymTrackerIdentity?: { madeFor: string; identity: Identity }
}

/** Better Auth over our tables, made at first use. */
export function getIdentity(): Identity {
  const { DATABASE_URL, APP_URL } = getEnv()
  if (!DATABASE_URL) throw new Error('DATABASE_URL is not set; start the app with npm start')
  const madeFor = `${DATABASE_URL} ${APP_URL}`
  if (kept.gymTrackerIdentity?.madeFor !== madeFor) {
    kept.gymTrackerIdentity = { madeFor, identity: createIdentity(DATABASE_URL) }
  }
  return kept.gymTrackerIdentity.identity
}

/** The request's headers, with the address that can be trusted for the list of sessions. */
export function identityHeaders(caller: Caller): Headers {
  const headers = new Headers(caller.headers)
  headers.set('x-forwarded-for', caller.address)
  return headers
}
