import { and, desc, eq, ne } from 'drizzle-orm'
import { isLiveSession } from '@/lib/auth/live-session'
import { NotFoundError } from '@/lib/core/errors'
import type { Transaction } from '@/lib/db/client'
import { authSessions } from '@/lib/db/schema/identity'
import type { AthleteScope } from '@/lib/policies/scope'
import { tellOfPerson } from '@/lib/services/notices'

/** Where a person is signed in. Whatever ends here ends on every server, open streams included. */
export class SessionRepository {
  constructor(
    private readonly tx: Transaction,
    private readonly scope: AthleteScope,
  ) {}

  /** Those that still open anything, the latest used first. */
  list() {
    return this.tx
      .select({
        id: authSessions.id,
        userAgent: authSessions.userAgent,
        address: authSessions.ipAddress,
        signedInAt: authSessions.createdAt,
        lastUsedAt: authSessions.updatedAt,
      })
      .from(authSessions)
      .where(and(this.isOwn, isLiveSession))
      .orderBy(desc(authSessions.updatedAt), desc(authSessions.id))
  }

  /** @throws NotFoundError for a session that is not theirs, or not there any more */
  async end(id: string): Promise<void> {
    if (!(await this.endIfThere(id))) throw new NotFoundError()
  }

  /** Answers whether it was there. */
  async endIfThere(id: string): Promise<boolean> {
    return (await this.endWhere(eq(authSessions.id, id))) > 0
  }

  /** Ends all but one, or with null all; answers how many that were. */
  endOthers(keptId: string | null): Promise<number> {
    return this.endWhere(keptId === null ? undefined : ne(authSessions.id, keptId))
  }

  private get isOwn() {
    return eq(authSessions.userId, this.scope.athleteId)
  }

  private async endWhere(which: ReturnType<typeof ne> | undefined): Promise<number> {
    const ended = await this.tx
      .delete(authSessions)
      .where(and(this.isOwn, which))
      .returning({ id: authSessions.id })
    await tellOfPerson(this.tx, this.scope.athleteId)
    return ended.length
  }
}
