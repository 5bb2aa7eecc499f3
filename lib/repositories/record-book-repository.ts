import { and, asc, desc, eq, gte, inArray, isNull, lt, max, type SQL, sql } from 'drizzle-orm'
import type { Transaction } from '@/lib/db/client'
import { exercises } from '@/lib/db/schema/library'
import { personalRecords, setLogs, workoutSessions } from '@/lib/db/schema/training'
import { RECORD_KINDS, type RecordKind, shownRecords } from '@/lib/domain/records'
import type { AthleteScope } from '@/lib/policies/scope'
import type { RecordChain, RecordList } from '@/lib/schemas/records'
import { isShown } from './record-repository'

const record = personalRecords

/** More than the records that an exercise gets in nearly every workout. */
const MOST_AT_ONCE = 15

/** A person's records for reading, each with the set and the day it came from. */
export class RecordBookRepository {
  constructor(
    private readonly tx: Transaction,
    private readonly scope: AthleteScope,
  ) {}

  private own(): SQL {
    return eq(record.userId, this.scope.athleteId)
  }

  private entries() {
    return this.tx
      .select(entryColumns)
      .from(record)
      .innerJoin(setLogs, eq(setLogs.id, record.setId))
      .innerJoin(workoutSessions, eq(workoutSessions.id, record.sessionId))
      .innerJoin(exercises, eq(exercises.id, record.exerciseId))
      .$dynamic()
  }

  /** The newest records that workouts show: the best one of each exercise and workout. */
  async listLatest(limit: number) {
    const rows = await this.entries()
      .where(and(this.own(), isShown))
      .orderBy(desc(record.achievedAt), asc(record.id))
      .limit(limit * MOST_AT_ONCE)
    const placeOf = (row: Row) => `${row.sessionId}:${row.exerciseId}`
    return [...new Set(rows.map(placeOf))]
      .slice(0, limit)
      .flatMap((place) => shownRecords(rows.filter((row) => placeOf(row) === place)).slice(0, 1))
      .map(toEntry)
  }

  /** Exercises with a record that stands, and how many they are in all. */
  async listExercises({ q, sort, page, limit }: RecordList) {
    const latest = max(record.achievedAt)
    const rows = await this.tx
      .select({
        exerciseId: exercises.id,
        name: exercises.name,
        tracking: exercises.tracking,
        total: sql<string>`count(*) over ()`,
      })
      .from(record)
      .innerJoin(exercises, eq(exercises.id, record.exerciseId))
      .where(
        and(
          this.own(),
          isNull(record.supersededAt),
          q ? sql`strpos(${exercises.searchText}, ${q.toLowerCase()}) > 0` : undefined,
        ),
      )
      .groupBy(exercises.id)
      .orderBy(
        ...(sort === 'latest' ? [desc(latest)] : []),
        asc(sql`lower(${exercises.name})`),
        asc(exercises.id),
      )
      .limit(limit)
      .offset((page - 1) * limit)
    return {
      exercises: rows.map(({ total: _, ...row }) => row),
      total: Number(rows[0]?.total ?? 0),
    }
  }

  /** The records that stand of these exercises. */
  async listStanding(exerciseIds: readonly string[]) {
    const rows = await this.entries()
      .where(
        and(this.own(), inArray(record.exerciseId, [...exerciseIds]), isNull(record.supersededAt)),
      )
      .orderBy(asc(record.bucket))
    return rows.map(toEntry).sort((a, b) => rankOf(a.record) - rankOf(b.record))
  }

  /** One record through time, newest first; those that were beaten too. */
  async listChain({ exerciseId, kind, bucket, before, limit }: RecordChain) {
    const rows = await this.entries()
      .where(
        and(
          this.own(),
          eq(record.exerciseId, exerciseId),
          eq(record.kind, kind),
          eq(record.bucket, bucket),
          before ? lt(record.achievedAt, before) : undefined,
        ),
      )
      .orderBy(desc(record.achievedAt))
      .limit(limit)
    return rows.map(toEntry)
  }

  /** The days on which a workout shows a kind of record of an exercise, for its chart. */
  async listDays(of: { exerciseId: string; kind: RecordKind; from: string }): Promise<string[]> {
    const rows = await this.tx
      .selectDistinct({ date: workoutSessions.localDate })
      .from(record)
      .innerJoin(workoutSessions, eq(workoutSessions.id, record.sessionId))
      .where(
        and(
          this.own(),
          eq(record.exerciseId, of.exerciseId),
          eq(record.kind, of.kind),
          gte(workoutSessions.localDate, of.from),
          isShown,
        ),
      )
    return rows.map((row) => row.date)
  }
}

const entryColumns = {
  exerciseId: record.exerciseId,
  name: exercises.name,
  tracking: exercises.tracking,
  kind: record.kind,
  bucket: record.bucket,
  value: record.value,
  previousValue: record.previousValue,
  achievedAt: record.achievedAt,
  localDate: workoutSessions.localDate,
  sessionId: record.sessionId,
  set: {
    id: setLogs.id,
    reps: setLogs.reps,
    weight: setLogs.weight,
    weightUnit: setLogs.weightUnit,
    durationSeconds: setLogs.durationSeconds,
    distanceMeters: setLogs.distanceMeters,
  },
}

/** The order in which kinds of records are told. */
const rankOf = ({ kind }: { kind: RecordKind }): number => RECORD_KINDS.indexOf(kind)

type Row = Awaited<ReturnType<RecordBookRepository['entries']>>[number]

const toEntry = ({ exerciseId, name, tracking, ...entry }: Row) => ({
  ...{ exerciseId, name, tracking },
  record: entry,
})
