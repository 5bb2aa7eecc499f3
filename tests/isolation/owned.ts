import { sql } from 'drizzle-orm'
import type { AuditAction } from '@/lib/core/audit'
import type { Database } from '@/lib/db/client'
import type { Victim } from './victim'

/** The tables that hold somebody's training, and the column that says whose. */
const TRAINING = {
  exercises: 'created_by',
  routines: 'owner_id',
  weekly_schedule: 'user_id',
  plan_snapshots: 'user_id',
  workout_sessions: 'user_id',
  exercise_logs: 'user_id',
  set_logs: 'user_id',
  operations: 'user_id',
  personal_records: 'user_id',
  training_months: 'user_id',
  exercise_months: 'user_id',
  exercise_preferences: 'user_id',
  training_maxes: 'user_id',
  body_measurements: 'user_id',
}

/** Those that hold anything that belongs to a person. */
const OWNED = {
  ...TRAINING,
  users: 'id',
  profiles: 'user_id',
  auth_sessions: 'user_id',
  accounts: 'user_id',
  known_devices: 'user_id',
  two_factors: 'user_id',
  passkeys: 'user_id',
  api_keys: 'user_id',
  idempotency_keys: 'user_id',
  audit_log: 'owner_id',
}

/** The tables that hold what belongs to a gym. */
const OF_GYM = {
  organizations: 'id',
  members: 'organization_id',
  invitations: 'organization_id',
  routines: 'organization_id',
  audit_log: 'organization_id',
}

/**
 * Everything of a victim's and of their gym's, byte by byte.
 * @param but lines of the trail that may come meanwhile
 */
export async function rowsOf(db: Database, victim: Victim, but?: AuditAction): Promise<string> {
  const { actor, gymId, invitedToId, joinedGymId } = victim
  const gyms = [gymId, invitedToId, joinedGymId].map((id) => read(db, OF_GYM, id))
  const all = await Promise.all([read(db, OWNED, actor.userId), ...gyms])
  const counted = all.flat().map((rows) => rows.filter((row) => !but || row.action !== but))
  return JSON.stringify(counted)
}

/** The rows of somebody's training, in the order they were made where they have an id. */
export const trainingOf = (db: Database, userId: string) => read(db, TRAINING, userId)

const read = (db: Database, tables: Record<string, string>, owner: string) =>
  Promise.all(
    Object.entries(tables).map(async ([table, column]) => {
      const rows = await db.execute<{ row: Record<string, unknown> }>(
        sql`select to_jsonb(t) as row from ${sql.identifier(table)} t where ${sql.identifier(column)} = ${owner} order by 1`,
      )
      return rows.map(({ row }) => row)
    }),
  )
