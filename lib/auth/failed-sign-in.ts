import 'server-only'
import { and, eq, gt, sql } from 'drizzle-orm'
import { getDatabase } from '@/lib/db/client'
import { twoFactors } from '@/lib/db/schema/identity'
import { AuditRepository } from '@/lib/repositories/audit-repository'
import { findAccountByEmail } from './account-store'
import { laterOrNow } from './after-answer'

type Failure =
  | { action: 'sign_in_failed'; details: { with: 'password' | 'code' | 'recovery_code' } }
  | { action: 'second_step_locked' }

/**
 * Writes a try to sign in down for the owner of the account, if there is one. After the answer, so that
 * its time says nothing of that, and outside the transaction of the try, which is undone. The limits of
 * signing in bound how many lines a guesser can make: ten in a quarter of an hour.
 */
export const recordWrongPassword = (email: string): Promise<void> =>
  laterOrNow(async () => {
    const account = await findAccountByEmail(email)
    if (account)
      await record(account.id, { action: 'sign_in_failed', details: { with: 'password' } })
  })

/** The same for the second step, and that it is locked now if this try was one too many. */
export const recordWrongCode = (
  userId: string,
  details: { with: 'code' | 'recovery_code' },
): Promise<void> =>
  laterOrNow(async () => {
    await record(userId, { action: 'sign_in_failed', details })
    const locked = await getDatabase()
      .select({ id: twoFactors.id })
      .from(twoFactors)
      .where(and(eq(twoFactors.userId, userId), gt(twoFactors.lockedUntil, sql`now()`)))
    if (locked.length > 0) await record(userId, { action: 'second_step_locked' })
  })

/** By nobody: who tried is not known. */
const record = (ownerId: string, failure: Failure): Promise<void> =>
  new AuditRepository(getDatabase()).record({
    ...{ actorId: null, ownerId, subjectType: 'user', subjectId: ownerId },
    ...failure,
  })
