import { and, gt, lte, or, sql } from 'drizzle-orm'
import { authSessions } from '@/lib/db/schema/identity'

/** Unused for 7 days, a session ends; it ends 30 days after signing in at the latest. */
export const isLiveSession = and(
  gt(authSessions.expiresAt, sql`now()`),
  gt(authSessions.updatedAt, sql`now() - interval '7 days'`),
)

/** The opposite: what is left of it is a row. */
export const isEndedSession = or(
  lte(authSessions.expiresAt, sql`now()`),
  lte(authSessions.updatedAt, sql`now() - interval '7 days'`),
)
