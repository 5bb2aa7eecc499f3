import 'server-only'
import { eq } from 'drizzle-orm'
import type { Role } from '@/lib/core/actor'
import { type Database, getDatabase, type Transaction } from '@/lib/db/client'
import { profiles, users } from '@/lib/db/schema/identity'
import type { WeightUnit } from '@/lib/domain/units'

interface Account {
  id: string
  email: string
  isVerified: boolean
}

const account = { id: users.id, email: users.email, isVerified: users.emailVerified }

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

/** What was chosen at registration. Answers whether there is such an account at all. */
export async function describeAccount(
  tx: Transaction,
  id: string,
  about: { role: Role; weightUnit: WeightUnit; timeZone: string },
): Promise<boolean> {
  const rows = await tx
    .update(profiles)
    .set(about)
    .where(eq(profiles.userId, id))
    .returning({ id: profiles.userId })
  return rows.length > 0
}
