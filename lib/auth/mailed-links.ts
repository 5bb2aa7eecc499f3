import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { and, eq, gt, inArray, sql } from 'drizzle-orm'
import { NotFoundError } from '@/lib/core/errors'
import type { Transaction } from '@/lib/db/client'
import { users, verifications } from '@/lib/db/schema/identity'
import { idSchema } from '@/lib/schemas/text'

/** What a link agrees to, and for how many seconds it does. */
const LIFETIMES = { emailChange: 3600, newEmail: 86_400, deletion: 3600 }
type Purpose = keyof typeof LIFETIMES

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64url')
const identifierOf = (purpose: string, userId: string): string => sha256(`${purpose}:${userId}`)

/**
 * Links that act for somebody once, mailed to them. One a person and purpose: a newer one takes the
 * place of the older. Hashes alone are kept, so who reads the table can follow none.
 */
export class MailedLinks {
  constructor(
    private readonly tx: Transaction,
    private readonly purpose: Purpose,
  ) {}

  /** A new link's token. @param about an address that it is about */
  async make(userId: string, about = ''): Promise<string> {
    const secret = randomBytes(32).toString('base64url')
    const identifier = identifierOf(this.purpose, userId)
    // Two at once come one after the other, so that one of them alone is left.
    await this.tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('update')
    await this.tx.delete(verifications).where(eq(verifications.identifier, identifier))
    await this.tx.insert(verifications).values({
      ...{ identifier, value: `${sha256(secret)} ${about}` },
      expiresAt: sql`now() + ${LIFETIMES[this.purpose]} * interval '1 second'`,
    })
    return `${userId}.${secret}`
  }

  /**
   * Takes a link, which is then used up; if the transaction fails it is as before.
   * @throws NotFoundError for one that is unknown, used, too old or was followed by a newer one
   */
  async use(token: string): Promise<{ userId: string; about: string }> {
    const [userId = '', secret = ''] = token.split('.')
    if (!idSchema.safeParse(userId).success) throw new NotFoundError('linkInvalid')
    const [used] = await this.tx
      .delete(verifications)
      .where(
        and(
          eq(verifications.identifier, identifierOf(this.purpose, userId)),
          eq(sql`split_part(${verifications.value}, ' ', 1)`, sha256(secret)),
          gt(verifications.expiresAt, sql`now()`),
        ),
      )
      .returning({ about: sql<string>`split_part(${verifications.value}, ' ', 2)` })
    if (!used) throw new NotFoundError('linkInvalid')
    return { userId, about: used.about }
  }
}

/** Takes every such link of a person away, whatever it is for. */
export async function dropMailedLinks(tx: Transaction, userId: string): Promise<void> {
  const identifiers = Object.keys(LIFETIMES).map((purpose) => identifierOf(purpose, userId))
  await tx.delete(verifications).where(inArray(verifications.identifier, identifiers))
}
