import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Transaction } from '@/lib/db/client'
import { routines, weeklySchedule } from '@/lib/db/schema/library'
import type { AthleteScope } from '@/lib/policies/scope'

/** A person's week: which routine on which day (0 = Sunday). */
export class ScheduleRepository {
  constructor(
    private readonly tx: Transaction,
    private readonly scope: AthleteScope,
  ) {}

  /** What is planned, by day and time; deleted and archived routines are no plan. */
  list() {
    return this.tx
      .select({
        id: weeklySchedule.id,
        dayOfWeek: weeklySchedule.dayOfWeek,
        time: weeklySchedule.time,
        routineId: routines.id,
        name: routines.name,
        estimatedMinutes: routines.estimatedMinutes,
      })
      .from(weeklySchedule)
      .innerJoin(routines, eq(routines.id, weeklySchedule.routineId))
      .where(
        and(
          eq(weeklySchedule.userId, this.scope.athleteId),
          eq(weeklySchedule.isActive, true),
          isNull(routines.deletedAt),
          isNull(routines.archivedAt),
        ),
      )
      .orderBy(asc(weeklySchedule.dayOfWeek), asc(weeklySchedule.time), asc(routines.name))
  }
}
