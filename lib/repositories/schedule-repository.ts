import { and, asc, count, eq, inArray, isNull, sql } from 'drizzle-orm'
import { ConflictError, NotFoundError } from '@/lib/core/errors'
import type { Transaction } from '@/lib/db/client'
import { profiles, users } from '@/lib/db/schema/identity'
import { routines, weeklySchedule } from '@/lib/db/schema/library'
import type { AthleteScope } from '@/lib/policies/scope'
import { MOST_ENTRIES } from '@/lib/schemas/schedule'

interface PlannedDay {
  /** 0 = Sunday. */
  dayOfWeek: number
  routineId: string
  /** `07:30` on the wall clock. */
  time: string | null
  isActive: boolean
}

/** A person's week: which routine on which day (0 = Sunday). */
export class ScheduleRepository {
  constructor(
    private readonly tx: Transaction,
    private readonly scope: AthleteScope,
  ) {}

  /** What is planned, paused entries too, by day and time; deleted and archived routines are no plan. */
  list() {
    return this.tx
      .select({
        id: weeklySchedule.id,
        dayOfWeek: weeklySchedule.dayOfWeek,
        time: sql<string | null>`to_char(${weeklySchedule.time}, 'HH24:MI')`,
        routineId: routines.id,
        name: routines.name,
        estimatedMinutes: routines.estimatedMinutes,
        isActive: weeklySchedule.isActive,
      })
      .from(weeklySchedule)
      .innerJoin(routines, eq(routines.id, weeklySchedule.routineId))
      .where(and(eq(weeklySchedule.userId, this.scope.athleteId), this.inUse()))
      .orderBy(asc(weeklySchedule.dayOfWeek), asc(weeklySchedule.time), asc(routines.name))
  }

  /** @throws NotFoundError for an account that is gone */
  async getMode() {
    const [row] = await this.tx
      .select({ mode: profiles.scheduleMode })
      .from(profiles)
      .where(eq(profiles.userId, this.scope.athleteId))
    if (!row) throw new NotFoundError()
    return row.mode
  }

  private inUse() {
    return and(
      eq(routines.ownerId, this.scope.athleteId),
      isNull(routines.deletedAt),
      isNull(routines.archivedAt),
    )
  }

  /**
   * Writes the week anew, one person's weeks one after the other. Days of routines that are
   * archived or deleted stay for when those come back.
   * @throws NotFoundError where a routine is not one's own and in use
   */
  async replace(entries: readonly PlannedDay[]): Promise<void> {
    const userId = this.scope.athleteId
    await this.hold()
    const ids = [...new Set(entries.map((entry) => entry.routineId))]
    const [found] = await this.tx
      .select({ count: count() })
      .from(routines)
      .where(and(inArray(routines.id, ids), this.inUse()))
    if (found?.count !== ids.length) throw new NotFoundError('planNotFound')
    const inUse = this.tx.select({ id: routines.id }).from(routines).where(this.inUse())
    await this.tx
      .delete(weeklySchedule)
      .where(and(eq(weeklySchedule.userId, userId), inArray(weeklySchedule.routineId, inUse)))
    if (entries.length === 0) return
    await this.tx.insert(weeklySchedule).values(entries.map((entry) => ({ userId, ...entry })))
  }

  /** One person's writers take turns until the transaction ends. */
  private async hold(): Promise<void> {
    const self = eq(users.id, this.scope.athleteId)
    await this.tx.select({ id: users.id }).from(users).where(self).for('update')
  }

  /**
   * Adds own routines to the week beside what is there.
   * @throws ConflictError where the week would have too many entries to be saved again
   */
  async add(entries: readonly Omit<PlannedDay, 'isActive'>[]): Promise<void> {
    await this.hold()
    if ((await this.list()).length + entries.length > MOST_ENTRIES)
      throw new ConflictError('scheduleFull')
    if (entries.length === 0) return
    const userId = this.scope.athleteId
    await this.tx.insert(weeklySchedule).values(entries.map((entry) => ({ userId, ...entry })))
  }

  /** Pauses all that is planned on these days; answers the ids of what was not paused before. */
  async pause(days: readonly number[]): Promise<string[]> {
    const inUse = this.tx.select({ id: routines.id }).from(routines).where(this.inUse())
    const paused = await this.tx
      .update(weeklySchedule)
      .set({ isActive: false })
      .where(
        and(
          eq(weeklySchedule.userId, this.scope.athleteId),
          eq(weeklySchedule.isActive, true),
          inArray(weeklySchedule.dayOfWeek, [...days]),
          inArray(weeklySchedule.routineId, inUse),
        ),
      )
      .returning({ id: weeklySchedule.id })
    return paused.map(({ id }) => id)
  }

  /** Ends the pause of own entries; others are passed over. */
  async resume(ids: readonly string[]): Promise<void> {
    const own = eq(weeklySchedule.userId, this.scope.athleteId)
    await this.tx
      .update(weeklySchedule)
      .set({ isActive: true })
      .where(and(own, inArray(weeklySchedule.id, [...ids])))
  }
}
