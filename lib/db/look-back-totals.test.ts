import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createRoutine } from '@/lib/use-cases/routines/write-routines'
import { completeWorkout } from '@/lib/use-cases/workouts/finish-workout'
import { logSet } from '@/lib/use-cases/workouts/log-set'
import { getWorkout, listWorkouts } from '@/lib/use-cases/workouts/read-workouts'
import { startWorkout } from '@/lib/use-cases/workouts/start-workout'
import { travelTo } from '@/tests/helpers/clock'
import { createTestDatabase, type TestDatabase } from '@/tests/helpers/database'
import { fillTotals, recountRecords } from '@/tests/helpers/long-history'
import { callAs, createPerson } from '@/tests/helpers/people'
import { addExercise, change, exerciseId, first } from '@/tests/helpers/workouts'

let test: TestDatabase
beforeAll(async () => {
  test = await createTestDatabase()
})
afterAll(() => test.drop())

const KEPT = ['exercise_logs', 'training_months', 'exercise_months', 'workout_sessions', 'routines']

/** Everything that is written when a workout is finished. */
async function totals() {
  const tables = KEPT.map(
    (table) => sql`select to_jsonb(t) - 'updated_at' as row from ${sql.identifier(table)} t
      where ${table} <> 'routines' or to_jsonb(t) ->> 'owner_id' is not null order by 1`,
  )
  return Promise.all(tables.map(async (query) => [...(await test.db.execute(query))]))
}

/** As it was before there were totals. */
async function forget() {
  await test.db.execute(sql`delete from training_months`)
  await test.db.execute(sql`delete from exercise_months`)
  await test.db.execute(sql`update routines set times_used = 0, last_used_on = null`)
  await test.db.execute(sql`update workout_sessions set search_text = '', body_weight_kg = null,
    record_count = record_count + 7`)
  await test.db.execute(sql`
    update exercise_logs set performed_on = null, session_started_at = null, set_count = 0,
      rep_count = 0, volume_kg = 0, distance_m = 0, duration_s = 0, best_weight_kg = null,
      best_e1rm_kg = null, best_reps = null, best_distance_m = null, best_duration_s = null`)
}

const SETS: Record<string, { reps?: number; [field: string]: unknown }[]> = {
  'barbell-bench-press': [
    { weight: 225, weightUnit: 'lb', reps: 5 },
    { weight: 60, reps: 15 },
    { weight: 40, reps: 5, kind: 'warmup' },
    { weight: 100, reps: 1 },
  ],
  'pull-up': [{ reps: 8 }, { reps: 0 }],
  'weighted-pull-up': [{ weight: 10, reps: 5 }],
  'assisted-pull-up': [{ weight: 30, reps: 6 }],
  plank: [{ durationSeconds: 90 }],
  running: [{ distance: 5, durationSeconds: 1500 }],
}

it('gives earlier workouts the same totals and record counts that finishing one writes', async () => {
  const actor = await createPerson(test.db, { bodyWeightKg: 80 })
  await test.db.execute(
    sql`update profiles set body_weight_kg = 80 where user_id = ${actor.userId}`,
  )
  const lines = await Promise.all(
    Object.keys(SETS).map(async (slug) => ({ exerciseId: await exerciseId(slug), sets: 4 })),
  )
  const blocks = [{ exercises: lines }]
  const { routineId } = await callAs(actor, createRoutine, { name: 'All of it', blocks })
  for (const [more, day] of ['2026-01-30', '2026-02-01', '2026-02-28'].entries()) {
    travelTo(`${day}T12:00:00Z`)
    const { id } = await callAs(actor, startWorkout, { routineId })
    // One that is added and left alone comes to nothing.
    await addExercise(actor, { sessionId: id, exerciseId: first(lines).exerciseId })
    const { exercises } = await callAs(actor, getWorkout, { id })
    for (const [index, sets] of Object.values(SETS).entries()) {
      for (const [at, values] of sets.entries()) {
        const row = exercises[index]?.sets[at]
        // The first day is a baseline, and each day after it beats the one before.
        const reps = values.reps && { reps: values.reps + more }
        if (row) await callAs(actor, logSet, change(row, { ...values, ...reps }))
      }
    }
    const how = { notes: 'Well\nSlept', feeling: 'good' }
    await callAs(actor, completeWorkout, { sessionId: id, ...how })
  }
  const written = await totals()
  expect(written.every((rows) => rows.length > 0)).toBe(true)
  const { sessions } = await callAs(actor, listWorkouts, {})
  expect(sessions.map((session) => session.recordCount)).toEqual([4, 4, 0])
  await forget()
  expect(await totals()).not.toEqual(written)
  await fillTotals(test.owner)
  await recountRecords(test.owner)
  expect(await totals()).toEqual(written)
})
