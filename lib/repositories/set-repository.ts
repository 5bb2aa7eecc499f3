import { and, asc, eq, isNotNull, isNull, max, sql } from 'drizzle-orm'
import { NotFoundError } from '@/lib/core/errors'
import type { Transaction } from '@/lib/db/client'
import { setLogs } from '@/lib/db/schema/training'
import type { AthleteScope } from '@/lib/policies/scope'

export type SetRow = typeof setLogs.$inferSelect
/** Ticks within seconds say that the sets were logged together, and a quarter of an hour is a break. */
const REST_SECONDS = { least: 10, most: 900 }

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

  /** Moves the sets of a session from one start to another, their times to it multiplied by a factor. */
  async move(
    sessionId: string,
    { from, to, factor }: { from: Date; to: Date; factor: number },
  ): Promise<void> {
    const [start, target] = [from.toISOString(), to.toISOString()]
    await this.tx
      .update(setLogs)
      .set({
        performedAt: sql`date_trunc('milliseconds', ${target}::timestamptz
          + (${setLogs.performedAt} - ${start}::timestamptz) * ${factor}::float8)`,
      })
      .where(
        and(
          eq(setLogs.sessionId, sessionId),
          eq(setLogs.userId, this.scope.athleteId),
          isNotNull(setLogs.performedAt),
        ),
      )
  }

  /**
   * Writes the rest before each done set of a session: the time since the set before it, without what
   * a timed set itself took. What is too short or too long to be a rest is none.
   */
  async writeRests(sessionId: string): Promise<void> {
    await this.tx.execute(sql`
      with gaps as (
        select id, extract(epoch from performed_at - lag(performed_at)
            over (order by performed_at, id)) - coalesce(duration_s, 0) as gap
        from ${setLogs}
        where session_id = ${sessionId} and user_id = ${this.scope.athleteId}
          and is_completed and deleted_at is null)
      update ${setLogs} set rest_time = round(gaps.gap) from gaps
      where ${setLogs.id} = gaps.id and gaps.gap between ${REST_SECONDS.least} and ${REST_SECONDS.most}`)
  }

  /** @throws NotFoundError */
  async get(setId: string): Promise<SetRow> {
    const [row] = await this.tx.select().from(setLogs).where(this.own(setId))
    if (!row) throw new NotFoundError()
    return row
  }
}
