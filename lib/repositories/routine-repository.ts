import {
  and,
  asc,
  eq,
  getTableColumns,
  inArray,
  isNotNull,
  isNull,
  lt,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import { ConflictError, NotFoundError } from '@/lib/core/errors'
import { newId } from '@/lib/core/id'
import type { Transaction } from '@/lib/db/client'
import {
  exercises,
  routineBlocks,
  routineExercises,
  routineSets,
  routines,
} from '@/lib/db/schema/library'
import { organizations } from '@/lib/db/schema/organizations'
import { workoutSessions } from '@/lib/db/schema/training'
import type { RoutineScope } from '@/lib/policies/scope'
import type { PlannedExercise, RoutineDocument } from '@/lib/schemas/plan'
import { builtIn, inLibrary, readerOf } from './library-sql'
import { RoutineDocumentWriter } from './routine-document-writer'

/** Another one after every change of what the routine says. */
export const versionOf = (updatedAt: Date): string => updatedAt.toISOString()

/** How long a deleted routine can be brought back. */
const DAYS_TO_UNDO = 30

/** One library, a person's own or a gym's, and the built-in templates for reading. */
export class RoutineRepository {
  private readonly personId: string

  constructor(
    private readonly tx: Transaction,
    private readonly scope: RoutineScope,
  ) {
    this.personId = readerOf(scope)
  }

  /** Whom a new routine belongs to. */
  private owner() {
    const { scope } = this
    return 'gymId' in scope ? { organizationId: scope.gymId } : { ownerId: scope.athleteId }
  }

  private own(): SQL | undefined {
    return and(inLibrary(this.scope), isNull(routines.deletedAt))
  }

  /** The library and the built-in templates. */
  private readable(): SQL | undefined {
    return or(this.own(), builtIn)
  }

  /** @throws NotFoundError for what is neither built in nor in the library */
  async get(id: string) {
    const [row] = await this.tx
      .select({
        ...getTableColumns(routines),
        gymName: organizations.name,
        gymSlug: organizations.slug,
      })
      .from(routines)
      .leftJoin(organizations, eq(organizations.id, routines.organizationId))
      .where(and(eq(routines.id, id), this.readable()))
    if (!row) throw new NotFoundError('planNotFound')
    return row
  }

  /** What the routine contains, with its exercises' names, in order. Two statements. */
  async getBlocks(routineId: string) {
    const blocks = await this.listBlocks([routineId])
    return blocks.map(({ routineId: _, ...block }) => block)
  }

  /** The blocks of several routines in order, each with the id of its routine; two statements for all. */
  async listBlocks(routineIds: readonly string[]) {
    const rows = await this.tx
      .select({
        block: routineBlocks,
        line: routineExercises,
        exercise: { name: exercises.name, tracking: exercises.tracking },
      })
      .from(routineBlocks)
      .innerJoin(routines, eq(routines.id, routineBlocks.routineId))
      .leftJoin(routineExercises, eq(routineExercises.blockId, routineBlocks.id))
      .leftJoin(exercises, eq(exercises.id, routineExercises.exerciseId))
      .where(and(inArray(routineBlocks.routineId, routineIds), this.readable()))
      .orderBy(asc(routineBlocks.position), asc(routineExercises.position))
    const blocks = new Map(rows.map(({ block }) => [block.id, block]))
    const sets = await this.tx
      .select({ set: routineSets })
      .from(routineSets)
      .innerJoin(routineExercises, eq(routineExercises.id, routineSets.routineExerciseId))
      .innerJoin(routineBlocks, eq(routineBlocks.id, routineExercises.blockId))
      .where(inArray(routineBlocks.routineId, routineIds))
      .orderBy(asc(routineSets.position))
    const setsOf = (lineId: string) =>
      sets
        .filter(({ set }) => set.routineExerciseId === lineId)
        .map(({ set: { id: _s, routineExerciseId: _r, position: _o, ...set } }) => set)
    return [...blocks.values()].map(({ id, position: _, ...block }) => ({
      ...block,
      exercises: rows.flatMap(({ line: row, exercise }) => {
        if (row?.blockId !== id || !exercise) return []
        const { id: lineId, blockId: _b, position: _p, ...line } = row
        return [{ ...line, ...exercise, setList: setsOf(lineId) }]
      }),
    }))
  }

  /** The routine as its editor knows it, to be changed and replaced. */
  async getDocument(id: string): Promise<RoutineDocument> {
    return this.documentOf(await this.get(id))
  }

  /** The same; null unless it is one's own and there. */
  async findOwnDocument(id: string): Promise<RoutineDocument | null> {
    const [row] = await this.tx
      .select()
      .from(routines)
      .where(and(eq(routines.id, id), this.own()))
    return row ? this.documentOf(row) : null
  }

  private async documentOf(routine: typeof routines.$inferSelect): Promise<RoutineDocument> {
    const { name, description, color, estimatedMinutes, level, goal, tags } = routine
    const blocks = await this.getBlocks(routine.id)
    return {
      ...{ name, description, color, estimatedMinutes, level, goal, tags },
      blocks: blocks.map((block) => ({
        ...block,
        exercises: block.exercises.map(({ name: _n, tracking: _t, ...line }) => line),
      })),
    }
  }

  /** Writes a new routine; `id` makes a retry harmless: the same again changes nothing. */
  async create(
    routine: RoutineDocument & { id?: string | undefined; sourceRoutineId?: string },
  ): Promise<string> {
    const { blocks, id = newId(), ...head } = routine
    const [created] = await this.tx
      .insert(routines)
      .values({ id, ...this.owner(), ...head })
      .onConflictDoNothing()
      .returning({ id: routines.id })
    if (created) await new RoutineDocumentWriter(this.tx).replaceBlocks(id, blocks)
    else await this.getOwn(id)
    return id
  }

  /** @throws NotFoundError unless it is in the library */
  async getOwn(id: string) {
    const [row] = await this.tx
      .select()
      .from(routines)
      .where(and(eq(routines.id, id), this.own()))
      .for('update')
    if (!row) throw new NotFoundError('planNotFound')
    return row
  }

  /**
   * @param seen the version it was changed from; left out, it takes the place of any
   * @throws ConflictError where it is another one by now
   */
  async replace(id: string, { blocks, ...head }: RoutineDocument, seen?: string): Promise<void> {
    const { updatedAt } = await this.getOwn(id)
    if (seen !== undefined && seen !== versionOf(updatedAt))
      throw new ConflictError('routineChanged')
    await this.tx
      .update(routines)
      .set(head)
      .where(and(eq(routines.id, id), this.own()))
    await new RoutineDocumentWriter(this.tx).replaceBlocks(id, blocks)
  }

  async setArchived(id: string, archivedAt: Date | null): Promise<void> {
    await this.getOwn(id)
    await this.tx
      .update(routines)
      .set({ archivedAt })
      .where(and(eq(routines.id, id), this.own()))
  }

  /** Hides it from everything; what was deleted long ago goes for good at the same time. */
  async delete(id: string, now: Date): Promise<void> {
    await this.getOwn(id)
    await this.tx
      .update(routines)
      .set({ deletedAt: now })
      .where(and(eq(routines.id, id), this.own()))
    await this.purge(now)
  }

  /** Removes what was deleted too long ago to be brought back. */
  async purge(now: Date): Promise<void> {
    const tooLate = new Date(now.getTime() - DAYS_TO_UNDO * 86_400_000)
    await this.tx
      .delete(routines)
      .where(and(inLibrary(this.scope), lt(routines.deletedAt, tooLate)))
  }

  private deleted(id: string): SQL | undefined {
    return and(eq(routines.id, id), inLibrary(this.scope), isNotNull(routines.deletedAt))
  }

  async restore(id: string): Promise<void> {
    const restored = await this.tx
      .update(routines)
      .set({ deletedAt: null })
      .where(this.deleted(id))
      .returning({ id: routines.id })
    if (restored.length === 0) await this.getOwn(id)
  }

  /** Of an own routine, writes anew how often it was trained and when last; idempotent. */
  async recountUse(id: string): Promise<void> {
    const used = sql`from ${workoutSessions}
      where ${workoutSessions.routineId} = ${routines.id}
        and ${workoutSessions.userId} = ${this.personId}
        and ${workoutSessions.status} = 'completed'`
    await this.tx
      .update(routines)
      .set({
        timesUsed: sql`(select count(*) ${used})`,
        lastUsedOn: sql`(select max(${workoutSessions.localDate}) ${used})`,
        // Training with a routine is no change of it, so its editor must not think so.
        updatedAt: sql`${routines.updatedAt}`,
      })
      .where(and(eq(routines.id, id), eq(routines.ownerId, this.personId)))
  }

  /**
   * Refuses exercises that are neither built in nor one's own. A gym's routine takes built-in ones
   * alone: others see nothing of one's own, which are gone with one's account besides.
   * @throws NotFoundError, ConflictError
   */
  async assertExercisesUsable(lines: readonly PlannedExercise[]): Promise<void> {
    const ids = [...new Set(lines.map((line) => line.exerciseId))]
    if (ids.length === 0) return
    const found = await this.tx
      .select({ isCustom: exercises.isCustom })
      .from(exercises)
      .where(
        and(
          inArray(exercises.id, ids),
          or(isNull(exercises.createdBy), eq(exercises.createdBy, this.personId)),
        ),
      )
    if (found.length !== ids.length) throw new NotFoundError()
    if ('gymId' in this.scope && found.some(({ isCustom }) => isCustom))
      throw new ConflictError('builtInOnly')
  }
}
