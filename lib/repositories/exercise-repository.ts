import { and, eq, exists, inArray, isNotNull, isNull, not, or, type SQL, sql } from 'drizzle-orm'
import { ConflictError, NotFoundError } from '@/lib/core/errors'
import { newId } from '@/lib/core/id'
import type { Transaction } from '@/lib/db/client'
import { violatedUnique } from '@/lib/db/database-errors'
import { exercisePreferences, exercises, routineExercises } from '@/lib/db/schema/library'
import { exerciseLogs } from '@/lib/db/schema/training'
import type { Findable } from '@/lib/domain/find-exercises'
import type { AthleteScope } from '@/lib/policies/scope'
import type { ExerciseSearch, ExerciseSummary } from '@/lib/schemas/exercise-library'
import { doneBefore } from './done-before'
import { IS_DUMBBELL, IS_PLATE_LOADED } from './training-row'

type FindableSearch = Pick<
  ExerciseSearch,
  'muscle' | 'equipment' | 'category' | 'tracking' | 'isArchived'
>

/** What may be written of an own exercise. */
export type ExerciseFacts = Pick<
  typeof exercises.$inferInsert,
  'name' | 'tracking' | 'category' | 'isUnilateral' | 'description' | 'videoUrl'
> &
  Required<
    Pick<
      typeof exercises.$inferInsert,
      'primaryMuscles' | 'secondaryMuscles' | 'equipment' | 'instructions'
    >
  >

/** The built-in exercises, for reading, and a person's own. */
export class ExerciseRepository {
  constructor(
    private readonly tx: Transaction,
    private readonly scope: AthleteScope,
  ) {}

  private own(): SQL {
    return eq(exercises.createdBy, this.scope.athleteId)
  }

  private readable(): SQL | undefined {
    return or(isNull(exercises.createdBy), this.own())
  }

  /** Which of these exercises go up by plates or by dumbbells. One statement. */
  async listLoadedInSteps(ids: readonly string[]): Promise<Set<string>> {
    const rows = await this.tx.execute<{ id: string }>(
      sql`select e.id from ${exercises} e
        where ${inArray(sql`e.id`, [...ids])} and (${IS_PLATE_LOADED} or ${IS_DUMBBELL})`,
    )
    return new Set(rows.map(({ id }) => id))
  }

  /** What may be found, with what the search ranks it by. One statement. */
  async listFindable(search: FindableSearch): Promise<(ExerciseSummary & Findable)[]> {
    const { muscle, equipment, category, tracking, isArchived } = search
    const rows = await this.tx
      .select({
        ...summaryColumns,
        aliases: exercises.aliases,
        popularity: exercises.popularity,
        timesDone: sql<number>`coalesce(d.times, 0)`,
      })
      .from(exercises)
      .leftJoin(sql`${doneBefore(this.scope.athleteId)} d`, sql`d.exercise_id = ${exercises.id}`)
      .where(
        and(
          this.readable(),
          isArchived ? isNotNull(exercises.archivedAt) : isNull(exercises.archivedAt),
          muscle && or(isPrimary(muscle), sql`${muscle} = any(${exercises.secondaryMuscles})`),
          equipment && sql`${equipment} = any(${exercises.equipment})`,
          category && eq(exercises.category, category),
          tracking && eq(exercises.tracking, tracking),
        ),
      )
    return rows
  }

  /** @throws NotFoundError for what is neither built in nor one's own */
  async get(id: string) {
    const [row] = await this.tx
      .select({ exercise: exercises, hasHistory: this.hasHistory(id) })
      .from(exercises)
      .where(and(eq(exercises.id, id), this.readable()))
    if (!row) throw new NotFoundError()
    const { archivedAt, ...exercise } = row.exercise
    return { ...exercise, isArchived: archivedAt !== null, hasHistory: row.hasHistory }
  }

  /**
   * Locks an own exercise, so that nobody logs its first set until the transaction ends.
   * @throws NotFoundError for what is not one's own, built-in ones included
   */
  async lockOwn(id: string) {
    const [row] = await this.tx
      .select({ id: exercises.id })
      .from(exercises)
      .where(and(eq(exercises.id, id), this.own()))
      .for('update')
    if (!row) throw new NotFoundError()
    return this.get(id)
  }

  /**
   * Adds an own exercise; the same `id` again changes nothing.
   * @throws ConflictError where an own exercise in use has this name
   */
  async create({ id = newId(), ...facts }: ExerciseFacts & { id?: string | undefined }) {
    const [created] = await this.tx
      .insert(exercises)
      .values({ ...{ id, ...facts }, ...searchable(facts), ...this.ownership() })
      .onConflictDoNothing({ target: exercises.id })
      .returning({ id: exercises.id })
      .catch(explainTakenName)
    if (!created) await this.lockOwn(id)
    return id
  }

  private ownership() {
    return { isCustom: true, createdBy: this.scope.athleteId }
  }

  /** @throws NotFoundError, ConflictError as `lockOwn` and `create` */
  async update(id: string, facts: ExerciseFacts): Promise<void> {
    await this.change(id, { ...facts, ...searchable(facts) })
  }

  /** Puts an own exercise away (an instant) or takes it out again (null); history keeps it. */
  async setArchived(id: string, archivedAt: Date | null): Promise<void> {
    await this.change(id, { archivedAt })
  }

  /**
   * Deletes an own exercise that neither a workout nor a routine ever used.
   * @returns false where one does; nothing is deleted then
   */
  async deleteUnused(id: string): Promise<boolean> {
    await this.lockOwn(id)
    const isUsedIn = (table: typeof exerciseLogs | typeof routineExercises) =>
      exists(this.tx.select({ id: table.id }).from(table).where(eq(table.exerciseId, id)))
    const deleted = await this.tx
      .delete(exercises)
      .where(
        and(
          eq(exercises.id, id),
          this.own(),
          not(isUsedIn(exerciseLogs)),
          not(isUsedIn(routineExercises)),
        ),
      )
      .returning({ id: exercises.id })
    return deleted.length > 0
  }

  private async change(id: string, values: Partial<typeof exercises.$inferInsert>): Promise<void> {
    const rows = await this.tx
      .update(exercises)
      .set(values)
      .where(and(eq(exercises.id, id), this.own()))
      .returning({ id: exercises.id })
      .catch(explainTakenName)
    if (rows.length === 0) throw new NotFoundError()
  }

  /** What the person remembers about it; empty where nothing. */
  async getNote(exerciseId: string): Promise<string> {
    const [row] = await this.tx
      .select({ note: exercisePreferences.note })
      .from(exercisePreferences)
      .where(
        and(
          eq(exercisePreferences.userId, this.scope.athleteId),
          eq(exercisePreferences.exerciseId, exerciseId),
        ),
      )
    return row?.note ?? ''
  }

  async saveNote(exerciseId: string, note: string): Promise<void> {
    await this.tx
      .insert(exercisePreferences)
      .values({ userId: this.scope.athleteId, exerciseId, note })
      .onConflictDoUpdate({
        target: [exercisePreferences.userId, exercisePreferences.exerciseId],
        set: { note, updatedAt: new Date() },
      })
  }

  /** In the order of the index, else the planner may look for a first row through the table. */
  private hasHistory(id: string): SQL<boolean> {
    const { exerciseId, userId, performedOn } = exerciseLogs
    return sql<boolean>`(
      select true from ${exerciseLogs}
      where ${exerciseId} = ${id} and ${userId} = ${this.scope.athleteId}
      order by ${performedOn} limit 1) is not null`
  }
}

const summaryColumns = {
  id: exercises.id,
  name: exercises.name,
  category: exercises.category,
  tracking: exercises.tracking,
  primaryMuscles: exercises.primaryMuscles,
  equipment: exercises.equipment,
  isCustom: exercises.isCustom,
}

const isPrimary = (muscle: string): SQL => sql`${muscle} = any(${exercises.primaryMuscles})`

const searchable = ({ name }: { name: string }) => ({ searchText: name.toLowerCase() })

function explainTakenName(error: unknown): never {
  if (violatedUnique(error) === 'exercises_own_name_unique')
    throw new ConflictError('exerciseExists')
  throw error
}
