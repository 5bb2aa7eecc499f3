import {
  and,
  asc,
  count,
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
import { NotFoundError } from '@/lib/core/errors'
import { newId } from '@/lib/core/id'
import type { Transaction } from '@/lib/db/client'
import {
  exercises,
  routineBlocks,
  routineExercises,
  routineSets,
  routines,
} from '@/lib/db/schema/library'
import { workoutSessions } from '@/lib/db/schema/training'
import type { AthleteScope } from '@/lib/policies/scope'
import type { PlannedExercise, RoutineDocument } from '@/lib/schemas/plan'
import { RoutineDocumentWriter } from './routine-document-writer'

/** How long a deleted routine can be brought back. */
const DAYS_TO_UNDO = 30

interface Page {
  limit: number
  offset: number
}

/** In a select of one table Drizzle leaves the table's name out, and a subquery has an id of its own. */
const OUTER_ID = sql`"routines"."id"`

/** A person's own routines, and the built-in templates for reading. */
export class RoutineRepository {
  constructor(
    private readonly tx: Transaction,
    private readonly scope: AthleteScope,
  ) {}

  private own(): SQL | undefined {
    return and(eq(routines.ownerId, this.scope.athleteId), isNull(routines.deletedAt))
  }

  /** Own routines and built-in templates. */
  private readable(): SQL | undefined {
    return or(this.own(), isNull(routines.ownerId))
  }

  /** @throws NotFoundError for what is neither built in nor one's own */
  async get(id: string) {
    const [row] = await this.tx
      .select()
      .from(routines)
      .where(and(eq(routines.id, id), this.readable()))
    if (!row) throw new NotFoundError('planNotFound')
    return row
  }

  /** What the routine contains, with its exercises' names, in order. Three statements. */
  async getBlocks(routineId: string) {
    const blocks = await this.tx
      .select(getTableColumns(routineBlocks))
      .from(routineBlocks)
      .innerJoin(routines, eq(routines.id, routineBlocks.routineId))
      .where(and(eq(routineBlocks.routineId, routineId), this.readable()))
      .orderBy(asc(routineBlocks.position))
    const lines = await this.tx
      .select({ line: routineExercises, name: exercises.name, tracking: exercises.tracking })
      .from(routineExercises)
      .innerJoin(routineBlocks, eq(routineBlocks.id, routineExercises.blockId))
      .innerJoin(exercises, eq(exercises.id, routineExercises.exerciseId))
      .where(eq(routineBlocks.routineId, routineId))
      .orderBy(asc(routineExercises.position))
    const sets = await this.tx
      .select({ set: routineSets })
      .from(routineSets)
      .innerJoin(routineExercises, eq(routineExercises.id, routineSets.routineExerciseId))
      .innerJoin(routineBlocks, eq(routineBlocks.id, routineExercises.blockId))
      .where(eq(routineBlocks.routineId, routineId))
      .orderBy(asc(routineSets.position))
    return blocks.map(({ id, routineId: _, position: __, ...block }) => ({
      ...block,
      exercises: lines
        .filter(({ line }) => line.blockId === id)
        .map(({ line: { id: lineId, blockId: _b, position: _p, ...line }, name, tracking }) => ({
          ...line,
          name,
          tracking,
          setList: sets
            .filter(({ set }) => set.routineExerciseId === lineId)
            .map(({ set: { id: _s, routineExerciseId: _r, position: _o, ...set } }) => set),
        })),
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

  /** Own routines with how much they hold and how they were used, latest used first. */
  list({ isArchived, limit, offset }: Page & { isArchived: boolean }) {
    return this.tx
      .select({
        ...this.summary(),
        timesUsed: routines.timesUsed,
        lastUsed: routines.lastUsedOn,
        // Finished ones are counted, and of those that go on there is at most one.
        hasSessions: sql<boolean>`(${routines.timesUsed} > 0 or exists (
          select from ${workoutSessions}
          where ${workoutSessions.userId} = ${this.scope.athleteId}
            and ${workoutSessions.status} = 'in_progress'
            and ${workoutSessions.routineId} = ${OUTER_ID}))`,
      })
      .from(routines)
      .where(
        and(this.own(), isArchived ? isNotNull(routines.archivedAt) : isNull(routines.archivedAt)),
      )
      .orderBy(sql`${routines.lastUsedOn} desc nulls last`, asc(routines.name), asc(routines.id))
      .limit(limit)
      .offset(offset)
  }

  /** The built-in templates. */
  listTemplates({ limit, offset }: Page) {
    return this.tx
      .select(this.summary())
      .from(routines)
      .where(and(isNull(routines.ownerId), eq(routines.isTemplate, true)))
      .orderBy(asc(routines.goal), asc(routines.name), asc(routines.id))
      .limit(limit)
      .offset(offset)
  }

  private summary() {
    const exerciseCount = this.tx
      .select({ count: count() })
      .from(routineExercises)
      .innerJoin(routineBlocks, eq(routineBlocks.id, routineExercises.blockId))
      .where(eq(routineBlocks.routineId, routines.id))
    return {
      id: routines.id,
      name: routines.name,
      description: routines.description,
      color: routines.color,
      estimatedMinutes: routines.estimatedMinutes,
      level: routines.level,
      goal: routines.goal,
      tags: routines.tags,
      exerciseCount: sql<number>`(${exerciseCount})`.mapWith(Number),
    }
  }

  /** Writes a new own routine; `id` makes a retry harmless: the same again changes nothing. */
  async create(
    routine: RoutineDocument & { id?: string | undefined; sourceRoutineId?: string },
  ): Promise<string> {
    const { blocks, id = newId(), ...head } = routine
    const [created] = await this.tx
      .insert(routines)
      .values({ id, ownerId: this.scope.athleteId, ...head })
      .onConflictDoNothing()
      .returning({ id: routines.id })
    if (created) await new RoutineDocumentWriter(this.tx).replaceBlocks(id, blocks)
    else await this.getOwn(id)
    return id
  }

  /** @throws NotFoundError unless it is one's own */
  async getOwn(id: string) {
    const [row] = await this.tx
      .select()
      .from(routines)
      .where(and(eq(routines.id, id), this.own()))
      .for('update')
    if (!row) throw new NotFoundError('planNotFound')
    return row
  }

  async replace(id: string, { blocks, ...head }: RoutineDocument): Promise<void> {
    await this.getOwn(id)
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
    const tooLate = new Date(now.getTime() - DAYS_TO_UNDO * 86_400_000)
    await this.tx
      .delete(routines)
      .where(and(eq(routines.ownerId, this.scope.athleteId), lt(routines.deletedAt, tooLate)))
  }

  private deleted(id: string): SQL | undefined {
    return and(
      eq(routines.id, id),
      eq(routines.ownerId, this.scope.athleteId),
      isNotNull(routines.deletedAt),
    )
  }

  async restore(id: string): Promise<void> {
    const restored = await this.tx
      .update(routines)
      .set({ deletedAt: null })
      .where(this.deleted(id))
      .returning({ id: routines.id })
    if (restored.length === 0) await this.getOwn(id)
  }

  /** Writes anew how often the routine was trained and when last; idempotent. */
  async recountUse(id: string): Promise<void> {
    const used = sql`from ${workoutSessions}
      where ${workoutSessions.routineId} = ${routines.id}
        and ${workoutSessions.userId} = ${this.scope.athleteId}
        and ${workoutSessions.status} = 'completed'`
    await this.tx
      .update(routines)
      .set({
        timesUsed: sql`(select count(*) ${used})`,
        lastUsedOn: sql`(select max(${workoutSessions.localDate}) ${used})`,
        // Training with a routine is no change of it, so its editor must not think so.
        updatedAt: sql`${routines.updatedAt}`,
      })
      .where(and(eq(routines.id, id), eq(routines.ownerId, this.scope.athleteId)))
  }

  /** Refuses exercises that are neither built in nor one's own. */
  async assertExercisesUsable(lines: readonly PlannedExercise[]): Promise<void> {
    const ids = [...new Set(lines.map((line) => line.exerciseId))]
    if (ids.length === 0) return
    const [found] = await this.tx
      .select({ count: count() })
      .from(exercises)
      .where(
        and(
          inArray(exercises.id, ids),
          or(isNull(exercises.createdBy), eq(exercises.createdBy, this.scope.athleteId)),
        ),
      )
    if (found?.count !== ids.length) throw new NotFoundError()
  }
}
