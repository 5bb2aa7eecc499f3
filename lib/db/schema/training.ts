import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { SESSION_FEELINGS } from '@/lib/domain/feelings'
import { BLOCK_KINDS, SET_KINDS } from '@/lib/domain/plan-kinds'
import type { ProgressionReason } from '@/lib/domain/progression'
import { RECORD_KINDS } from '@/lib/domain/records'
import { SIDES } from '@/lib/domain/set-numbers'
import type { Target } from '@/lib/schemas/plan'
import { SESSION_STATUSES } from '@/lib/schemas/workout'
import { createdAt, decimal, idColumn, instant, performanceColumns, updatedAt } from './columns'
import { users } from './identity'
import { exercises, planSnapshots, routines } from './library'

export const workoutSessions = pgTable(
  'workout_sessions',
  {
    id: idColumn(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    routineId: uuid('routine_id').references(() => routines.id, { onDelete: 'set null' }),
    snapshotHash: text('snapshot_hash'),
    name: text('name').notNull(),
    status: text('status', { enum: SESSION_STATUSES }).notNull().default('in_progress'),
    startedAt: instant('started_at').notNull(),
    completedAt: instant('completed_at'),
    /** When the person last said that a quiet workout still goes on. */
    stillTrainingAt: instant('still_training_at'),
    /** The day the person was living in, in their zone and with their cut-off. */
    localDate: date('local_date', { mode: 'string' }).notNull(),
    durationSeconds: integer('duration_seconds'),
    notes: text('notes').notNull().default(''),
    feeling: text('feeling', { enum: SESSION_FEELINGS }),
    sessionRpe: decimal('session_rpe', { precision: 3, scale: 1 }),
    /** What the person weighed at completion, as far as known: volumes count with it for good. */
    bodyWeightKg: decimal('body_weight_kg', { precision: 6, scale: 2 }),
    /** Name and notes, those of its exercises too, in lower case; written at completion. */
    searchText: text('search_text').notNull().default(''),
    /** Totals, written at completion and with every correction, so that lists join no sets. */
    volumeKg: decimal('volume_kg', { precision: 12, scale: 2 }).notNull().default(0),
    setCount: integer('set_count').notNull().default(0),
    repCount: integer('rep_count').notNull().default(0),
    distanceMeters: decimal('distance_m', { precision: 12, scale: 2 }).notNull().default(0),
    recordCount: integer('record_count').notNull().default(0),
    revision: integer('revision').notNull().default(1),
    /** When the person discarded it. Its exercises and sets carry the same instant as `deleted_at`. */
    discardedAt: instant('discarded_at'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('workout_sessions_one_in_progress')
      .on(t.userId)
      .where(sql`${t.status} = 'in_progress' and ${t.discardedAt} is null`),
    index('workout_sessions_discarded_index')
      .on(t.userId, t.discardedAt)
      .where(sql`${t.discardedAt} is not null`),
    index('workout_sessions_user_date_index').on(t.userId, t.localDate, t.startedAt),
    index('workout_sessions_routine_index').on(t.routineId, t.userId, t.localDate, t.startedAt),
    index('workout_sessions_search_index').using('gin', t.userId, t.searchText.op('gin_trgm_ops')),
    foreignKey({
      name: 'workout_sessions_snapshot_fk',
      columns: [t.userId, t.snapshotHash],
      foreignColumns: [planSnapshots.userId, planSnapshots.hash],
    }),
    index('workout_sessions_snapshot_index').on(t.userId, t.snapshotHash),
    check('workout_sessions_name_length', sql`char_length(${t.name}) between 1 and 100`),
    check('workout_sessions_notes_length', sql`char_length(${t.notes}) <= 2000`),
    check(
      'workout_sessions_completed_has_time',
      sql`${t.status} <> 'completed' or ${t.completedAt} is not null`,
    ),
    // What reads finished workouts alone can therefore never meet a discarded one.
    check(
      'workout_sessions_discarded_in_progress',
      sql`${t.discardedAt} is null or ${t.status} = 'in_progress'`,
    ),
  ],
)

/**
 * What an exercise came to in its session: written with the session's totals, so that charts and
 * statistics read one row instead of its sets; the days are null and the rest 0 until then.
 */
const logTotals = {
  performedOn: date('performed_on', { mode: 'string' }),
  sessionStartedAt: instant('session_started_at'),
  ...performanceColumns,
}

export const exerciseLogs = pgTable(
  'exercise_logs',
  {
    id: idColumn(),
    sessionId: uuid('session_id')
      .notNull()
      .references(() => workoutSessions.id, { onDelete: 'cascade' }),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    exerciseId: uuid('exercise_id')
      .notNull()
      .references(() => exercises.id, { onDelete: 'restrict' }),
    position: integer('position').notNull(),
    /** Exercises with the same block number belong together (superset, circuit …). */
    block: smallint('block').notNull().default(0),
    blockKind: text('block_kind', { enum: BLOCK_KINDS }).notNull().default('single'),
    restSeconds: smallint('rest_seconds'),
    tempo: text('tempo'),
    /** What the plan says about this exercise, and what the person wrote. */
    planNotes: text('plan_notes').notNull().default(''),
    notes: text('notes').notNull().default(''),
    /** Why its loads are what they are, where a rule of the plan decided. */
    reason: jsonb('reason').$type<ProgressionReason>(),
    revision: integer('revision').notNull().default(1),
    deletedAt: instant('deleted_at'),
    createdAt: createdAt(),
    ...logTotals,
  },
  (t) => [
    unique('exercise_logs_identity').on(t.id, t.sessionId, t.userId, t.exerciseId),
    index('exercise_logs_session_index').on(t.sessionId, t.position),
    index('exercise_logs_exercise_index').on(
      t.exerciseId,
      t.userId,
      t.performedOn,
      t.sessionStartedAt,
    ),
    index('exercise_logs_user_index').on(t.userId, t.performedOn),
    check('exercise_logs_notes_length', sql`char_length(${t.notes}) <= 2000`),
  ],
)

export const setLogs = pgTable(
  'set_logs',
  {
    id: idColumn(),
    exerciseLogId: uuid('exercise_log_id').notNull(),
    /** Repeated from the exercise log and kept true by the composite key. */
    sessionId: uuid('session_id').notNull(),
    userId: uuid('user_id').notNull(),
    exerciseId: uuid('exercise_id').notNull(),
    setNumber: smallint('set_number').notNull(),
    kind: text('kind', { enum: SET_KINDS }).notNull().default('normal'),
    target: jsonb('target').$type<Target>(),
    reps: integer('reps'),
    /** Exactly as typed, in `weight_unit`; on assisted exercises the assistance. */
    weight: decimal('weight', { precision: 7, scale: 2 }),
    weightUnit: text('weight_unit', { enum: ['kg', 'lb'] }).notNull(),
    weightKg: decimal('weight_kg', { precision: 12, scale: 5 }).generatedAlwaysAs(
      sql`case when weight_unit = 'lb' then round(weight * 0.45359237, 5) else weight end`,
    ),
    durationSeconds: integer('duration_s'),
    distanceMeters: decimal('distance_m', { precision: 9, scale: 2 }),
    rpe: decimal('rpe', { precision: 3, scale: 1 }),
    restSeconds: smallint('rest_time'),
    side: text('side', { enum: SIDES }),
    isCompleted: boolean('is_completed').notNull().default(false),
    /** Asked about, kept, and left out of records. */
    isSlip: boolean('is_slip').notNull().default(false),
    notes: text('notes').notNull().default(''),
    performedAt: instant('performed_at'),
    revision: integer('revision').notNull().default(1),
    deletedAt: instant('deleted_at'),
    createdAt: createdAt(),
  },
  (t) => [
    foreignKey({
      name: 'set_logs_exercise_log_fk',
      columns: [t.exerciseLogId, t.sessionId, t.userId, t.exerciseId],
      foreignColumns: [
        exerciseLogs.id,
        exerciseLogs.sessionId,
        exerciseLogs.userId,
        exerciseLogs.exerciseId,
      ],
    })
      .onDelete('cascade')
      .onUpdate('cascade'),
    index('set_logs_exercise_log_index').on(t.exerciseLogId, t.setNumber),
    index('set_logs_session_index').on(t.sessionId),
    index('set_logs_performed_index')
      .on(t.userId, t.exerciseId, t.performedAt)
      .where(sql`${t.isCompleted} and ${t.deletedAt} is null`),
    check('set_logs_reps_range', sql`${t.reps} between 0 and 1000000`),
    check(
      'set_logs_weight_range',
      sql`${t.weight} between 0 and (case when ${t.weightUnit} = 'lb' then 3306 else 1500 end)`,
    ),
    check('set_logs_duration_range', sql`${t.durationSeconds} between 0 and 86400`),
    check('set_logs_distance_range', sql`${t.distanceMeters} between 0 and 500000`),
    check('set_logs_rpe_range', sql`${t.rpe} between 1 and 10 and mod(${t.rpe} * 2, 1) = 0`),
    check('set_logs_completed_has_time', sql`not ${t.isCompleted} or ${t.performedAt} is not null`),
  ],
)

/** Client-made operation ids: the same again is answered with the stored result. */
export const operations = pgTable(
  'operations',
  {
    id: uuid('op_id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    baseRevision: integer('base_revision'),
    result: jsonb('result').$type<Record<string, unknown>>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [index('operations_user_index').on(t.userId)],
)

export const personalRecords = pgTable(
  'personal_records',
  {
    id: idColumn(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    exerciseId: uuid('exercise_id')
      .notNull()
      .references(() => exercises.id, { onDelete: 'restrict' }),
    kind: text('kind', { enum: RECORD_KINDS }).notNull(),
    /** Reps or metres where the kind has them, else 0. */
    bucket: decimal('bucket', { precision: 9, scale: 3 }).notNull().default(0),
    value: decimal('value', { precision: 14, scale: 4 }).notNull(),
    previousValue: decimal('previous_value', { precision: 14, scale: 4 }),
    setId: uuid('set_id')
      .notNull()
      .references(() => setLogs.id, { onDelete: 'cascade' }),
    sessionId: uuid('session_id')
      .notNull()
      .references(() => workoutSessions.id, { onDelete: 'cascade' }),
    achievedAt: instant('achieved_at').notNull(),
    /** When a better one came; null while it stands. */
    supersededAt: instant('superseded_at'),
  },
  (t) => [
    unique('personal_records_once_a_set').on(t.setId, t.kind, t.bucket),
    index('personal_records_chain_index').on(t.userId, t.exerciseId, t.supersededAt),
    index('personal_records_latest_index').on(t.userId, t.achievedAt),
    index('personal_records_session_index').on(t.sessionId),
    index('personal_records_exercise_index').on(t.exerciseId),
  ],
)

/**
 * Who did what to what, by opaque ids only. No foreign keys: an erased account must not take
 * its trail along, and no cascade may delete from here.
 */
export const auditLog = pgTable(
  'audit_log',
  {
    id: idColumn(),
    actorId: uuid('actor_id'),
    action: text('action').notNull(),
    subjectType: text('subject_type').notNull(),
    subjectId: uuid('subject_id').notNull(),
    /** Whose data it is about; what a person may ask to see. */
    ownerId: uuid('owner_id'),
    /** The gym in which it was done; what its owner may ask to see. */
    organizationId: uuid('organization_id'),
    /** The session or the API key it came by. */
    sessionId: uuid('session_id'),
    details: jsonb('details').$type<Record<string, unknown>>().notNull().default({}),
    createdAt: createdAt(),
  },
  (t) => [
    index('audit_log_owner_index').on(t.ownerId, t.createdAt),
    index('audit_log_organization_index').on(t.organizationId, t.createdAt),
    index('audit_log_subject_index').on(t.subjectId, t.createdAt),
  ],
)
