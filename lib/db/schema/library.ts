import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  time,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { BLOCK_KINDS, ROUTINE_GOALS, ROUTINE_LEVELS, SET_KINDS } from '@/lib/domain/plan-kinds'
import type { ProgressionRule } from '@/lib/domain/progression'
import {
  type Equipment,
  EXERCISE_CATEGORIES,
  type MuscleGroup,
  TRACKING_KINDS,
} from '@/lib/schemas/exercise'
import type { PlanSnapshot } from '@/lib/schemas/plan'
import { createdAt, decimal, idColumn, instant, updatedAt } from './columns'
import { users } from './identity'
import { organizations } from './organizations'

type AliasesByLanguage = Record<string, string[]>

/** Built-in exercises belong to nobody (`created_by` null) and are known by their slug. */
export const exercises = pgTable(
  'exercises',
  {
    id: idColumn(),
    slug: text('slug'),
    name: text('name').notNull(),
    /** In every language; `foreignAliases` says by language which are not English. */
    aliases: text('aliases').array().notNull().default([]),
    foreignAliases: jsonb('foreign_aliases').$type<AliasesByLanguage>().notNull().default({}),
    /** Name and aliases in lower case, what the search of records reads. */
    searchText: text('search_text').notNull(),
    /** How common it is among everybody, 0 to 100; 0 where that is not known. */
    popularity: smallint('popularity').notNull().default(0),
    description: text('description').notNull().default(''),
    category: text('category', { enum: EXERCISE_CATEGORIES }).notNull(),
    tracking: text('tracking', { enum: TRACKING_KINDS }).notNull(),
    primaryMuscles: text('primary_muscles').array().$type<MuscleGroup[]>().notNull().default([]),
    secondaryMuscles: text('secondary_muscles')
      .array()
      .$type<MuscleGroup[]>()
      .notNull()
      .default([]),
    equipment: text('equipment').array().$type<Equipment[]>().notNull().default([]),
    isUnilateral: boolean('is_unilateral').notNull().default(false),
    instructions: text('instructions').array().notNull().default([]),
    imageUrl: text('image_url'),
    videoUrl: text('video_url'),
    isCustom: boolean('is_custom').notNull().default(false),
    createdBy: uuid('created_by').references(() => users.id, { onDelete: 'cascade' }),
    archivedAt: instant('archived_at'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('exercises_slug_unique').on(t.slug),
    index('exercises_created_by_index').on(t.createdBy),
    uniqueIndex('exercises_own_name_unique')
      .on(t.createdBy, sql`lower(${t.name})`)
      .where(sql`${t.archivedAt} is null`),
    check('exercises_owner_matches_kind', sql`${t.isCustom} = (${t.createdBy} is not null)`),
    check('exercises_slug_matches_kind', sql`${t.isCustom} = (${t.slug} is null)`),
    check('exercises_popularity_range', sql`${t.popularity} between 0 and 100`),
    check('exercises_name_length', sql`char_length(${t.name}) between 1 and 100`),
    check('exercises_video_url_secure', sql`${t.videoUrl} like 'https://%'`),
  ],
)

/** A person's own routine, or a built-in template (no owner, known by its slug). */
export const routines = pgTable(
  'routines',
  {
    id: idColumn(),
    ownerId: uuid('owner_id').references(() => users.id, { onDelete: 'cascade' }),
    /** The gym whose trainers share it, in place of an owner. */
    organizationId: uuid('organization_id').references(() => organizations.id, {
      onDelete: 'cascade',
    }),
    slug: text('slug'),
    name: text('name').notNull(),
    description: text('description').notNull().default(''),
    isTemplate: boolean('is_template').notNull().default(false),
    color: text('color'),
    estimatedMinutes: smallint('estimated_minutes'),
    level: text('level', { enum: ROUTINE_LEVELS }),
    goal: text('goal', { enum: ROUTINE_GOALS }),
    tags: text('tags').array().notNull().default([]),
    sourceRoutineId: uuid('source_routine_id').references((): AnyPgColumn => routines.id, {
      onDelete: 'set null',
    }),
    /** Finished workouts of its owner, and the day of the latest; written as they come and go. */
    timesUsed: integer('times_used').notNull().default(0),
    lastUsedOn: date('last_used_on', { mode: 'string' }),
    archivedAt: instant('archived_at'),
    /** A deleted routine can be brought back for a while; nothing else sees it. */
    deletedAt: instant('deleted_at'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('routines_slug_unique').on(t.slug),
    index('routines_owner_index').on(t.ownerId, t.deletedAt, t.archivedAt),
    index('routines_organization_index').on(t.organizationId, t.deletedAt, t.archivedAt),
    index('routines_source_index').on(t.sourceRoutineId),
    check('routines_name_length', sql`char_length(${t.name}) between 1 and 100`),
    check('routines_color_shape', sql`${t.color} ~ '^#[0-9A-Fa-f]{6}$'`),
    check('routines_minutes_range', sql`${t.estimatedMinutes} between 1 and 300`),
    check('routines_one_owner', sql`num_nonnulls(${t.ownerId}, ${t.organizationId}) <= 1`),
    check(
      'routines_builtin_is_template',
      sql`num_nonnulls(${t.ownerId}, ${t.organizationId}) = 1 or ${t.isTemplate}`,
    ),
  ],
)

export const routineBlocks = pgTable(
  'routine_blocks',
  {
    id: idColumn(),
    routineId: uuid('routine_id')
      .notNull()
      .references(() => routines.id, { onDelete: 'cascade' }),
    position: smallint('position').notNull(),
    kind: text('kind', { enum: BLOCK_KINDS }).notNull().default('single'),
    rounds: smallint('rounds').notNull().default(1),
    restSeconds: smallint('rest_seconds').notNull().default(0),
    timeCapSeconds: integer('time_cap_seconds'),
  },
  (t) => [
    unique('routine_blocks_position_unique').on(t.routineId, t.position),
    check('routine_blocks_rounds_range', sql`${t.rounds} between 1 and 100`),
    check('routine_blocks_rest_range', sql`${t.restSeconds} between 0 and 600`),
  ],
)

/** What a set asks for; shared by an exercise's own line and by its single sets. */
const targetColumns = {
  repsMin: smallint('reps_min'),
  repsMax: smallint('reps_max'),
  /** As many reps as possible; `reps_min` is then the least to reach. */
  isAmrap: boolean('is_amrap').notNull().default(false),
  weight: decimal('weight', { precision: 7, scale: 2 }),
  weightUnit: text('weight_unit', { enum: ['kg', 'lb'] }),
  percentOfMax: decimal('percent_of_max', { precision: 5, scale: 2 }),
  rpe: decimal('rpe', { precision: 3, scale: 1 }),
  durationSeconds: integer('duration_seconds'),
  distanceMeters: decimal('distance_meters', { precision: 9, scale: 2 }),
}

export const routineExercises = pgTable(
  'routine_exercises',
  {
    id: idColumn(),
    blockId: uuid('block_id')
      .notNull()
      .references(() => routineBlocks.id, { onDelete: 'cascade' }),
    exerciseId: uuid('exercise_id')
      .notNull()
      .references(() => exercises.id, { onDelete: 'restrict' }),
    position: smallint('position').notNull(),
    sets: smallint('sets').notNull().default(3),
    ...targetColumns,
    restSeconds: smallint('rest_seconds'),
    tempo: text('tempo'),
    notes: text('notes').notNull().default(''),
    /** How the loads of this line go on from what was done; null leaves them as they are. */
    progression: jsonb('progression').$type<ProgressionRule>(),
  },
  (t) => [
    unique('routine_exercises_position_unique').on(t.blockId, t.position),
    index('routine_exercises_exercise_index').on(t.exerciseId),
    check('routine_exercises_sets_range', sql`${t.sets} between 1 and 20`),
    check(
      'routine_exercises_reps_range',
      sql`${t.repsMin} between 1 and 100 and ${t.repsMax} between ${t.repsMin} and 100`,
    ),
    check('routine_exercises_rest_range', sql`${t.restSeconds} between 0 and 600`),
    check('routine_exercises_notes_length', sql`char_length(${t.notes}) <= 200`),
  ],
)

/** Single sets of a line where they differ; without rows the line holds for all its sets. */
export const routineSets = pgTable(
  'routine_sets',
  {
    id: idColumn(),
    routineExerciseId: uuid('routine_exercise_id')
      .notNull()
      .references(() => routineExercises.id, { onDelete: 'cascade' }),
    position: smallint('position').notNull(),
    kind: text('kind', { enum: SET_KINDS }).notNull().default('normal'),
    ...targetColumns,
  },
  (t) => [unique('routine_sets_position_unique').on(t.routineExerciseId, t.position)],
)

export const weeklySchedule = pgTable(
  'weekly_schedule',
  {
    id: idColumn(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    routineId: uuid('routine_id')
      .notNull()
      .references(() => routines.id, { onDelete: 'cascade' }),
    /** 0 = Sunday. */
    dayOfWeek: smallint('day_of_week').notNull(),
    time: time('time', { precision: 0 }),
    isActive: boolean('is_active').notNull().default(true),
  },
  (t) => [
    unique('weekly_schedule_unique').on(t.userId, t.dayOfWeek, t.routineId),
    index('weekly_schedule_routine_index').on(t.routineId),
    check('weekly_schedule_day_range', sql`${t.dayOfWeek} between 0 and 6`),
  ],
)

/** What a routine said when it was started; written once, never changed. */
export const planSnapshots = pgTable(
  'plan_snapshots',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** sha256 of the canonical JSON, hex. */
    hash: text('hash').notNull(),
    content: jsonb('content').$type<PlanSnapshot>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.hash] })],
)

/** What a person remembers about an exercise, whichever workout it stands in. */
export const exercisePreferences = pgTable(
  'exercise_preferences',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    exerciseId: uuid('exercise_id')
      .notNull()
      .references(() => exercises.id, { onDelete: 'cascade' }),
    note: text('note').notNull().default(''),
    /** Null is the person's own unit. */
    weightUnit: text('weight_unit', { enum: ['kg', 'lb'] }),
    /** Rest after a set where the plan says none; null is the person's own. */
    restSeconds: smallint('rest_seconds'),
    /** The empty bar or machine in `weight_unit`, else in the person's own; null is the usual bar. */
    barWeight: decimal('bar_weight', { precision: 6, scale: 2 }),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.exerciseId] }),
    index('exercise_preferences_exercise_index').on(t.exerciseId),
    check('exercise_preferences_note_length', sql`char_length(${t.note}) <= 2000`),
    check('exercise_preferences_weight_unit_known', sql`${t.weightUnit} in ('kg', 'lb')`),
    check('exercise_preferences_rest_range', sql`${t.restSeconds} between 0 and 600`),
    check('exercise_preferences_bar_range', sql`${t.barWeight} between 0 and 500`),
  ],
)

/** What percentages of a wave are taken of; the newest of an exercise counts from its day on. */
export const trainingMaxes = pgTable(
  'training_maxes',
  {
    id: idColumn(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    exerciseId: uuid('exercise_id')
      .notNull()
      .references(() => exercises.id, { onDelete: 'restrict' }),
    value: decimal('value', { precision: 7, scale: 2 }).notNull(),
    unit: text('unit', { enum: ['kg', 'lb'] }).notNull(),
    since: date('since', { mode: 'string' }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    unique('training_maxes_since_unique').on(t.userId, t.exerciseId, t.since),
    index('training_maxes_exercise_index').on(t.exerciseId),
    check(
      'training_maxes_range',
      sql`${t.value} between 0 and (case when ${t.unit} = 'lb' then 3306 else 1500 end)`,
    ),
  ],
)
