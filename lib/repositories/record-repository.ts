import { and, asc, eq, gte, inArray, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { newId } from '@/lib/core/id'
import type { Transaction } from '@/lib/db/client'
import { personalRecords, setLogs, workoutSessions } from '@/lib/db/schema/training'
import { foldRecords, type RecordEntry } from '@/lib/domain/records'
import type { AthleteScope } from '@/lib/policies/scope'
import type { Tracking } from '@/lib/schemas/exercise'

type Row = typeof personalRecords.$inferSelect
type NewRow = typeof personalRecords.$inferInsert

const chainOf = (record: { kind: string; bucket: number }) => `${record.kind}:${record.bucket}`

const begun = alias(personalRecords, 'begun')

/**
 * Leaves out baselines, the chains that began in the record's own workout, as `shownRecords` does. The
 * offset keeps it a look-up per row: as a join it would read everybody's records.
 */
export const isShown: SQL = sql`not exists (select from ${personalRecords} begun
  where ${begun.sessionId} = ${personalRecords.sessionId}
    and ${begun.exerciseId} = ${personalRecords.exerciseId}
    and ${begun.kind} = ${personalRecords.kind} and ${begun.bucket} = ${personalRecords.bucket}
    and ${begun.previousValue} is null offset 0)`

export class RecordRepository {
  constructor(
    private readonly tx: Transaction,
    private readonly scope: AthleteScope,
  ) {}

  /**
   * Recomputes an exercise's records from `since` on: at most three statements, which read what
   * stood at that moment and the sets after it, so an appended set costs the same whatever the
   * history. Idempotent; the result equals a recomputation from nothing.
   *
   * @returns the records from `since` on, and the sessions whose records changed
   */
  async recompute(exercise: { id: string; tracking: Tracking; since: Date }) {
    const known = await this.listStandingSince(exercise)
    const sets = await this.listSetsSince(exercise)
    const isEarlier = (row: Row) => row.achievedAt < exercise.since
    const standing = known.filter(isEarlier)
    const entries = foldRecords({ tracking: exercise.tracking, standing, sets })

    const rows = this.toRows(exercise.id, standing, entries)
    const kept = new Set(rows.map((row) => `${row.setId}:${chainOf(row)}`))
    const gone = known.filter((row) => !isEarlier(row) && !kept.has(`${row.setId}:${chainOf(row)}`))
    const changed = rows.filter((row) => !known.some((old) => isSame(old, row)))
    await this.write(changed, gone)
    return {
      records: entries,
      changedSessions: new Set([...gone, ...changed].map((row) => row.sessionId)),
    }
  }

  private listStandingSince({ id, since }: { id: string; since: Date }): Promise<Row[]> {
    return this.tx
      .select()
      .from(personalRecords)
      .where(
        and(
          eq(personalRecords.userId, this.scope.athleteId),
          eq(personalRecords.exerciseId, id),
          or(isNull(personalRecords.supersededAt), gte(personalRecords.supersededAt, since)),
        ),
      )
  }

  private listSetsSince({ id, since }: { id: string; since: Date }) {
    return this.tx
      .select({
        setId: setLogs.id,
        sessionId: setLogs.sessionId,
        // A completed set has its time: the table's check says so.
        performedAt: sql<Date>`${setLogs.performedAt}`.mapWith(setLogs.performedAt),
        kind: setLogs.kind,
        isSlip: setLogs.isSlip,
        reps: setLogs.reps,
        weightKg: setLogs.weightKg,
        durationSeconds: setLogs.durationSeconds,
        distanceMeters: setLogs.distanceMeters,
      })
      .from(setLogs)
      .where(
        and(
          eq(setLogs.userId, this.scope.athleteId),
          eq(setLogs.exerciseId, id),
          gte(setLogs.performedAt, since),
          eq(setLogs.isCompleted, true),
          isNull(setLogs.deletedAt),
        ),
      )
      .orderBy(asc(setLogs.performedAt))
  }

  /** The chains from their standing record on, each superseded by the one that follows it. */
  private toRows(exerciseId: string, standing: readonly Row[], entries: readonly RecordEntry[]) {
    const latest = new Map<string, NewRow & { supersededAt: Date | null }>()
    const rows = standing.map((row) => ({ ...row, supersededAt: null as Date | null }))
    const all: (NewRow & { supersededAt: Date | null })[] = rows
    for (const row of rows) latest.set(chainOf(row), row)
    for (const entry of entries) {
      const previous = latest.get(chainOf(entry))
      if (previous) previous.supersededAt = entry.achievedAt
      const row = {
        id: newId(),
        userId: this.scope.athleteId,
        exerciseId,
        ...entry,
        supersededAt: null,
      }
      latest.set(chainOf(entry), row)
      all.push(row)
    }
    return all.map((row) => ({ ...row, bucket: row.bucket ?? 0 }))
  }

  /** One statement: no row is both written and deleted, so the two may share it. */
  private async write(rows: readonly NewRow[], gone: readonly Row[]): Promise<void> {
    const deletion = this.tx.$with('gone').as(
      this.tx
        .delete(personalRecords)
        .where(
          inArray(
            personalRecords.id,
            gone.map((row) => row.id),
          ),
        )
        .returning({ id: personalRecords.id }),
    )
    if (rows.length === 0) {
      if (gone.length > 0) {
        await this.tx.delete(personalRecords).where(
          inArray(
            personalRecords.id,
            gone.map((row) => row.id),
          ),
        )
      }
      return
    }
    const insertion =
      gone.length > 0
        ? this.tx.with(deletion).insert(personalRecords)
        : this.tx.insert(personalRecords)
    await insertion.values([...rows]).onConflictDoUpdate({
      target: [personalRecords.setId, personalRecords.kind, personalRecords.bucket],
      set: {
        value: sql`excluded.value`,
        previousValue: sql`excluded.previous_value`,
        achievedAt: sql`excluded.achieved_at`,
        supersededAt: sql`excluded.superseded_at`,
      },
    })
  }

  /** Records achieved in a session, in the order they fell. */
  listOfSession(sessionId: string) {
    return this.tx
      .select()
      .from(personalRecords)
      .where(
        and(
          eq(personalRecords.sessionId, sessionId),
          eq(personalRecords.userId, this.scope.athleteId),
        ),
      )
      .orderBy(asc(personalRecords.achievedAt), asc(personalRecords.id))
  }

  /** The records of exercises that stood at an instant. */
  listStandingAt(exerciseIds: readonly string[], at: Date): Promise<Row[]> {
    return this.tx
      .select()
      .from(personalRecords)
      .where(
        and(
          eq(personalRecords.userId, this.scope.athleteId),
          inArray(personalRecords.exerciseId, [...exerciseIds]),
          lt(personalRecords.achievedAt, at),
          or(isNull(personalRecords.supersededAt), gte(personalRecords.supersededAt, at)),
        ),
      )
      .orderBy(asc(personalRecords.kind), asc(personalRecords.bucket))
  }

  listOfSet(setId: string) {
    return this.tx
      .select()
      .from(personalRecords)
      .where(
        and(eq(personalRecords.setId, setId), eq(personalRecords.userId, this.scope.athleteId)),
      )
  }

  /** The estimated one-rep maxes that stand, kilograms by exercise. */
  async listOneRepMaxes(): Promise<Map<string, number>> {
    const rows = await this.tx
      .select({ exerciseId: personalRecords.exerciseId, value: personalRecords.value })
      .from(personalRecords)
      .where(
        and(
          eq(personalRecords.userId, this.scope.athleteId),
          eq(personalRecords.kind, 'e1rm'),
          isNull(personalRecords.supersededAt),
        ),
      )
    return new Map(rows.map((row) => [row.exerciseId, row.value]))
  }

  /** Recomputes `record_count`: of how many exercises each of the sessions shows a record. */
  async recount(sessionIds: Iterable<string>): Promise<void> {
    const ids = [...sessionIds]
    if (ids.length === 0) return
    await this.tx
      .update(workoutSessions)
      .set({
        recordCount: sql`(
          select count(distinct ${personalRecords.exerciseId}) from ${personalRecords}
          where ${personalRecords.sessionId} = ${workoutSessions.id} and ${isShown})`,
      })
      .where(
        and(inArray(workoutSessions.id, ids), eq(workoutSessions.userId, this.scope.athleteId)),
      )
  }
}

function isSame(old: Row, row: NewRow): boolean {
  return (
    old.setId === row.setId &&
    chainOf(old) === chainOf({ kind: row.kind, bucket: row.bucket ?? 0 }) &&
    old.value === row.value &&
    old.previousValue === row.previousValue &&
    old.achievedAt.getTime() === row.achievedAt.getTime() &&
    old.supersededAt?.getTime() === row.supersededAt?.getTime()
  )
}
