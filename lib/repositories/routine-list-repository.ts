import { and, asc, count, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Transaction } from '@/lib/db/client'
import { exercises, routineBlocks, routineExercises, routines } from '@/lib/db/schema/library'
import { workoutSessions } from '@/lib/db/schema/training'
import type { RoutineScope } from '@/lib/policies/scope'
import type { Equipment, MuscleGroup } from '@/lib/schemas/exercise'
import { builtIn, inLibrary, readerOf } from './library-sql'
import { isKept } from './workout-repository'

interface Page {
  limit: number
  offset: number
}

interface TemplateExercise {
  name: string
  sets: number
  muscles: MuscleGroup[]
  equipment: Equipment[]
}

/** In a select of one table Drizzle leaves the table's name out, and a subquery has an id of its own. */
const OUTER_ID = sql`"routines"."id"`

/** What a library holds, one's own or a gym's, and the built-in templates. */
export class RoutineListRepository {
  private readonly personId: string

  constructor(
    private readonly tx: Transaction,
    private readonly scope: RoutineScope,
  ) {
    this.personId = readerOf(scope)
  }

  /**
   * The library's routines with how much they hold and how they were used, latest used first; of a
   * gym's, how whoever asks has used them.
   */
  list({ isArchived, limit, offset }: Page & { isArchived: boolean }) {
    const { timesUsed, lastUsed } = this.use()
    return this.tx
      .select({
        ...this.summary(),
        timesUsed,
        lastUsed,
        // Finished ones are counted, and of those that go on there is at most one.
        hasSessions: sql<boolean>`(${timesUsed} > 0 or exists (
          select from ${workoutSessions}
          where ${workoutSessions.userId} = ${this.personId}
            and ${workoutSessions.status} = 'in_progress' and ${isKept}
            and ${workoutSessions.routineId} = ${OUTER_ID}))`,
      })
      .from(routines)
      .where(
        and(
          inLibrary(this.scope),
          isNull(routines.deletedAt),
          isArchived ? isNotNull(routines.archivedAt) : isNull(routines.archivedAt),
        ),
      )
      .orderBy(sql`${lastUsed} desc nulls last`, asc(routines.name), asc(routines.id))
      .limit(limit)
      .offset(offset)
  }

  /** Kept with a person's own routine; a gym's has as many users as it has readers. */
  private use() {
    if ('athleteId' in this.scope)
      return {
        timesUsed: sql<number>`${routines.timesUsed}`,
        lastUsed: sql<string | null>`${routines.lastUsedOn}`,
      }
    const mine = sql`from ${workoutSessions}
      where ${workoutSessions.routineId} = ${OUTER_ID}
        and ${workoutSessions.userId} = ${this.personId}
        and ${workoutSessions.status} = 'completed'`
    return {
      timesUsed: sql<number>`(select count(*)::int ${mine})`,
      lastUsed: sql<string | null>`(select max(${workoutSessions.localDate})::text ${mine})`,
    }
  }

  /** The built-in templates. */
  listTemplates({ limit, offset }: Page) {
    return this.tx
      .select(this.summary())
      .from(routines)
      .where(and(builtIn, eq(routines.isTemplate, true)))
      .orderBy(asc(routines.goal), asc(routines.name), asc(routines.id))
      .limit(limit)
      .offset(offset)
  }

  /** The built-in templates with the exercises of each in order, for finding one. One statement. */
  listTemplateContents() {
    return this.tx
      .select({
        id: routines.id,
        slug: routines.slug,
        name: routines.name,
        description: routines.description,
        minutes: routines.estimatedMinutes,
        level: routines.level,
        goal: routines.goal,
        tags: routines.tags,
        exercises: sql<TemplateExercise[]>`json_agg(json_build_object(
          'name', ${exercises.name}, 'sets', ${routineExercises.sets},
          'muscles', ${exercises.primaryMuscles}, 'equipment', ${exercises.equipment}
        ) order by ${routineBlocks.position}, ${routineExercises.position})`,
      })
      .from(routines)
      .innerJoin(routineBlocks, eq(routineBlocks.routineId, routines.id))
      .innerJoin(routineExercises, eq(routineExercises.blockId, routineBlocks.id))
      .innerJoin(exercises, eq(exercises.id, routineExercises.exerciseId))
      .where(and(builtIn, eq(routines.isTemplate, true)))
      .groupBy(routines.id)
      .orderBy(asc(routines.goal), asc(routines.name), asc(routines.id))
  }

  /** The ids of built-in templates by their slugs. */
  async templateIds(slugs: readonly string[]): Promise<Map<string | null, string>> {
    const rows = await this.tx
      .select({ id: routines.id, slug: routines.slug })
      .from(routines)
      .where(and(builtIn, inArray(routines.slug, [...slugs])))
    return new Map(rows.map(({ id, slug }) => [slug, id]))
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
}
