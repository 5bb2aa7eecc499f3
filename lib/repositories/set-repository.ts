import { and, asc, eq, isNull, max, sql } from 'drizzle-orm'
import { NotFoundError } from '@/lib/core/errors'
import type { Transaction } from '@/lib/db/client'
import { setLogs } from '@/lib/db/schema/training'
import type { AthleteScope } from '@/lib/policies/scope'

export type SetRow = typeof setLogs.$inferSelect
type SetValues = Partial<typeof setLogs.$inferInsert>

export class SetRepository {
  constructor(
    private readonly tx: Transaction,
    private readonly scope: AthleteScope,
  ) {}

  private own(id: string) {
    return and(eq(setLogs.id, id), eq(setLogs.userId, this.scope.athleteId))
  }

  /** Changes a set outside a queue of operations (structure and corrections). */
  async update(setId: string, values: SetValues): Promise<void> {
    await this.tx
      .update(setLogs)
      .set({ ...values, revision: sql`${setLogs.revision} + 1` })
      .where(this.own(setId))
  }

  /**
   * Adds sets; an id that exists already is left as it is, so that a retry changes nothing.
   * @returns how many were new
   */
  async add(rows: readonly Omit<typeof setLogs.$inferInsert, 'userId'>[]): Promise<number> {
    if (rows.length === 0) return 0
    const added = await this.tx
      .insert(setLogs)
      .values(rows.map((row) => ({ ...row, userId: this.scope.athleteId })))
      .onConflictDoNothing({ target: setLogs.id })
      .returning({ id: setLogs.id })
    return added.length
  }

  /** Sets of a session that were not taken out, in order. */
  async listOfSession(sessionId: string): Promise<SetRow[]> {
    return (await this.listWithRemoved(sessionId)).filter((set) => set.deletedAt === null)
  }

  /** When the last set of a session was done; null where none was. */
  async findLastDone(sessionId: string): Promise<Date | null> {
    const [row] = await this.tx
      .select({ at: max(setLogs.performedAt) })
      .from(setLogs)
      .where(
        and(
          eq(setLogs.sessionId, sessionId),
          eq(setLogs.userId, this.scope.athleteId),
          eq(setLogs.isCompleted, true),
          isNull(setLogs.deletedAt),
        ),
      )
    return row?.at ?? null
  }

  listWithRemoved(sessionId: string): Promise<SetRow[]> {
    return this.tx
      .select()
      .from(setLogs)
      .where(and(eq(setLogs.sessionId, sessionId), eq(setLogs.userId, this.scope.athleteId)))
      .orderBy(asc(setLogs.setNumber), asc(setLogs.id))
  }

  /**
   * Takes all sets of an exercise out at one instant.
   * @returns when the first of them was done, null where none was
   */
  async hideOfExercise(exerciseLogId: string, at: Date): Promise<Date | null> {
    const rows = await this.tx
      .update(setLogs)
      .set({ deletedAt: at, revision: sql`${setLogs.revision} + 1` })
      .where(
        and(
          eq(setLogs.exerciseLogId, exerciseLogId),
          eq(setLogs.userId, this.scope.athleteId),
          isNull(setLogs.deletedAt),
        ),
      )
      .returning({ performedAt: setLogs.performedAt })
    const times = rows.flatMap((row) => row.performedAt ?? [])
    return times.reduce<Date | null>((first, time) => (first && first < time ? first : time), null)
  }

  /** @throws NotFoundError */
  async get(setId: string): Promise<SetRow> {
    const [row] = await this.tx.select().from(setLogs).where(this.own(setId))
    if (!row) throw new NotFoundError()
    return row
  }
}
