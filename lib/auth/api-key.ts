import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { and, eq, gt, isNull, lt, or, sql } from 'drizzle-orm'
import type { Actor } from '@/lib/core/actor'
import { nameActor } from '@/lib/core/request-trace'
import { getDatabase } from '@/lib/db/client'
import { apiKeys, profiles, users } from '@/lib/db/schema/identity'
import { hideToken, personColumns } from './actor-row'

const KEY = /^gym_[\w-]{43}$/
const START_LENGTH = 8
/** A key in use is marked as such at most this often. */
const RENEWAL = sql`interval '1 hour'`
/** Nobody gave a password with a key, so it never counts as a fresh sign-in. */
const NEVER = new Date(0)

const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex')

/** A new key with what is kept of it: its sha256, and its start to tell it from others. */
export function makeApiKey(): { key: string; hash: string; start: string } {
  const key = `gym_${randomBytes(32).toString('base64url')}`
  return { key, hash: hashOf(key), start: key.slice(0, START_LENGTH) }
}

/**
 * Who a key speaks for, and what it may; null for one that is unknown, expired or revoked. One
 * indexed query, so that a revoked key ends at once.
 */
export async function findKeyActor(token: string): Promise<Actor | null> {
  if (!KEY.test(token)) return null
  const row = await findKey(hashOf(token)).catch(hideToken)
  if (!row) return null
  const { isRenewalDue, ...actor } = row
  nameActor(actor.userId)
  if (isRenewalDue) await renew(actor.sessionId)
  return { ...actor, authenticatedAt: NEVER }
}

const isUnusedLately = or(
  isNull(apiKeys.lastUsedAt),
  lt(apiKeys.lastUsedAt, sql`now() - ${RENEWAL}`),
)

async function findKey(hash: string) {
  const [row] = await getDatabase()
    .select({
      ...personColumns,
      sessionId: apiKeys.id,
      keyScopes: apiKeys.scopes,
      isRenewalDue: sql<boolean>`${isUnusedLately}`,
    })
    .from(apiKeys)
    .innerJoin(users, eq(users.id, apiKeys.userId))
    .innerJoin(profiles, eq(profiles.userId, users.id))
    .where(
      and(
        eq(apiKeys.hash, hash),
        or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, sql`now()`)),
        eq(users.emailVerified, true),
      ),
    )
  return row
}

async function renew(keyId: string): Promise<void> {
  await getDatabase()
    .update(apiKeys)
    .set({ lastUsedAt: sql`now()` })
    .where(and(eq(apiKeys.id, keyId), isUnusedLately))
}
