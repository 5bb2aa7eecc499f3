import { and, asc, between, eq, or, type SQL, sql } from 'drizzle-orm'
import type { Transaction } from '@/lib/db/client'
import { exercises } from '@/lib/db/schema/library'
import { exerciseMonths, trainingMonths } from '@/lib/db/schema/statistics'
import { exerciseLogs, workoutSessions } from '@/lib/db/schema/training'
import type { AthleteScope } from '@/lib/policies/scope'
import type { MuscleGroup } from '@/lib/schemas/exercise'
import { sumsOfMonths, sumsOfSessions } from './training-sums'

/** The first and the last day, both counted. */
export interface Window {
  from: string
  to: string
}

/**
 * What finished workouts come to. Windows read the sessions in them by index; all time reads the
 * sums of the calendar months. A day, week or month without a workout has no row.
 */
export class AnalyticsRepository {
  constructor(
    private readonly tx: Transaction,
    private readonly scope: AthleteScope,
  ) {}

  private finishedIn({ from, to }: Window): SQL | undefined {
    return and(
      eq(workoutSessions.userId, this.scope.athleteId),
      eq(workoutSessions.status, 'completed'),
      between(workoutSessions.localDate, from, to),
    )
  }

  async sum(window: Window) {
    const [row] = await this.tx
      .select(sumsOfSessions)
      .from(workoutSessions)
      .where(this.finishedIn(window))
    if (!row) throw new Error('A sum came back empty')
    return row
  }

  async sumAll() {
    const [row] = await this.tx
      .select(sumsOfMonths)
      .from(trainingMonths)
      .where(eq(trainingMonths.userId, this.scope.athleteId))
    if (!row) throw new Error('A sum came back empty')
    return row
  }

  /** By day, oldest first. */
  listDays(window: Window) {
    return this.tx
      .select({ date: workoutSessions.localDate, ...sumsOfSessions })
      .from(workoutSessions)
      .where(this.finishedIn(window))
      .groupBy(workoutSessions.localDate)
      .orderBy(asc(workoutSessions.localDate))
  }

  /** By the first day of the week, oldest first. */
  listWeeks(window: Window, firstDayOfWeek: number) {
    const week = weekOf(sql`${workoutSessions.localDate}`, firstDayOfWeek)
    return this.tx
      .select({ date: sql<string>`${week}::text`.as('week'), ...sumsOfSessions })
      .from(workoutSessions)
      .where(this.finishedIn(window))
      .groupBy(sql`week`)
      .orderBy(sql`week`)
  }

  /** By the first day of the month, oldest first. */
  listMonths() {
    return this.tx
      .select({ date: trainingMonths.month, ...sumsOfMonths })
      .from(trainingMonths)
      .where(eq(trainingMonths.userId, this.scope.athleteId))
      .groupBy(trainingMonths.month)
      .orderBy(asc(trainingMonths.month))
  }

  /**
   * How many weeks in a row had a workout, counted back from the week that begins on `thisWeek`,
   * or from the one before while this one has none yet. One look into the index a week.
   */
  async countWeeksInARow(thisWeek: string): Promise<number> {
    const trained = (start: SQL) => sql`exists (
      select from ${workoutSessions}
      where ${workoutSessions.userId} = ${this.scope.athleteId}
        and ${workoutSessions.status} = 'completed'
        and ${workoutSessions.localDate} >= ${start} and ${workoutSessions.localDate} < ${start} + 7)`
    const [row] = await this.tx.execute<{ weeks: number }>(sql`
      with recursive latest as (
        select case when ${trained(sql`${thisWeek}::date`)} then ${thisWeek}::date
          else ${thisWeek}::date - 7 end as start
      ), run as (
        select start from latest where ${trained(sql`latest.start`)}
        union all
        select run.start - 7 from run where ${trained(sql`(run.start - 7)`)}
      ) select count(*)::int as weeks from run`)
    return row?.weeks ?? 0
  }

  /** Done working sets by exercise, with the muscles each trains. */
  listExerciseSets(window: Window | null) {
    const counted = window
      ? this.tx
          .select({
            exerciseId: exerciseLogs.exerciseId,
            setCount: sql<number>`sum(${exerciseLogs.setCount})`.mapWith(Number).as('sets'),
          })
          .from(exerciseLogs)
          .where(this.loggedIn(window))
          .groupBy(exerciseLogs.exerciseId)
          .as('counted')
      : this.tx
          .select({
            exerciseId: exerciseMonths.exerciseId,
            setCount: sql<number>`sum(${exerciseMonths.setCount})`.mapWith(Number).as('sets'),
          })
          .from(exerciseMonths)
          .where(eq(exerciseMonths.userId, this.scope.athleteId))
          .groupBy(exerciseMonths.exerciseId)
          .as('counted')
    return this.tx
      .select({ setCount: counted.setCount, ...muscles })
      .from(counted)
      .innerJoin(exercises, eq(exercises.id, counted.exerciseId))
  }

  /** The sets of one muscle group by week (or month, for all time), with who trains it how. */
  listMuscleSets(muscle: MuscleGroup, time: (Window & { firstDayOfWeek: number }) | null) {
    const trainsIt = or(
      sql`${muscle} = any(${exercises.primaryMuscles})`,
      sql`${muscle} = any(${exercises.secondaryMuscles})`,
    )
    if (!time) {
      return this.tx
        .select({ date: exerciseMonths.month, setCount: exerciseMonths.setCount, ...muscles })
        .from(exerciseMonths)
        .innerJoin(exercises, eq(exercises.id, exerciseMonths.exerciseId))
        .where(and(eq(exerciseMonths.userId, this.scope.athleteId), trainsIt))
    }
    const week = weekOf(sql`${exerciseLogs.performedOn}`, time.firstDayOfWeek)
    return this.tx
      .select({ date: sql<string>`${week}::text`, setCount: exerciseLogs.setCount, ...muscles })
      .from(exerciseLogs)
      .innerJoin(exercises, eq(exercises.id, exerciseLogs.exerciseId))
      .where(and(this.loggedIn(time), trainsIt))
  }

  private loggedIn({ from, to }: Window): SQL | undefined {
    return and(
      eq(exerciseLogs.userId, this.scope.athleteId),
      between(exerciseLogs.performedOn, from, to),
    )
  }
}

const muscles = {
  primaryMuscles: exercises.primaryMuscles,
  secondaryMuscles: exercises.secondaryMuscles,
}

const weekOf = (date: SQL, firstDayOfWeek: number): SQL =>
  sql`(${date} - (extract(dow from ${date})::int - ${sql.raw(String(Math.trunc(firstDayOfWeek)))} + 7) % 7)`
