import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type { Actor } from '@/lib/core/actor'
import { exercises } from '@/lib/db/schema/library'
import { setLogs } from '@/lib/db/schema/training'
import { createTestDatabase, type TestDatabase } from '@/tests/helpers/database'
import { callAs, createPerson } from '@/tests/helpers/people'
import { addExercise, change } from '@/tests/helpers/workouts'
import { completeWorkout } from './finish-workout'
import { logSet } from './log-set'
import { getWorkout } from './read-workouts'
import { startWorkout } from './start-workout'

let test: TestDatabase
let said: string[] = []
const queries = () =>
  said.filter(
    (line) =>
      line.startsWith('{"query"') && !/"(begin|commit|savepoint|set transaction)/i.test(line),
  )

beforeAll(async () => {
  process.env.LOG_QUERIES = '1'
  // One connection: PostgreSQL's counters of rows read are flushed a connection at a time.
  process.env.DATABASE_POOL_SIZE = '1'
  test = await createTestDatabase()
  vi.spyOn(console, 'log').mockImplementation((line) => void said.push(String(line)))
})
afterAll(async () => {
  delete process.env.LOG_QUERIES
  delete process.env.DATABASE_POOL_SIZE
  vi.restoreAllMocks()
  await test.drop()
})
beforeEach(() => {
  said = []
})

async function openSets(known?: Actor) {
  const actor = known ?? (await createPerson(test.db))
  const [exercise] = await test.db
    .select({ id: exercises.id })
    .from(exercises)
    .where(eq(exercises.slug, 'barbell-bench-press'))
  const { id } = await callAs(actor, startWorkout, {})
  await addExercise(actor, { sessionId: id, exerciseId: exercise?.id ?? '' })
  const sets = await test.db.select().from(setLogs).where(eq(setLogs.sessionId, id))
  return { actor, id, sets, exerciseId: exercise?.id ?? '' }
}

it('logs a set in at most five statements: a record, none, a changed record, and one taken back', async () => {
  const { actor, sets } = await openSets()
  const [first, second] = sets
  if (!first || !second) throw new Error('No sets')
  for (const values of [
    change(first, { weight: 80, reps: 5 }),
    change(second, { weight: 60, reps: 3 }),
    change({ ...first, revision: 2 }, { weight: 90, reps: 5 }),
    change({ ...first, revision: 3 }, { weight: 40, reps: 5 }),
    change({ ...first, revision: 4 }, { isCompleted: false }),
  ]) {
    said = []
    await callAs(actor, logSet, values)
    expect(queries().length, queries().join('\n')).toBeLessThanOrEqual(5)
    expect(queries().length).toBeGreaterThan(2)
  }
})

it('reads no more rows to log a set after 10,000 earlier ones than after 10', async () => {
  const { actor, id: earlier, sets: old } = await openSets()
  const [past] = old
  if (!past) throw new Error('No sets')
  await callAs(actor, logSet, change(past, { weight: 20, reps: 5 }))
  await callAs(actor, completeWorkout, { sessionId: earlier })
  const { sets, exerciseId } = await openSets(actor)
  const [first, second, third] = sets
  if (!first || !second || !third) throw new Error('No sets')
  const rowsRead = async () => {
    await test.db.execute(sql`select pg_stat_force_next_flush()`)
    const [row] = await test.db.execute<{ read: string }>(sql`
      select coalesce(sum(idx_tup_fetch + seq_tup_read), 0) as read from pg_stat_user_tables
      where relname in ('set_logs', 'personal_records', 'operations')`)
    return Number(row?.read)
  }
  const readsOf = async (values: object) => {
    const before = await rowsRead()
    await callAs(actor, logSet, values)
    return (await rowsRead()) - before
  }
  const addEarlier = (count: number) =>
    test.db.execute(sql`
      insert into set_logs (id, exercise_log_id, session_id, user_id, exercise_id, set_number, weight, weight_unit, reps, is_completed, performed_at)
      select gen_random_uuid(), ${past.exerciseLogId}, ${earlier}, ${actor.userId}, ${exerciseId}, 1, 20, 'kg', 5, true, now() - n * interval '1 hour'
      from generate_series(1, ${count}::int) n`)
  await callAs(actor, logSet, change(first, { weight: 80, reps: 5 }))
  await addEarlier(10)
  await test.owner.execute(sql`analyze`)
  const few = await readsOf(change(second, { weight: 81, reps: 5 }))
  await addEarlier(10_000)
  await test.owner.execute(sql`analyze`)
  const many = await readsOf(change(third, { weight: 82, reps: 5 }))
  expect(few, 'the counters count').toBeGreaterThan(3)
  expect(many).toBeLessThanOrEqual(few + 10)
})

it('opens a workout with a fixed number of queries, however much is in it', async () => {
  const { actor, id, sets } = await openSets()
  said = []
  await callAs(actor, getWorkout, { id })
  const small = queries().length
  for (const slug of ['barbell-back-squat', 'barbell-deadlift', 'pull-up']) {
    const [exercise] = await test.db
      .select({ id: exercises.id })
      .from(exercises)
      .where(eq(exercises.slug, slug))
    await addExercise(actor, { sessionId: id, exerciseId: exercise?.id ?? '' })
  }
  for (const set of sets) await callAs(actor, logSet, change(set, { weight: 80, reps: 5 }))
  said = []
  await callAs(actor, getWorkout, { id })
  expect(queries().length).toBe(small)
  expect(small).toBe(5)
  await callAs(actor, completeWorkout, { sessionId: id })
})
