import { inArray, type SQL, sql } from 'drizzle-orm'
import { ConflictError } from '@/lib/core/errors'
import type { Transaction } from '@/lib/db/client'
import { exercisePreferences, exercises } from '@/lib/db/schema/library'
import { exerciseLogs, operations, setLogs, workoutSessions } from '@/lib/db/schema/training'
import type { ExerciseFacts, Training, TrainingExercise } from '@/lib/domain/training/training'
import type { WeightUnit } from '@/lib/domain/units'
import type { AthleteScope } from '@/lib/policies/scope'
import { exerciseFactsSchema } from '@/lib/schemas/training'
import {
  BLOCKS,
  doneOf,
  exercisesOf,
  FACTS,
  type OpenTraining,
  readRow,
  type StoredRow,
} from './training-row'

/** A workout by its own id, or by that of a set in it. */
export type WhichTraining = { id: string } | { setId: string }

/** A workout as one document: read in one statement, written by what changed in it. */
export class TrainingRepository {
  constructor(
    private readonly tx: Transaction,
    private readonly scope: AthleteScope,
  ) {}

  /** As it stands; null where it is not this person's. */
  async find(which: WhichTraining, weightUnit: WeightUnit): Promise<OpenTraining | null> {
    const [row] = await this.tx.execute<StoredRow>(this.select(which, [], sql`s.revision`))
    return row ? readRow(row, weightUnit) : null
  }

  /**
   * The same with its revision raised, which keeps other changes out until the transaction ends:
   * one statement, a second one where it had to wait for another change.
   */
  async open(
    which: WhichTraining,
    { weightUnit, operationIds }: { weightUnit: WeightUnit; operationIds: readonly string[] },
  ): Promise<OpenTraining | null> {
    const [row] = await this.tx.execute<StoredRow>(sql`
      with raised as (
        update ${workoutSessions} set revision = revision + 1
        where id = ${this.idOf(which)} and user_id = ${this.scope.athleteId}
          and discarded_at is null returning revision)
      ${this.select(which, operationIds, sql`(select revision from raised)`)}`)
    if (!row) return null
    // The statement saw the workout as it was before the change it waited for.
    const isStale = row.revision !== row.seenRevision + 1
    if (!isStale) return readRow(row, weightUnit)
    const [fresh] = await this.tx.execute<StoredRow>(
      this.select(which, operationIds, sql`s.revision`),
    )
    return fresh ? readRow(fresh, weightUnit) : null
  }

  /** Exercises that may be used, built in or one's own, by id. */
  async listFacts(exerciseIds: readonly string[]): Promise<Record<string, ExerciseFacts>> {
    const rows = await this.tx.execute<{ id: string; facts: unknown }>(sql`
      select e.id, ${FACTS} as facts from ${exercises} e
      left join ${exercisePreferences} p
        on p.exercise_id = e.id and p.user_id = ${this.scope.athleteId}
      where ${inArray(sql`e.id`, [...exerciseIds])}
        and (e.created_by is null or e.created_by = ${this.scope.athleteId})`)
    return Object.fromEntries(rows.map(({ id, facts }) => [id, exerciseFactsSchema.parse(facts)]))
  }

  private idOf(which: WhichTraining): SQL {
    if ('id' in which) return sql`${which.id}`
    return sql`(select session_id from ${setLogs}
      where id = ${which.setId} and user_id = ${this.scope.athleteId})`
  }

  private select(which: WhichTraining, operationIds: readonly string[], revision: SQL): SQL {
    const { athleteId } = this.scope
    return sql`
      select ${revision} as revision, s.revision as "seenRevision", s.name, s.status,
        s.started_at as "startedAt", s.completed_at as "completedAt",
        s.still_training_at as "stillTrainingAt", s.notes, s.feeling, s.session_rpe as "sessionRpe",
        s.id, ${BLOCKS} as blocks, ${exercisesOf(athleteId)} as exercises, ${doneOf(operationIds, athleteId)} as done
      from ${workoutSessions} s
      where s.id = ${this.idOf(which)} and s.user_id = ${athleteId} and s.discarded_at is null`
  }

  /**
   * Writes what differs between two states of a workout and remembers the operations: a statement
   * for each kind of thing that changed.
   * @throws ConflictError where a new id is another's; an operation done by another request in the
   *   meantime violates `operations_pkey`, and the use case runs again
   */
  async save(before: Training, after: Training, operationIds: readonly string[]): Promise<void> {
    const changed = after.exercises.filter((exercise) => !before.exercises.includes(exercise))
    await this.saveExercises(
      after.id,
      changed.filter((each) => isMoved(before, each)),
    )
    await this.saveSets(before, after.id, changed, operationIds)
    await this.saveHead(before, after)
    await this.savePreferences(before, after)
  }

  private async saveExercises(sessionId: string, rows: readonly TrainingExercise[]): Promise<void> {
    if (rows.length === 0) return
    const written = await this.tx
      .insert(exerciseLogs)
      .values(
        rows.map(({ sets: _, deletedAt, ...row }) => ({
          ...row,
          ...{ sessionId, userId: this.scope.athleteId, deletedAt: toDate(deletedAt) },
        })),
      )
      .onConflictDoUpdate({
        target: exerciseLogs.id,
        set: {
          position: sql`excluded.position`,
          block: sql`excluded.block`,
          blockKind: sql`excluded.block_kind`,
          restSeconds: sql`excluded.rest_seconds`,
          notes: sql`excluded.notes`,
          deletedAt: sql`excluded.deleted_at`,
          revision: sql`${exerciseLogs.revision} + 1`,
        },
        setWhere: sql`${exerciseLogs.sessionId} = excluded.session_id and ${exerciseLogs.userId} = excluded.user_id`,
      })
      .returning({ id: exerciseLogs.id })
    if (written.length < rows.length) throw new ConflictError('idTaken')
  }

  private async saveSets(
    before: Training,
    sessionId: string,
    changed: readonly TrainingExercise[],
    operationIds: readonly string[],
  ): Promise<void> {
    const known = new Set(before.exercises.flatMap((exercise) => exercise.sets))
    const rows = changed.flatMap((exercise) =>
      exercise.sets
        .filter((set) => !known.has(set))
        .map(({ deletedAt, performedAt, ...set }) => ({
          ...set,
          ...{ sessionId, exerciseLogId: exercise.id, exerciseId: exercise.exerciseId },
          userId: this.scope.athleteId,
          performedAt: toDate(performedAt),
          deletedAt: toDate(deletedAt),
        })),
    )
    const done = operationIds.map((id) => ({ id, userId: this.scope.athleteId, result: {} }))
    if (rows.length === 0) {
      if (done.length > 0) await this.tx.insert(operations).values(done)
      return
    }
    const remembered = this.tx
      .$with('remembered')
      .as(this.tx.insert(operations).values(done).returning({ id: operations.id }))
    const insertion = done.length > 0 ? this.tx.with(remembered) : this.tx
    const written = await insertion
      .insert(setLogs)
      .values(rows)
      .onConflictDoUpdate({
        target: setLogs.id,
        set: Object.fromEntries(
          WRITTEN_COLUMNS.map((column) => [column, sql.raw(`excluded.${setLogs[column].name}`)]),
        ),
        setWhere: sql`${setLogs.exerciseLogId} = excluded.exercise_log_id and ${setLogs.userId} = excluded.user_id`,
      })
      .returning({ id: setLogs.id })
    if (written.length < rows.length) throw new ConflictError('idTaken')
  }

  private async saveHead(before: Training, after: Training): Promise<void> {
    const isSame = HEAD.every((field) => before[field] === after[field])
    if (isSame) return
    const { status, notes, feeling, sessionRpe, completedAt, stillTrainingAt } = after
    await this.tx
      .update(workoutSessions)
      .set({
        ...{ status, notes, feeling, sessionRpe },
        completedAt: toDate(completedAt),
        stillTrainingAt: toDate(stillTrainingAt),
      })
      .where(
        sql`${workoutSessions.id} = ${after.id} and ${workoutSessions.userId} = ${this.scope.athleteId}`,
      )
  }

  private async savePreferences(before: Training, after: Training): Promise<void> {
    const rows = Object.entries(after.facts).flatMap(([exerciseId, facts]) => {
      const old = before.facts[exerciseId]
      if (!old || old === facts) return []
      const { weightUnit, restSeconds, barWeight } = facts
      return [{ userId: this.scope.athleteId, exerciseId, weightUnit, restSeconds, barWeight }]
    })
    if (rows.length === 0) return
    await this.tx
      .insert(exercisePreferences)
      .values(rows)
      .onConflictDoUpdate({
        target: [exercisePreferences.userId, exercisePreferences.exerciseId],
        set: {
          weightUnit: sql`excluded.weight_unit`,
          restSeconds: sql`excluded.rest_seconds`,
          barWeight: sql`excluded.bar_weight`,
          updatedAt: sql`now()`,
        },
      })
  }
}

const HEAD = [
  ...(['status', 'notes', 'feeling', 'sessionRpe', 'completedAt', 'stillTrainingAt'] as const),
] as const

const WRITTEN_COLUMNS = [
  ...(['setNumber', 'kind', 'reps', 'weight', 'weightUnit', 'durationSeconds'] as const),
  ...(['distanceMeters', 'rpe', 'side', 'isSlip', 'isCompleted', 'performedAt'] as const),
  ...(['notes', 'revision', 'deletedAt'] as const),
] as const

const MOVED = [
  ...(['position', 'block', 'blockKind', 'restSeconds', 'notes', 'deletedAt'] as const),
] as const

/** Whether more than its sets changed. */
function isMoved(before: Training, exercise: TrainingExercise): boolean {
  const old = before.exercises.find((each) => each.id === exercise.id)
  return !old || MOVED.some((field) => old[field] !== exercise[field])
}

const toDate = (iso: string | null): Date | null => (iso === null ? null : new Date(iso))
