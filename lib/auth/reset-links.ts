import 'server-only'
import { and, desc, eq, ne, notInArray, sql } from 'drizzle-orm'
import { getDatabase, type Transaction } from '@/lib/db/client'
import { accounts, users, verifications } from '@/lib/db/schema/identity'
import { dropMailedLinks } from './mailed-links'

/** Better Auth leaves older links alive after a newer one, and newer ones after a use. */
export async function dropOlderResetLinks(userId: string): Promise<void> {
  const db = getDatabase()
  const newest = db
    .select({ id: verifications.id })
    .from(verifications)
    .where(eq(verifications.value, userId))
    .orderBy(desc(verifications.createdAt), desc(verifications.id))
    .limit(1)
  await db
    .delete(verifications)
    .where(and(eq(verifications.value, userId), notInArray(verifications.id, newest)))
}

/** Whoever came by the link reads this mailbox, so its address is confirmed; other links die. */
export async function confirmMailbox(userId: string, tx: Transaction): Promise<void> {
  await dropLinks(userId, tx)
  const [before] = await tx
    .select({ wasVerified: users.emailVerified })
    .from(users)
    .where(eq(users.id, userId))
  // Whoever opened the account by a provider that vouches for no address may be somebody else.
  if (!before?.wasVerified)
    await tx
      .delete(accounts)
      .where(and(eq(accounts.userId, userId), ne(accounts.providerId, 'credential')))
  await tx.update(users).set({ emailVerified: true }).where(eq(users.id, userId))
}

/**
 * Takes the force from every link that was mailed about an account and from whatever was begun for it
 * (half sign-ins, ways to a provider): somebody else may have asked for it, or it lies in a mailbox
 * that is no longer theirs.
 */
export async function dropLinks(userId: string, tx: Transaction): Promise<void> {
  // The way to a provider keeps the id inside of JSON.
  await tx.delete(verifications).where(sql`position(${userId} in ${verifications.value}) > 0`)
  await dropMailedLinks(tx, userId)
}
