import 'server-only'
import { and, eq, inArray } from 'drizzle-orm'
import { type Database, getDatabase, type Transaction } from '@/lib/db/client'
import { accounts, users } from '@/lib/db/schema/identity'

interface Account {
  id: string
  name: string
  email: string
  isVerified: boolean
}

const account = {
  id: users.id,
  name: users.name,
  email: users.email,
  isVerified: users.emailVerified,
}

/** By address, in lower case as it is kept. */
export async function findAccountByEmail(
  email: string,
  db: Database | Transaction = getDatabase(),
): Promise<Account | null> {
  const [row] = await db.select(account).from(users).where(eq(users.email, email))
  return row ?? null
}

export async function findAccountById(id: string, tx: Transaction): Promise<Account | null> {
  const [row] = await tx.select(account).from(users).where(eq(users.id, id))
  return row ?? null
}

/** The same; nobody registers its address anew until the transaction ends. */
export async function lockAccount(id: string, tx: Transaction): Promise<Account | null> {
  // Leaves room for rows that refer to it, which Better Auth writes on a connection of its own.
  const [row] = await tx.select(account).from(users).where(eq(users.id, id)).for('no key update')
  return row ?? null
}

interface Registration {
  name: string
  email: string
  passwordHash: string
}

/**
 * Opens an account that waits for its address to be confirmed. Where one waits already, whatever was
 * typed or connected before gives way: nobody has shown yet that the address is theirs.
 * @returns its id and that of its one way in; null where the address is confirmed
 */
export async function openAccount(
  { name, email, passwordHash }: Registration,
  tx: Transaction,
): Promise<{ userId: string; wayInId: string } | null> {
  // As few statements for a new address as for a known one, whose time would tell it apart.
  const made = await tx
    .insert(users)
    .values({ name, email })
    .onConflictDoNothing({ target: users.email })
    .returning({ id: users.id })
  const userId = made[0]?.id ?? (await emptyWaiting({ name, email }, tx))
  if (!userId) return null
  const [wayIn] = await tx
    .insert(accounts)
    .values({ userId, accountId: userId, providerId: 'credential', password: passwordHash })
    .returning({ id: accounts.id })
  if (!wayIn) throw new Error('No password was kept')
  return { userId, wayInId: wayIn.id }
}

/** Takes what was typed and connected from an account that waits; null where the address is confirmed. */
async function emptyWaiting(
  { name, email }: Pick<Registration, 'name' | 'email'>,
  tx: Transaction,
): Promise<string | null> {
  const [row] = await tx
    .select(account)
    .from(users)
    .where(eq(users.email, email))
    .for('no key update')
  if (!row) throw new Error('The account went while it was opened')
  if (row.isVerified) return null
  await tx.update(users).set({ name }).where(eq(users.id, row.id))
  await dropWaysIn(row.id, tx)
  return row.id
}

/** Whether one of these is a way into the account, still. */
export async function isWayIn(
  userId: string,
  wayInIds: readonly string[],
  tx: Transaction,
): Promise<boolean> {
  const rows = await tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.userId, userId), inArray(accounts.id, [...wayInIds])))
  return rows.length > 0
}

/** Takes password and connections away. */
export async function dropWaysIn(userId: string, tx: Transaction): Promise<void> {
  await tx.delete(accounts).where(eq(accounts.userId, userId))
}
