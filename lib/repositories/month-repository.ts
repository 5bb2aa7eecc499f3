import { and, eq, gte, inArray, lt, sql } from 'drizzle-orm'
import type { Transaction } from '@/lib/db/client'
import { users } from '@/lib/db/schema/identity'
import { exerciseMonths, trainingMonths } from '@/lib/db/schema/statistics'
import { exerciseLogs, workoutSessions } from '@/lib/db/schema/training'
import { nextMonth } from '@/lib/domain/local-date'
import type { AthleteScope } from '@/lib/policies/scope'
import { sumsOfSessions } from './training-sums'

/** A person's finished workouts summed by calendar month, and their exercises. */
export class MonthRepository {
  constructor(
    private readonly tx: Transaction,
    private readonly scope: AthleteScope,
  ) {}

  /**
   * Sums one month (`YYYY-MM`) anew from its sessions, and these exercises in it from what they
   * came to there; a month without workouts has no rows. Idempotent. Months of one person come
   * one after another, so that of two changes at once the later sees the earlier.
   */
  async refresh(changed: { month: string; exerciseIds: readonly string[] }): Promise<void> {
    const { athleteId } = this.scope
    await this.tx
      .select({ id: users.id })
      .from(users)
      .where(eq(users.id, athleteId))
      .for('no key update')
    const first = `${changed.month}-01`
    await this.refreshTraining(first)
    const exerciseIds = [...new Set(changed.exerciseIds)]
    if (exerciseIds.length > 0) await this.refreshExercises(first, exerciseIds)
  }

  private async refreshTraining(first: string): Promise<void> {
    const { athleteId } = this.scope
    await this.tx
      .delete(trainingMonths)
      .where(and(eq(trainingMonths.userId, athleteId), eq(trainingMonths.month, first)))
    await this.tx.insert(trainingMonths).select(
      this.tx
        .select({
          userId: workoutSessions.userId,
          month: sql<string>`${first}::date`.as('month'),
          ...sumsOfSessions,
        })
        .from(workoutSessions)
        .where(
          and(
            eq(workoutSessions.userId, athleteId),
            eq(workoutSessions.status, 'completed'),
            gte(workoutSessions.localDate, first),
            lt(workoutSessions.localDate, nextMonth(first)),
          ),
        )
        .groupBy(workoutSessions.userId),
    )
  }

  private async refreshExercises(first: string, exerciseIds: string[]): Promise<void> {
    const { athleteId } = this.scope
    await this.tx
      .delete(exerciseMonths)
      .where(
        and(
          eq(exerciseMonths.userId, athleteId),
          inArray(exerciseMonths.exerciseId, exerciseIds),
          eq(exerciseMonths.month, first),
        ),
      )
    const log = exerciseLogs
    await this.tx.insert(exerciseMonths).select(
      this.tx
        .select({
          userId: log.userId,
          exerciseId: log.exerciseId,
          month: sql<string>`${first}::date`.as('month'),
          setCount: sql<number>`sum(${log.setCount})`.as('set_count'),
          repCount: sql<number>`sum(${log.repCount})`.as('rep_count'),
          volumeKg: sql<number>`sum(${log.volumeKg})`.as('volume_kg'),
          distanceMeters: sql<number>`sum(${log.distanceMeters})`.as('distance_m'),
          durationSeconds: sql<number>`sum(${log.durationSeconds})`.as('duration_s'),
          bestWeightKg: sql<number>`max(${log.bestWeightKg})`.as('best_weight_kg'),
          bestOneRepMaxKg: sql<number>`max(${log.bestOneRepMaxKg})`.as('best_e1rm_kg'),
          bestReps: sql<number>`max(${log.bestReps})`.as('best_reps'),
          bestDistanceMeters: sql<number>`max(${log.bestDistanceMeters})`.as('best_distance_m'),
          bestDurationSeconds: sql<number>`max(${log.bestDurationSeconds})`.as('best_duration_s'),
        })
        .from(log)
        .where(
          and(
            eq(log.userId, athleteId),
            inArray(log.exerciseId, exerciseIds),
            gte(log.performedOn, first),
            lt(log.performedOn, nextMonth(first)),
          ),
        )
        .groupBy(log.userId, log.exerciseId),
    )
  }
}
