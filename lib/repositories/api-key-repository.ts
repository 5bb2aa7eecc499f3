import { and, count, desc, eq, getTableColumns } from 'drizzle-orm'
import { NotFoundError } from '@/lib/core/errors'
import type { Transaction } from '@/lib/db/client'
import { apiKeys, users } from '@/lib/db/schema/identity'
import type { AthleteScope } from '@/lib/policies/scope'

const { userId: _owner, hash: _hash, ...columns } = getTableColumns(apiKeys)

type NewKey = Pick<
  typeof apiKeys.$inferInsert,
  'name' | 'hash' | 'start' | 'scopes' | 'expiresAt' | 'createdAt'
>

/** A person's API keys; the hashes are for signing in alone and never read here. */
export class ApiKeyRepository {
  constructor(
    private readonly tx: Transaction,
    private readonly scope: AthleteScope,
  ) {}

  /** Newest first. */
  list() {
    return this.tx
      .select(columns)
      .from(apiKeys)
      .where(eq(apiKeys.userId, this.scope.athleteId))
      .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id))
  }

  /** How many there are; whoever asks makes theirs one after the other from here on. */
  async lockAndCount(): Promise<number> {
    const userId = this.scope.athleteId
    await this.tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('update')
    const [row] = await this.tx
      .select({ count: count() })
      .from(apiKeys)
      .where(eq(apiKeys.userId, userId))
    return row?.count ?? 0
  }

  async create(key: NewKey) {
    const [row] = await this.tx
      .insert(apiKeys)
      .values({ ...key, userId: this.scope.athleteId })
      .returning(columns)
    if (!row) throw new Error('An inserted key was not returned')
    return row
  }

  /** @throws NotFoundError for a key that is not theirs, or not there any more */
  async delete(id: string): Promise<void> {
    const deleted = await this.tx
      .delete(apiKeys)
      .where(and(eq(apiKeys.id, id), eq(apiKeys.userId, this.scope.athleteId)))
      .returning({ id: apiKeys.id })
    if (deleted.length === 0) throw new NotFoundError()
  }

  /** Every key of theirs; answers with the ids. */
  async deleteAll(): Promise<string[]> {
    const rows = await this.tx
      .delete(apiKeys)
      .where(eq(apiKeys.userId, this.scope.athleteId))
      .returning({ id: apiKeys.id })
    return rows.map(({ id }) => id)
  }
}
