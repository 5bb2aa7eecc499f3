import { readFile } from 'node:fs/promises'
import { inArray, sql } from 'drizzle-orm'
import * as z from 'zod'
import type { Database, Transaction } from '@/lib/db/client'
import { exercises } from '@/lib/db/schema/library'
import { ownData } from '@/lib/policies/own-data'
import { RecordRepository } from '@/lib/repositories/record-repository'

const SLUGS = [
  'barbell-bench-press',
  'barbell-back-squat',
  'barbell-deadlift',
  'barbell-overhead-press',
  'barbell-bent-over-row',
] as const
const SETS_AN_EXERCISE = 4
export const SETS_A_SESSION = SLUGS.length * SETS_AN_EXERCISE

/**
 * Finished workouts every other day up to yesterday, with a holiday of two weeks five months ago,
 * written as rows; `fillTotals` writes what they come to.
 * @returns the routine that they belong to
 */
export async function insertHistory(db: Database, history: History): Promise<string> {
  return db.transaction(async (tx) => {
    await takeYourTime(tx)
    return insertRows(tx, history)
  })
}

interface History {
  userId: string
  sessions: number
  /** The same every year, or a little more every time, which makes each workout one of records. */
  weight?: 'repeats' | 'grows'
}

/** So many rows take longer than any request may, and need no look at what they refer to. */
async function takeYourTime(db: Transaction): Promise<void> {
  await db.execute(sql`set local statement_timeout = 0`)
  await db.execute(sql`set local session_replication_role = replica`)
}

async function insertRows(
  db: Transaction,
  { userId: user, sessions, weight = 'repeats' }: History,
): Promise<string> {
  const known = await db
    .select({ id: exercises.id })
    .from(exercises)
    .where(inArray(exercises.slug, [...SLUGS]))
  const ids = sql.join(
    known.map(({ id }) => sql`${id}::uuid`),
    sql`, `,
  )
  const [routine] = await db.execute<{ id: string }>(sql`
    insert into routines (id, owner_id, name) values (gen_random_uuid(), ${user}, 'Whole body') returning id`)
  if (!routine) throw new Error('No routine')
  await db.execute(sql`
    insert into workout_sessions
      (id, user_id, routine_id, name, status, started_at, completed_at, local_date, duration_seconds,
       notes, feeling, set_count, rep_count, volume_kg, body_weight_kg)
    select gen_random_uuid(), ${user}, ${routine.id}, 'Whole body', 'completed', at, at + interval '1 hour',
      at::date, 3600, case when n % 100 = 7 then 'the left knee hurt' else '' end,
      case when n % 3 = 0 then 'good' end, ${SETS_A_SESSION}, 100, 5000, 80
    from generate_series(1, ${sessions}::int) n,
      lateral (select date_trunc('day', now()) + interval '18 hours'
        - (2 * n - 1 + case when n > 75 then 14 else 0 end) * interval '1 day' as at) t`)
  await db.execute(sql`
    insert into exercise_logs (id, session_id, user_id, exercise_id, position, block)
    select gen_random_uuid(), s.id, ${user}, e.id, e.n - 1, e.n - 1
    from workout_sessions s, unnest(array[${ids}]) with ordinality e(id, n)
    where s.user_id = ${user}`)
  await db.execute(sql`
    insert into set_logs (id, exercise_log_id, session_id, user_id, exercise_id, set_number, weight,
      weight_unit, reps, is_completed, performed_at)
    select gen_random_uuid(), l.id, s.id, ${user}, l.exercise_id, n, ${weights[weight]},
      'kg', 5, true, s.started_at + (l.position * 10 + n) * interval '1 minute'
    from workout_sessions s join exercise_logs l on l.session_id = s.id, generate_series(1, ${SETS_AN_EXERCISE}::int) n
    where s.user_id = ${user}`)
  const records = new RecordRepository(db, ownData({ userId: user }))
  for (const { id } of known)
    await records.recompute({ id, tracking: 'weight_reps', since: new Date(0) })
  return routine.id
}

const weights = {
  repeats: sql`60 + extract(month from s.local_date)`,
  grows: sql`100 - (current_date - s.local_date) * 0.02`,
}

/**
 * What the migration writes for workouts that were finished before there were totals: of everybody, or
 * of one person, where others train at the same time.
 */
export async function fillTotals(db: Database, userId?: string): Promise<void> {
  const statements = await statementsOf('0004_look-back-totals')
  await db.transaction(async (tx) => {
    await takeYourTime(tx)
    // The migration's own words, with only their rows to see: a temporary view's name comes first.
    const shadowed = userId ? ['workout_sessions', 'exercise_logs'] : []
    const whose = sql.raw(userId ? `where user_id = '${z.uuid().parse(userId)}'` : '')
    for (const table of shadowed)
      await tx.execute(
        sql`create temporary view ${sql.identifier(table)} as select * from public.${sql.identifier(table)} ${whose}`,
      )
    await tx.execute(sql`delete from training_months ${whose}`)
    await tx.execute(sql`delete from exercise_months ${whose}`)
    for (const statement of statements) await tx.execute(sql.raw(statement))
    for (const table of shadowed) await tx.execute(sql`drop view pg_temp.${sql.identifier(table)}`)
  })
}

/** What the migration writes for workouts that counted every record, baselines too. */
export async function recountRecords(db: Database): Promise<void> {
  for (const statement of await statementsOf('0015_record-counts'))
    await db.execute(sql.raw(statement))
}

const statementsOf = async (migration: string): Promise<string[]> =>
  (await readFile(new URL(`../../drizzle/${migration}.sql`, import.meta.url), 'utf8')).split(
    '--> statement-breakpoint',
  )
