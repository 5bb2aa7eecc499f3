import { and, eq, isNotNull } from 'drizzle-orm'
import { ConflictError, NotFoundError } from '@/lib/core/errors'
import { newId } from '@/lib/core/id'
import type { Transaction } from '@/lib/db/client'
import { routineBlocks, routines } from '@/lib/db/schema/library'
import type { AthleteScope } from '@/lib/policies/scope'
import type { RoutineDocument } from '@/lib/schemas/plan'
import { inLibrary } from './library-sql'
import { RoutineRepository } from './routine-repository'

/**
 * What a person's routine said before a workout changed it. It is kept as a deleted copy, so that nothing
 * lists it and it is purged like every deleted routine. The copy carries the `updated_at` of the version
 * that took its place, which tells whether the routine was changed again since.
 */
export class PreviousRoutineRepository {
  private readonly routines: RoutineRepository

  constructor(
    private readonly tx: Transaction,
    private readonly scope: AthleteScope,
  ) {
    this.routines = new RoutineRepository(tx, scope)
  }

  /** Replaces the content of a routine and keeps a copy of the old one. @returns the id of the copy */
  async replace(id: string, document: RoutineDocument, now: Date): Promise<string> {
    const before = await this.routines.getOwn(id)
    const previousId = newId()
    await this.tx.insert(routines).values({
      ...before,
      ...{ id: previousId, sourceRoutineId: id, timesUsed: 0, lastUsedOn: null, deletedAt: now },
    })
    await this.moveBlocks(id, previousId)
    await this.routines.replace(id, document)
    const { updatedAt } = await this.routines.getOwn(id)
    await this.tx.update(routines).set({ updatedAt }).where(eq(routines.id, previousId))
    await this.routines.purge(now)
    return previousId
  }

  /**
   * Puts a routine back to what it said before, and removes the copy.
   * @throws NotFoundError without the copy: it was put back already, or the copy is another's
   * @throws ConflictError where it was changed since
   */
  async putBack(id: string, previousId: string): Promise<void> {
    const current = await this.routines.getOwn(id)
    const isCopy = and(
      eq(routines.id, previousId),
      eq(routines.sourceRoutineId, id),
      inLibrary(this.scope),
      isNotNull(routines.deletedAt),
    )
    const [previous] = await this.tx.select().from(routines).where(isCopy).for('update')
    if (!previous) throw new NotFoundError()
    if (previous.updatedAt.getTime() !== current.updatedAt.getTime())
      throw new ConflictError('routineChangedSince')
    // An update from a workout changes the blocks alone.
    await this.tx.delete(routineBlocks).where(eq(routineBlocks.routineId, id))
    await this.moveBlocks(previousId, id)
    await this.tx.update(routines).set({ updatedAt: new Date() }).where(eq(routines.id, id))
    await this.tx.delete(routines).where(isCopy)
  }

  private async moveBlocks(from: string, to: string): Promise<void> {
    await this.tx
      .update(routineBlocks)
      .set({ routineId: to })
      .where(eq(routineBlocks.routineId, from))
  }
}
