import {
  and,
  asc,
  desc,
  eq,
  gte,
  inArray,
  isNotNull,
  isNull,
  max,
  type SQL,
  sql,
  sum,
} from 'drizzle-orm'
import type { Transaction } from '@/lib/db/client'
import { exercises } from '@/lib/db/schema/library'
import { exerciseMonths } from '@/lib/db/schema/statistics'
import { exerciseLogs, setLogs, workoutSessions } from '@/lib/db/schema/training'
import type { AthleteScope } from '@/lib/policies/scope'

/** How one exercise went, from what its finished sessions came to. */
export class ExerciseHistoryRepository {
  constructor(
    private readonly tx: Transaction,
    private readonly scope: AthleteScope,
  ) {}

  private logged(exerciseId: string): SQL | undefined {
    return and(
      eq(exerciseLogs.userId, this.scope.athleteId),
      eq(exerciseLogs.exerciseId, exerciseId),
      isNotNull(exerciseLogs.performedOn),
    )
  }

  /** Every exercise that was ever done, by name. */
  listTrained() {
    const trained = this.tx
      .selectDistinct({ id: exerciseMonths.exerciseId })
      .from(exerciseMonths)
      .where(eq(exerciseMonths.userId, this.scope.athleteId))
    return this.tx
      .select({ id: exercises.id, name: exercises.name })
      .from(exercises)
      .where(inArray(exercises.id, trained))
      .orderBy(asc(sql`lower(${exercises.name})`))
  }

  /** By day from `from` on, oldest first. */
  listDays({ exerciseId, from }: { exerciseId: string; from: string }) {
    return this.tx
      .select({ date: exerciseLogs.performedOn, ...togetherOf(exerciseLogs) })
      .from(exerciseLogs)
      .where(and(this.logged(exerciseId), gte(exerciseLogs.performedOn, from)))
      .groupBy(exerciseLogs.performedOn)
      .orderBy(asc(exerciseLogs.performedOn))
  }

  /** By the first day of the calendar month, oldest first. */
  listMonths({ exerciseId }: { exerciseId: string }) {
    return this.tx
      .select({ date: exerciseMonths.month, ...togetherOf(exerciseMonths) })
      .from(exerciseMonths)
      .where(
        and(
          eq(exerciseMonths.userId, this.scope.athleteId),
          eq(exerciseMonths.exerciseId, exerciseId),
        ),
      )
      .groupBy(exerciseMonths.month)
      .orderBy(asc(exerciseMonths.month))
  }

  /** The last times it was done, newest first, with their done sets. Two statements. */
  async listLastTimes({ exerciseId, limit }: { exerciseId: string; limit: number }) {
    const logs = await this.tx
      .select({
        id: exerciseLogs.id,
        sessionId: exerciseLogs.sessionId,
        sessionName: workoutSessions.name,
        date: workoutSessions.localDate,
        notes: exerciseLogs.notes,
      })
      .from(exerciseLogs)
      .innerJoin(workoutSessions, eq(workoutSessions.id, exerciseLogs.sessionId))
      .where(this.logged(exerciseId))
      .orderBy(desc(exerciseLogs.performedOn), desc(exerciseLogs.sessionStartedAt))
      .limit(limit)
    const sets = await this.tx
      .select()
      .from(setLogs)
      .where(
        and(
          eq(setLogs.userId, this.scope.athleteId),
          inArray(
            setLogs.exerciseLogId,
            logs.map((log) => log.id),
          ),
          eq(setLogs.isCompleted, true),
          isNull(setLogs.deletedAt),
        ),
      )
      .orderBy(asc(setLogs.setNumber), asc(setLogs.id))
    return logs.map((log) => ({
      ...log,
      sets: sets.filter((set) => set.exerciseLogId === log.id),
    }))
  }
}

/** Several rows of totals as one: sums added up, bests compared. */
const togetherOf = (table: typeof exerciseLogs | typeof exerciseMonths) => ({
  setCount: sum(table.setCount).mapWith(Number),
  repCount: sum(table.repCount).mapWith(Number),
  volumeKg: sum(table.volumeKg).mapWith(Number),
  distanceMeters: sum(table.distanceMeters).mapWith(Number),
  durationSeconds: sum(table.durationSeconds).mapWith(Number),
  bestWeightKg: max(table.bestWeightKg),
  bestOneRepMaxKg: max(table.bestOneRepMaxKg),
  bestReps: max(table.bestReps),
  bestDistanceMeters: max(table.bestDistanceMeters),
  bestDurationSeconds: max(table.bestDurationSeconds),
})
