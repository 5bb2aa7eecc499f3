import { eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Transaction } from '@/lib/db/client'
import { idempotencyKeys, users, verifications } from '@/lib/db/schema/identity'
import { exercises, routines, trainingMaxes } from '@/lib/db/schema/library'
import { invitations, organizations } from '@/lib/db/schema/organizations'
import { personalRecords, setLogs, workoutSessions } from '@/lib/db/schema/training'
import type { AthleteScope } from '@/lib/policies/scope'

/** Takes a person out of the database. What refers to nobody but them goes along by its key. */
export class ErasureRepository {
  constructor(
    private readonly tx: Transaction,
    private readonly scope: AthleteScope,
  ) {}

  /**
   * @param email as the account has it: it stands in what knows no account, such as invitations
   * @param gymIds their gyms that nobody else belongs to
   */
  async erase(email: string, gymIds: readonly string[]): Promise<void> {
    const { tx } = this
    const userId = this.scope.athleteId
    // Many years of workouts take longer than a request may otherwise.
    await tx.execute(sql`set local statement_timeout = '60s'`)
    if (gymIds.length > 0)
      await tx.delete(organizations).where(inArray(organizations.id, [...gymIds]))
    await this.eraseTraining()
    await tx.delete(invitations).where(eq(invitations.email, email))
    const names = (text: SQL) =>
      sql`(position(${userId} in ${text}) > 0 or position(${email} in ${text}) > 0)`
    await tx.delete(verifications).where(names(sql`${verifications.value}`))
    // What others were answered, such as the list of a gym's members.
    await tx.delete(idempotencyKeys).where(names(sql`${idempotencyKeys.response}::text`))
    await tx.delete(users).where(eq(users.id, userId))
  }

  /** From the sets up: an exercise goes only when no log, plan or training maximum names it. */
  private async eraseTraining(): Promise<void> {
    const { tx } = this
    const userId = this.scope.athleteId
    await tx.delete(personalRecords).where(eq(personalRecords.userId, userId))
    await tx.delete(setLogs).where(eq(setLogs.userId, userId))
    await tx.delete(workoutSessions).where(eq(workoutSessions.userId, userId))
    await tx.delete(trainingMaxes).where(eq(trainingMaxes.userId, userId))
    await tx.delete(routines).where(eq(routines.ownerId, userId))
    await tx.delete(exercises).where(eq(exercises.createdBy, userId))
  }
}
