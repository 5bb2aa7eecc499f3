import 'server-only'
import { eq } from 'drizzle-orm'
import { type Database, getDatabase, type Transaction } from '@/lib/db/client'
import { users } from '@/lib/db/schema/identity'

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
