import {
  and,
  asc,
  count,
  desc,
  eq,
  getTableColumns,
  inArray,
  isNull,
  lt,
  max,
  ne,
  type SQL,
  sql,
} from 'drizzle-orm'
import { ConflictError, NotFoundError } from '@/lib/core/errors'
import type { Transaction } from '@/lib/db/client'
import { exercises, planSnapshots } from '@/lib/db/schema/library'
import { exerciseLogs, setLogs, workoutSessions } from '@/lib/db/schema/training'
import type { Performance } from '@/lib/domain/session-totals'
import type { AthleteScope } from '@/lib/policies/scope'
import type { PlanSnapshot } from '@/lib/schemas/plan'

type NewSession = typeof workoutSessions.$inferInsert
export type SessionRow = typeof workoutSessions.$inferSelect

/** Not discarded; those that are belong to the `DiscardedRepository` alone. */
export const isKept = isNull(workoutSessions.discardedAt)

/** Sessions and the exercises in them; sets have a repository of their own. */
export class WorkoutRepository {
  constructor(
    private readonly tx: Transaction,
    private readonly scope: AthleteScope,
  ) {}

  private own(id: string): SQL | undefined {
    return and(eq(workoutSessions.id, id), eq(workoutSessions.userId, this.scope.athleteId), isKept)
  }

  /**
   * A start that another one overtook violates `workout_sessions_one_in_progress`, and the use case
   * runs again and finds that one.
   * @returns false where a session with this id exists already, perhaps of somebody else
   */
  async create(session: Omit<NewSession, 'userId'>): Promise<boolean> {
    const rows = await this.tx
      .insert(workoutSessions)
      .values({ ...session, userId: this.scope.athleteId })
      .onConflictDoNothing({ target: workoutSessions.id })
      .returning({ id: workoutSessions.id })
    return rows.length > 0
  }

  /** Keeps what the plan said, once for all its starts. */
  async keepSnapshot(hash: string, content: PlanSnapshot): Promise<void> {
    await this.tx
      .insert(planSnapshots)
      .values({ userId: this.scope.athleteId, hash, content })
      .onConflictDoNothing()
  }

  /** What the plan said when the session was started; null where there was none. */
  async findSnapshot({ snapshotHash }: SessionRow): Promise<PlanSnapshot | null> {
    if (!snapshotHash) return null
    const [row] = await this.tx
      .select({ content: planSnapshots.content })
      .from(planSnapshots)
      .where(
        and(eq(planSnapshots.userId, this.scope.athleteId), eq(planSnapshots.hash, snapshotHash)),
      )
    return row?.content ?? null
  }

  async find(id: string): Promise<SessionRow | null> {
    const [row] = await this.tx.select().from(workoutSessions).where(this.own(id))
    return row ?? null
  }

  /** @throws NotFoundError */
  async get(id: string): Promise<SessionRow> {
    const row = await this.find(id)
    if (!row) throw new NotFoundError('sessionNotFound')
    return row
  }

  /**
   * Locks a session for a change, so that changes to one workout come one after another, and raises
   * its revision, so that other devices hear of it.
   * @throws NotFoundError, or ConflictError where it is not in the state the change needs
   */
  async lock(
    id: string,
    ...statuses: readonly ('in_progress' | 'completed' | 'planned')[]
  ): Promise<SessionRow> {
    const [row] = await this.tx
      .update(workoutSessions)
      .set({ revision: sql`${workoutSessions.revision} + 1` })
      .where(this.own(id))
      .returning()
    if (!row) throw new NotFoundError('sessionNotFound')
    if (!statuses.some((status) => status === row.status))
      throw new ConflictError(
        statuses.includes('in_progress') ? 'sessionCompleted' : 'sessionNotCompleted',
      )
    return row
  }

  /** The session that goes on, with how many sets are done and when the last one was. */
  async findInProgress() {
    const done = this.tx
      .select({
        lastSetAt: max(setLogs.performedAt).as('last_set_at'),
        setsDone: count().as('sets_done'),
      })
      .from(setLogs)
      .where(
        and(
          eq(setLogs.sessionId, workoutSessions.id),
          eq(setLogs.userId, this.scope.athleteId),
          eq(setLogs.isCompleted, true),
          isNull(setLogs.deletedAt),
        ),
      )
      .as('done')
    const [row] = await this.tx
      .select({
        ...getTableColumns(workoutSessions),
        ...{ lastSetAt: done.lastSetAt, setsDone: done.setsDone },
      })
      .from(workoutSessions)
      .innerJoinLateral(done, sql`true`)
      .where(
        and(
          eq(workoutSessions.userId, this.scope.athleteId),
          eq(workoutSessions.status, 'in_progress'),
          isKept,
        ),
      )
    return row ?? null
  }

  async update(id: string, values: Partial<NewSession>): Promise<void> {
    await this.tx
      .update(workoutSessions)
      .set({ ...values, revision: sql`${workoutSessions.revision} + 1` })
      .where(this.own(id))
  }

  async delete(id: string): Promise<void> {
    await this.tx.delete(workoutSessions).where(this.own(id))
  }

  /** Takes away what was begun to be logged afterwards and never said what was done. */
  async deletePlanned(): Promise<void> {
    await this.tx
      .delete(workoutSessions)
      .where(
        and(
          eq(workoutSessions.userId, this.scope.athleteId),
          eq(workoutSessions.status, 'planned'),
        ),
      )
  }

  /** Exercises of a session in order, taken-out ones included. */
  listExercises(sessionId: string) {
    return this.tx
      .select({
        ...getTableColumns(exerciseLogs),
        name: exercises.name,
        tracking: exercises.tracking,
        isUnilateral: exercises.isUnilateral,
      })
      .from(exerciseLogs)
      .innerJoin(exercises, eq(exercises.id, exerciseLogs.exerciseId))
      .where(
        and(eq(exerciseLogs.sessionId, sessionId), eq(exerciseLogs.userId, this.scope.athleteId)),
      )
      .orderBy(asc(exerciseLogs.position), asc(exerciseLogs.id))
  }

  /** As the sets: an id that exists already is left as it is. @returns how many were new */
  async addExercises(
    rows: readonly Omit<typeof exerciseLogs.$inferInsert, 'userId'>[],
  ): Promise<number> {
    if (rows.length === 0) return 0
    const added = await this.tx
      .insert(exerciseLogs)
      .values(rows.map((row) => ({ ...row, userId: this.scope.athleteId })))
      .onConflictDoNothing({ target: exerciseLogs.id })
      .returning({ id: exerciseLogs.id })
    return added.length
  }

  /** @throws NotFoundError */
  async getExercise(id: string) {
    const [row] = await this.tx
      .select({ ...getTableColumns(exerciseLogs), tracking: exercises.tracking })
      .from(exerciseLogs)
      .innerJoin(exercises, eq(exercises.id, exerciseLogs.exerciseId))
      .where(and(eq(exerciseLogs.id, id), eq(exerciseLogs.userId, this.scope.athleteId)))
    if (!row) throw new NotFoundError()
    return row
  }

  async updateExercise(
    id: string,
    values: Partial<typeof exerciseLogs.$inferInsert>,
  ): Promise<void> {
    await this.tx
      .update(exerciseLogs)
      .set({ ...values, revision: sql`${exerciseLogs.revision} + 1` })
      .where(and(eq(exerciseLogs.id, id), eq(exerciseLogs.userId, this.scope.athleteId)))
  }

  /**
   * Writes what each exercise of a finished session came to, in one statement. An exercise without
   * a done working set has no day, so that no chart and no list of last times counts it.
   */
  async writeExerciseTotals(
    session: Pick<SessionRow, 'id' | 'localDate' | 'startedAt'>,
    totals: readonly (Performance & { id: string })[],
  ): Promise<void> {
    if (totals.length === 0) return
    await this.tx.execute(sql`
      update ${exerciseLogs} set
        performed_on = case when v."setCount" > 0 then ${session.localDate}::date end,
        session_started_at = case when v."setCount" > 0 then ${session.startedAt.toISOString()}::timestamptz end,
        set_count = v."setCount", rep_count = v."repCount", volume_kg = v."volumeKg",
        distance_m = v."distanceMeters", duration_s = v."durationSeconds",
        best_weight_kg = v."bestWeightKg", best_e1rm_kg = v."bestOneRepMaxKg",
        best_reps = v."bestReps", best_distance_m = v."bestDistanceMeters",
        best_duration_s = v."bestDurationSeconds"
      from jsonb_to_recordset(${JSON.stringify(totals)}::text::jsonb) as v(
        id uuid, "setCount" int, "repCount" int, "volumeKg" numeric, "distanceMeters" numeric,
        "durationSeconds" int, "bestWeightKg" numeric, "bestOneRepMaxKg" numeric,
        "bestReps" int, "bestDistanceMeters" numeric, "bestDurationSeconds" int)
      where ${exerciseLogs.id} = v.id and ${exerciseLogs.sessionId} = ${session.id}
        and ${exerciseLogs.userId} = ${this.scope.athleteId}`)
  }

  /**
   * The completed sets of the last other session with each exercise, in the order they stood in it. Walks the index from its
   * newest end, one step an exercise, however long the history.
   */
  listPreviousSets(exerciseIds: readonly string[], session: { id: string; startedAt: Date }) {
    const last = this.tx
      .select({ sessionId: setLogs.sessionId })
      .from(setLogs)
      .where(
        and(
          eq(setLogs.userId, this.scope.athleteId),
          eq(setLogs.exerciseId, exercises.id),
          eq(setLogs.isCompleted, true),
          isNull(setLogs.deletedAt),
          ne(setLogs.sessionId, session.id),
          lt(setLogs.performedAt, session.startedAt),
        ),
      )
      .orderBy(desc(setLogs.performedAt))
      .limit(1)
      .as('last_time')
    return this.tx
      .select(getTableColumns(setLogs))
      .from(exercises)
      .innerJoinLateral(last, sql`true`)
      .innerJoin(
        setLogs,
        and(
          eq(setLogs.sessionId, last.sessionId),
          eq(setLogs.exerciseId, exercises.id),
          eq(setLogs.isCompleted, true),
          isNull(setLogs.deletedAt),
        ),
      )
      .innerJoin(exerciseLogs, eq(exerciseLogs.id, setLogs.exerciseLogId))
      .where(inArray(exercises.id, [...exerciseIds]))
      .orderBy(asc(exerciseLogs.position), asc(setLogs.setNumber))
  }

  /** Exercises that may be used: built in or one's own. @throws NotFoundError for any other */
  async getUsableExercise(id: string) {
    const [row] = await this.tx
      .select({ id: exercises.id, name: exercises.name, tracking: exercises.tracking })
      .from(exercises)
      .where(
        and(
          eq(exercises.id, id),
          sql`(${exercises.createdBy} is null or ${exercises.createdBy} = ${this.scope.athleteId})`,
        ),
      )
    if (!row) throw new NotFoundError()
    return row
  }
}
