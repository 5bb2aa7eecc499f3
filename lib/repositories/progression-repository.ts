import { and, asc, count, desc, eq, inArray, isNull, lte, ne, sql } from 'drizzle-orm'
import type { Transaction } from '@/lib/db/client'
import { trainingMaxes } from '@/lib/db/schema/library'
import { exerciseLogs, setLogs, workoutSessions } from '@/lib/db/schema/training'
import type { WeightUnit } from '@/lib/domain/units'
import type { AthleteScope } from '@/lib/policies/scope'

/** How far back a routine's workouts are read: a rule needs a few, and some may leave a line out. */
const WORKOUTS_READ = 24

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
   * The done working sets of these exercises in the routine's last 24 finished workouts, newest
   * first, slips left out. `place` counts from 1 the times an exercise stands in its workout. One
   * statement, which reads no more after years than after weeks.
   */
  listDone(routineId: string, exerciseIds: readonly string[]) {
    const recent = this.tx.$with('recent').as(
      this.tx
        .select({
          id: workoutSessions.id,
          localDate: workoutSessions.localDate,
          startedAt: workoutSessions.startedAt,
        })
        .from(workoutSessions)
        .where(this.finishedWith(routineId))
        .orderBy(desc(workoutSessions.localDate), desc(workoutSessions.startedAt))
        .limit(WORKOUTS_READ),
    )
    const logs = this.tx.$with('logs').as(
      this.tx
        .select({
          id: exerciseLogs.id,
          sessionId: exerciseLogs.sessionId,
          exerciseId: exerciseLogs.exerciseId,
          localDate: recent.localDate,
          startedAt: recent.startedAt,
          deletedAt: exerciseLogs.deletedAt,
          place: sql<number>`row_number() over (
            partition by ${exerciseLogs.sessionId}, ${exerciseLogs.exerciseId}
            order by ${exerciseLogs.position}, ${exerciseLogs.id})`
            .mapWith(Number)
            .as('place'),
        })
        .from(recent)
        .innerJoin(exerciseLogs, eq(exerciseLogs.sessionId, recent.id))
        .where(
          and(
            eq(exerciseLogs.userId, this.scope.athleteId),
            inArray(exerciseLogs.exerciseId, [...exerciseIds]),
          ),
        ),
    )
    return this.tx
      .with(recent, logs)
      .select({
        sessionId: logs.sessionId,
        exerciseId: logs.exerciseId,
        place: logs.place,
        reps: setLogs.reps,
        weight: setLogs.weight,
        weightUnit: setLogs.weightUnit,
        rpe: setLogs.rpe,
      })
      .from(logs)
      .innerJoin(setLogs, eq(setLogs.exerciseLogId, logs.id))
      .where(
        and(
          isNull(logs.deletedAt),
          eq(setLogs.isCompleted, true),
          isNull(setLogs.deletedAt),
          eq(setLogs.isSlip, false),
          ne(setLogs.kind, 'warmup'),
        ),
      )
      .orderBy(desc(logs.localDate), desc(logs.startedAt), asc(setLogs.setNumber), asc(setLogs.id))
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
