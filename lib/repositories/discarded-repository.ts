import { and, count, desc, eq, gt, isNull, lte, type SQL, sql } from 'drizzle-orm'
import type { Transaction } from '@/lib/db/client'
import { exerciseLogs, setLogs, workoutSessions } from '@/lib/db/schema/training'
import type { AthleteScope } from '@/lib/policies/scope'

const DAY_MS = 86_400_000

/** The earliest instant of discarding that can still be taken back. */
const dayBefore = (now: Date): Date => new Date(now.getTime() - DAY_MS)

/**
 * Workouts that were discarded and can be restored for a day. No other repository shows them: their
 * exercises and sets are deleted at the instant of discarding, which is how restoring finds them again.
 */
export class DiscardedRepository {
  constructor(
    private readonly tx: Transaction,
    private readonly scope: AthleteScope,
  ) {}

  private own(id: string): SQL | undefined {
    return and(eq(workoutSessions.id, id), eq(workoutSessions.userId, this.scope.athleteId))
  }

  /** Its records are to be computed again afterwards. */
  async hide(sessionId: string, now: Date): Promise<void> {
    // Everything else is written in whole milliseconds, so no set deleted before has this instant.
    const at = sql<Date>`${now.toISOString()}::timestamptz + interval '1 microsecond'`
    await this.tx.update(workoutSessions).set({ discardedAt: at }).where(this.own(sessionId))
    for (const table of [setLogs, exerciseLogs])
      await this.tx
        .update(table)
        .set({ deletedAt: at })
        .where(and(this.of(table, sessionId), isNull(table.deletedAt)))
  }

  /** @returns false where it is none that can still be restored, or was restored already */
  async lock(sessionId: string, now: Date): Promise<boolean> {
    const rows = await this.tx
      .select({ id: workoutSessions.id })
      .from(workoutSessions)
      .where(and(this.own(sessionId), this.isRestorable(now)))
      .for('update')
    return rows.length > 0
  }

  /** Brings everything of a locked one back as it was; its revision rises, so phones read it again. */
  async restore(sessionId: string): Promise<void> {
    const at = sql`(select ${workoutSessions.discardedAt} from ${workoutSessions}
      where ${workoutSessions.id} = ${sessionId})`
    for (const table of [setLogs, exerciseLogs])
      await this.tx
        .update(table)
        .set({ deletedAt: null })
        .where(and(this.of(table, sessionId), eq(table.deletedAt, at)))
    await this.tx
      .update(workoutSessions)
      .set({ discardedAt: null, revision: sql`${workoutSessions.revision} + 1` })
      .where(this.own(sessionId))
  }

  /** Those that can be restored, the newest first, with how many of their sets were done. */
  list(now: Date) {
    const { id, name, discardedAt } = workoutSessions
    return this.tx
      .select({
        ...{ id, name },
        discardedAt: sql<Date>`${discardedAt}`.mapWith(discardedAt),
        setsDone: count(setLogs.id),
      })
      .from(workoutSessions)
      .leftJoin(
        setLogs,
        and(
          eq(setLogs.sessionId, id),
          eq(setLogs.userId, this.scope.athleteId),
          eq(setLogs.isCompleted, true),
          eq(setLogs.deletedAt, discardedAt),
        ),
      )
      .where(and(eq(workoutSessions.userId, this.scope.athleteId), this.isRestorable(now)))
      .groupBy(id)
      .orderBy(desc(discardedAt))
  }

  /** Deletes for good what can no longer be restored. */
  async purge(now: Date): Promise<void> {
    await this.tx
      .delete(workoutSessions)
      .where(
        and(
          eq(workoutSessions.userId, this.scope.athleteId),
          lte(workoutSessions.discardedAt, dayBefore(now)),
        ),
      )
  }

  private of(table: typeof setLogs | typeof exerciseLogs, sessionId: string): SQL | undefined {
    return and(eq(table.sessionId, sessionId), eq(table.userId, this.scope.athleteId))
  }

  private isRestorable(now: Date): SQL {
    return gt(workoutSessions.discardedAt, dayBefore(now))
  }
}
