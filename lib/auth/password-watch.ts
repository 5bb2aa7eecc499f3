import 'server-only'
import { and, eq } from 'drizzle-orm'
import type { Transaction } from '@/lib/db/client'
import { accounts, users } from '@/lib/db/schema/identity'
import { getIdentity } from './identity'

/** What an account's password was kept as when a sign-in began. */
interface Watched {
  userId: string
  hash: string | null
}

/**
 * To be asked before Better Auth signs somebody in. It compares and opens the session on connections
 * of its own, so a change of the password may come in between and find no session to end.
 */
export async function watchPassword(email: string, tx: Transaction): Promise<Watched | null> {
  const [row] = await tx
    .select({ userId: users.id, hash: accounts.password })
    .from(users)
    .leftJoin(accounts, and(eq(accounts.userId, users.id), eq(accounts.providerId, 'credential')))
    .where(eq(users.email, email))
  return row ?? null
}

/**
 * Whether a sign-in that has just worked was overtaken by a change of the password; then it is undone.
 * @param watched what `watchPassword` answered before it
 * @param typed what was typed in this step, which may be the new password already
 */
export async function undoIfChanged(
  watched: Watched | null,
  signedIn: { email: string; token: string | null; typed?: string },
  tx: Transaction,
): Promise<boolean> {
  const now = await watchPassword(signedIn.email, tx)
  if (now?.hash === watched?.hash) return false
  const { adapter, internalAdapter, password } = await getIdentity().$context
  const { typed, token } = signedIn
  if (now?.hash && typed && (await password.verify({ hash: now.hash, password: typed })))
    return false
  // Not in our transaction, which ends with the refusal.
  if (token) await internalAdapter.deleteSession(token)
  else if (now)
    await adapter.deleteMany({
      model: 'verification',
      where: [{ field: 'value', value: now.userId }],
    })
  return true
}
