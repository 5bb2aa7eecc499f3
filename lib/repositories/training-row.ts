import { inArray, type SQL, sql } from 'drizzle-orm'
import { exercisePreferences, exercises, planSnapshots } from '@/lib/db/schema/library'
import { exerciseLogs, operations, setLogs } from '@/lib/db/schema/training'
import type { Training } from '@/lib/domain/training/training'
import type { WeightUnit } from '@/lib/domain/units'
import { exerciseFactsSchema, trainingExerciseSchema, trainingSchema } from '@/lib/schemas/training'

/** A workout as it was read, with what an operation has to know beside it. */
export interface OpenTraining {
  training: Training
  revision: number
  /** Operations that were done before. */
  done: ReadonlySet<string>
}

const storedExerciseSchema = trainingExerciseSchema.extend({ facts: exerciseFactsSchema })

/** One workout with everything in it, as its one statement answers it. */
export interface StoredRow extends Record<string, unknown> {
  revision: number
  seenRevision: number
  done: string[]
}

export function readRow(row: StoredRow, weightUnit: WeightUnit): OpenTraining {
  const stored = storedExerciseSchema.array().parse(row.exercises)
  const iso = (instant: unknown) =>
    instant === null ? null : new Date(String(instant)).toISOString()
  const training = trainingSchema.parse({
    ...row,
    startedAt: iso(row.startedAt),
    completedAt: iso(row.completedAt),
    stillTrainingAt: iso(row.stillTrainingAt),
    sessionRpe: row.sessionRpe === null ? null : Number(row.sessionRpe),
    exercises: stored,
    facts: Object.fromEntries(stored.map(({ exerciseId, facts }) => [exerciseId, facts])),
    weightUnit,
  })
  return { training, revision: row.revision, done: new Set(row.done) }
}

/** Whether the exercise `e` is loaded with plates. */
export const IS_PLATE_LOADED = sql`e.equipment && array['barbell', 'ez_bar', 'trap_bar', 'smith_machine', 'landmine']`

export const IS_DUMBBELL = sql`'dumbbell' = any(e.equipment)`

/** Of the exercise `e` with its preferences `p`; names as in `ExerciseFacts`. */
export const FACTS = sql`jsonb_build_object('name', e.name, 'tracking', e.tracking,
  'isUnilateral', e.is_unilateral,
  'isPlateLoaded', ${IS_PLATE_LOADED},
  'isDumbbell', ${IS_DUMBBELL},
  'weightUnit', p.weight_unit, 'restSeconds', p.rest_seconds,
  'barWeight', p.bar_weight, 'ownNote', coalesce(p.note, ''))`

const SETS = sql`(
  select coalesce(jsonb_agg(jsonb_build_object('id', st.id, 'setNumber', st.set_number,
    'target', st.target, 'kind', st.kind, 'reps', st.reps, 'weight', st.weight,
    'weightUnit', st.weight_unit, 'durationSeconds', st.duration_s, 'distanceMeters', st.distance_m,
    'rpe', st.rpe, 'side', st.side, 'isSlip', st.is_slip, 'isCompleted', st.is_completed,
    'notes', st.notes,
    'performedAt', st.performed_at, 'revision', st.revision, 'deletedAt', st.deleted_at)
    order by st.set_number, st.id), '[]')
  from ${setLogs} st where st.exercise_log_id = l.id and st.user_id = l.user_id)`

/** The exercises of the session `s` with their sets, in order. */
export const exercisesOf = (athleteId: string): SQL => sql`(
  select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'exerciseId', l.exercise_id,
    'position', l.position, 'block', l.block, 'blockKind', l.block_kind,
    'restSeconds', l.rest_seconds, 'tempo', l.tempo, 'planNotes', l.plan_notes, 'notes', l.notes,
    'reason', l.reason, 'deletedAt', l.deleted_at, 'facts', ${FACTS}, 'sets', ${SETS})
    order by l.position, l.id), '[]')
  from ${exerciseLogs} l
  join ${exercises} e on e.id = l.exercise_id
  left join ${exercisePreferences} p on p.user_id = l.user_id and p.exercise_id = l.exercise_id
  where l.session_id = s.id and l.user_id = ${athleteId})`

/** What the plan of the session `s` says of its blocks, in their order. */
export const BLOCKS = sql`(
  select coalesce(jsonb_agg(jsonb_build_object('kind', b.value->'kind',
    'restSeconds', b.value->'restSeconds', 'timeCapSeconds', b.value->'timeCapSeconds')
    order by b.ordinality), '[]')
  from ${planSnapshots} ps
  cross join lateral jsonb_array_elements(ps.content->'blocks') with ordinality b
  where ps.user_id = s.user_id and ps.hash = s.snapshot_hash)`

/** Which of these operations were done before. */
export const doneOf = (operationIds: readonly string[], athleteId: string): SQL =>
  operationIds.length === 0
    ? sql`'{}'::text[]`
    : sql`array(select op_id::text from ${operations}
        where ${inArray(operations.id, [...operationIds])} and user_id = ${athleteId})`
