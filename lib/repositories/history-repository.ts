import {
  and,
  asc,
  desc,
  eq,
  getTableColumns,
  gte,
  inArray,
  isNotNull,
  isNull,
  like,
  lt,
  lte,
  ne,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import type { Transaction } from '@/lib/db/client'
import { exercises } from '@/lib/db/schema/library'
import { exerciseLogs, workoutSessions } from '@/lib/db/schema/training'
import type { AthleteScope } from '@/lib/policies/scope'
import type { SessionFilter } from '@/lib/schemas/history'
import { isKept, type SessionRow } from './workout-repository'

/** A person's sessions as lists: found, filtered and paged. */
export class HistoryRepository {
  constructor(
    private readonly tx: Transaction,
    private readonly scope: AthleteScope,
  ) {}

  /**
   * Sessions that match, by day and start. Whatever the filter, an index gives them in their
   * order, so a page reads about as many rows as it shows; only a search reads what it matches, and
   * another order than by day all that is left to order.
   */
  async list(filter: SessionFilter): Promise<SessionRow[]> {
    const { routineId, status, q, limit, offset } = filter
    const words = q.toLowerCase().split(/\s+/).filter(Boolean)
    const called = words.length > 0 ? await this.exercisesCalled(words) : []
    const conditions = [
      eq(workoutSessions.userId, this.scope.athleteId),
      isKept,
      hasStatus(status),
      routineId ? eq(workoutSessions.routineId, routineId) : undefined,
      ...words.map((word, index) => this.hasWord(word, called[index] ?? [])),
    ]
    const rows = this.tx.select(getTableColumns(workoutSessions)).from(workoutSessions)
    const found = filter.exerciseId
      ? rows
          .innerJoin(exerciseLogs, eq(exerciseLogs.sessionId, workoutSessions.id))
          .where(and(...conditions, this.isFirstLogOf(filter.exerciseId), during(filter, LOG_TIME)))
          .orderBy(...inOrder(filter, LOG_TIME))
      : rows
          .where(and(...conditions, during(filter, SESSION_TIME)))
          .orderBy(...inOrder(filter, SESSION_TIME))
    return found.limit(limit).offset(offset)
  }

  /** What was done in these sessions, from the totals of their exercises, in order. */
  async listExercises(sessionIds: readonly string[]) {
    const { id, sessionId, setCount, bestWeightKg, bestReps } = getTableColumns(exerciseLogs)
    const { bestDistanceMeters, bestDurationSeconds } = getTableColumns(exerciseLogs)
    return this.tx
      .select({
        ...{ id, sessionId, name: exercises.name, setCount, bestWeightKg, bestReps },
        ...{ bestDistanceMeters, bestDurationSeconds },
      })
      .from(exerciseLogs)
      .innerJoin(exercises, eq(exercises.id, exerciseLogs.exerciseId))
      .where(
        and(
          inArray(exerciseLogs.sessionId, [...sessionIds]),
          eq(exerciseLogs.userId, this.scope.athleteId),
          isNotNull(exerciseLogs.performedOn),
        ),
      )
      .orderBy(asc(exerciseLogs.position), asc(exerciseLogs.id))
  }

  /** For each word the exercises, everybody's or one's own, that are called so. */
  private async exercisesCalled(words: readonly string[]): Promise<string[][]> {
    const { id, searchText, createdBy } = exercises
    const isReadable = or(isNull(createdBy), eq(createdBy, this.scope.athleteId))
    const isCalled = or(...words.map((word) => like(searchText, patternOf(word))))
    const found = await this.tx
      .select({ id, searchText })
      .from(exercises)
      .where(and(isReadable, isCalled))
    return words.map((word) =>
      found.flatMap((exercise) => (exercise.searchText.includes(word) ? [exercise.id] : [])),
    )
  }

  /** Sessions with a word in their name or notes, or with one of these exercises. */
  private hasWord(word: string, exerciseIds: readonly string[]): SQL {
    const isWritten = like(workoutSessions.searchText, patternOf(word))
    if (exerciseIds.length === 0) return isWritten
    const { athleteId } = this.scope
    const written = this.tx
      .select({ id: workoutSessions.id })
      .from(workoutSessions)
      .where(and(eq(workoutSessions.userId, athleteId), isWritten))
    const trained = this.tx
      .select({ id: exerciseLogs.sessionId })
      .from(exerciseLogs)
      .where(
        and(
          inArray(exerciseLogs.exerciseId, [...exerciseIds]),
          eq(exerciseLogs.userId, athleteId),
          isNotNull(exerciseLogs.performedOn),
        ),
      )
    return inArray(workoutSessions.id, written.unionAll(trained))
  }

  /** A log of the exercise; where a session has it twice, the first. */
  private isFirstLogOf(exerciseId: string): SQL | undefined {
    return and(
      eq(exerciseLogs.userId, this.scope.athleteId),
      eq(exerciseLogs.exerciseId, exerciseId),
      sql`not exists (
        select from ${exerciseLogs} earlier
        where earlier.session_id = ${exerciseLogs.sessionId} and earlier.performed_on is not null
          and earlier.exercise_id = ${exerciseLogs.exerciseId} and earlier.id < ${exerciseLogs.id})`,
    )
  }

  /** The completed workout of the same routine before this one, for the difference from last time. */
  async findPrevious(session: SessionRow): Promise<SessionRow | null> {
    if (!session.routineId) return null
    const [row] = await this.tx
      .select()
      .from(workoutSessions)
      .where(
        and(
          eq(workoutSessions.userId, this.scope.athleteId),
          eq(workoutSessions.routineId, session.routineId),
          eq(workoutSessions.status, 'completed'),
          lt(workoutSessions.startedAt, session.startedAt),
        ),
      )
      .orderBy(desc(workoutSessions.localDate), desc(workoutSessions.startedAt))
      .limit(1)
    return row ?? null
  }
}

/** Where a session's time is read from: the index that also finds what is asked for. */
const SESSION_TIME = { date: workoutSessions.localDate, start: workoutSessions.startedAt }
const LOG_TIME = { date: exerciseLogs.performedOn, start: exerciseLogs.sessionStartedAt }
type Time = typeof SESSION_TIME | typeof LOG_TIME

function during({ from, to, after, order }: SessionFilter, time: Time): SQL | undefined {
  const beyond = order === 'asc' ? sql`>` : sql`<`
  return and(
    from ? gte(time.date, from) : undefined,
    to ? lte(time.date, to) : undefined,
    after
      ? sql`(${time.date}, ${time.start}) ${beyond} (${after.localDate}::date, ${after.startedAt.toISOString()}::timestamptz)`
      : undefined,
    time === LOG_TIME ? sql`${time.date} is not null` : undefined,
  )
}

function hasStatus(status: SessionFilter['status']): SQL | undefined {
  if (status === 'any') return undefined
  if (status === 'unfinished') return ne(workoutSessions.status, 'completed')
  return eq(workoutSessions.status, status)
}

function inOrder({ order, sort }: SessionFilter, time: Time): SQL[] {
  const inDirection = order === 'asc' ? asc : desc
  const byTime = [inDirection(time.date), inDirection(time.start)]
  if (sort === 'date') return byTime
  const total = sort === 'volume' ? workoutSessions.volumeKg : workoutSessions.durationSeconds
  return [sql`${inDirection(total)} nulls last`, ...byTime]
}

/** A pattern that finds a word anywhere; what a pattern would read into it is escaped. */
const patternOf = (word: string): string => `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`
