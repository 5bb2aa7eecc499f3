import { and, asc, count, desc, eq, inArray, isNull, lte, sql } from 'drizzle-orm'
import type { Transaction } from '@/lib/db/client'
import {
  exercises,
  routineBlocks,
  routineExercises,
  routines,
  trainingMaxes,
} from '@/lib/db/schema/library'
import { exerciseLogs, setLogs, workoutSessions } from '@/lib/db/schema/training'
import type { DoneSet } from '@/lib/domain/progression'
import type { WeightUnit } from '@/lib/domain/units'
import type { AthleteScope } from '@/lib/policies/scope'

/** How far back a routine's workouts are read: a rule needs a few, and some may leave a line out. */
const WORKOUTS_READ = 24

type DoneRow = DoneSet & { sessionId: string; exerciseId: string; place: number }

type StandingMax = Pick<
  typeof trainingMaxes.$inferSelect,
  'exerciseId' | 'value' | 'unit' | 'since' | 'createdAt'
>

/** What rules of progression go by: the log of a routine, and training maxes. */
export class ProgressionRepository {
  constructor(
    private readonly tx: Transaction,
    private readonly scope: AthleteScope,
  ) {}

  private finishedWith(routineId: string) {
    return and(
      eq(workoutSessions.routineId, routineId),
      eq(workoutSessions.userId, this.scope.athleteId),
      eq(workoutSessions.status, 'completed'),
    )
  }

  /**
   * The done working sets of these exercises, newest first, slips left out: in the last 24 finished
   * workouts of the routine, and of the person's other routines that hold the same line (exercise,
   * rule, sets and reps), since a squat in A and in B is one progression. `place` counts from 1 the
   * times an exercise stands in its workout. One statement, which reads no more after years than
   * after weeks.
   */
  async listDone(routineId: string, exerciseIds: readonly string[]): Promise<DoneRow[]> {
    const { athleteId } = this.scope
    const rows = await this.tx.execute<{ [Field in keyof DoneRow]: DoneRow[Field] }>(sql`
      with twins as materialized (
        select distinct twin.exercise_id, b.routine_id
        from ${routineBlocks} own_block
        join ${routineExercises} own on own.block_id = own_block.id
        join ${routineExercises} twin on twin.exercise_id = own.exercise_id
          and twin.progression = own.progression and twin.sets = own.sets
          and twin.reps_min is not distinct from own.reps_min
          and twin.reps_max is not distinct from own.reps_max
        join ${routineBlocks} b on b.id = twin.block_id
        join ${routines} r on r.id = b.routine_id
        where own_block.routine_id = ${routineId} and (r.owner_id = ${athleteId} or r.id = ${routineId})
          and ${inArray(sql`own.exercise_id`, [...exerciseIds])}
        union select id, ${routineId}::uuid from ${exercises}
        where ${inArray(exercises.id, [...exerciseIds])}),
      recent as (
        select t.routine_id, s.id, s.local_date, s.started_at
        from (select distinct routine_id from twins) t
        cross join lateral (
          select id, local_date, started_at from ${workoutSessions} w
          where w.routine_id = t.routine_id and w.user_id = ${athleteId} and w.status = 'completed'
          order by w.local_date desc, w.started_at desc limit ${WORKOUTS_READ}) s),
      logs as (
        select l.id, l.session_id, l.exercise_id, recent.routine_id, recent.local_date,
          recent.started_at, l.deleted_at, row_number() over (
            partition by l.session_id, l.exercise_id order by l.position, l.id) as place
        from recent join ${exerciseLogs} l on l.session_id = recent.id
        where l.user_id = ${athleteId} and ${inArray(sql`l.exercise_id`, [...exerciseIds])})
      select logs.session_id as "sessionId", logs.exercise_id as "exerciseId",
        logs.place::int as place, st.reps, st.weight, st.weight_unit as "weightUnit", st.rpe,
        coalesce((st.target->>'weight')::numeric = st.weight
          and st.target->>'weightUnit' = st.weight_unit::text, false) as "isAsked"
      from logs
      join twins on twins.exercise_id = logs.exercise_id and twins.routine_id = logs.routine_id
      join ${setLogs} st on st.exercise_log_id = logs.id
      where logs.deleted_at is null and st.is_completed and st.deleted_at is null
        and not st.is_slip and st.kind <> 'warmup'
      order by logs.local_date desc, logs.started_at desc, st.set_number, st.id`)
    // Decimals arrive as text.
    const number = (value: unknown) => (value === null ? null : Number(value))
    return rows.map((row) => ({ ...row, weight: number(row.weight), rpe: number(row.rpe) }))
  }

  /** The training maxes that stand on a day, by exercise. */
  async listTrainingMaxes(
    exerciseIds: readonly string[],
    today: string,
  ): Promise<Map<string, StandingMax>> {
    const { exerciseId, value, unit, since, createdAt } = trainingMaxes
    const rows = await this.tx
      .selectDistinctOn([exerciseId], { exerciseId, value, unit, since, createdAt })
      .from(trainingMaxes)
      .where(
        and(
          eq(trainingMaxes.userId, this.scope.athleteId),
          inArray(exerciseId, [...exerciseIds]),
          lte(since, today),
        ),
      )
      .orderBy(asc(exerciseId), desc(since))
    return new Map(rows.map((row) => [row.exerciseId, row]))
  }

  /**
   * How often each exercise was done in finished workouts of the routine since its training max was
   * set; those without a training max count all of them. Workouts started before it on its day count
   * to the old one.
   */
  async countWorkouts(
    routineId: string,
    exerciseIds: readonly string[],
    maxes: ReadonlyMap<string, StandingMax>,
  ): Promise<Map<string, number>> {
    const counted = exerciseIds.map((id) => {
      const max = maxes.get(id)
      return { id, since: max?.since ?? null, at: max?.createdAt ?? null }
    })
    const rows = await this.tx
      .select({
        exerciseId: exerciseLogs.exerciseId,
        count: count(sql`distinct ${exerciseLogs.sessionId}`),
      })
      .from(workoutSessions)
      .innerJoin(exerciseLogs, eq(exerciseLogs.sessionId, workoutSessions.id))
      .innerJoin(
        sql`jsonb_to_recordset(${JSON.stringify(counted)}::text::jsonb) as counted(
          id uuid, since date, at timestamptz)`,
        sql`counted.id = ${exerciseLogs.exerciseId}`,
      )
      .where(
        and(
          this.finishedWith(routineId),
          isNull(exerciseLogs.deletedAt),
          sql`${exerciseLogs.performedOn} is not null`,
          sql`(counted.since is null or ${workoutSessions.localDate} > counted.since
            or ${workoutSessions.localDate} = counted.since and ${workoutSessions.startedAt} >= counted.at)`,
          sql`${workoutSessions.localDate} >= ${earliestOf(counted)}`,
        ),
      )
      .groupBy(exerciseLogs.exerciseId)
    return new Map(rows.map((row) => [row.exerciseId, row.count]))
  }

  /** Sets a training max from a day on, or takes all of the exercise away: `value` null. */
  async putTrainingMax(max: {
    exerciseId: string
    value: number | null
    unit: WeightUnit
    since: string
    now: Date
  }): Promise<void> {
    const { exerciseId, value, unit, since, now: createdAt } = max
    const userId = this.scope.athleteId
    if (value === null) {
      await this.tx
        .delete(trainingMaxes)
        .where(and(eq(trainingMaxes.userId, userId), eq(trainingMaxes.exerciseId, exerciseId)))
      return
    }
    await this.tx
      .insert(trainingMaxes)
      .values({ userId, exerciseId, value, unit, since, createdAt })
      .onConflictDoUpdate({
        target: [trainingMaxes.userId, trainingMaxes.exerciseId, trainingMaxes.since],
        set: { value, unit, createdAt },
      })
  }
}

/** The first day that any of them counts from, so that the index leaves the years before alone. */
const earliestOf = (counted: readonly { since: string | null }[]): string =>
  counted.reduce(
    (first, { since }) => (since === null || since < first ? (since ?? '-infinity') : first),
    'infinity',
  )
