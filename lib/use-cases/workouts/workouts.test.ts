import { and, eq, isNull, sql } from 'drizzle-orm'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/core/actor'
import { newId } from '@/lib/core/id'
import { exercises, planSnapshots, routines } from '@/lib/db/schema/library'
import { auditLog, personalRecords, setLogs, workoutSessions } from '@/lib/db/schema/training'
import { foldRecords } from '@/lib/domain/records'
import { createTestDatabase, type TestDatabase } from '@/tests/helpers/database'
import { callAs, createPerson } from '@/tests/helpers/people'
import { correctWorkout } from './correct-workout'
import {
  addExercise,
  addSet,
  moveExercise,
  removeExercise,
  removeSet,
  restoreExercise,
} from './edit-structure'
import { completeWorkout, deleteWorkout, discardWorkout } from './finish-workout'
import { logSet } from './log-set'
import { getWorkout, listWorkouts } from './read-workouts'
import { startWorkout } from './start-workout'

let test: TestDatabase
let benchPress: string
let squat: string

beforeAll(async () => {
  test = await createTestDatabase()
  benchPress = await exerciseId('barbell-bench-press')
  squat = await exerciseId('barbell-back-squat')
})
afterAll(() => test.drop())

async function exerciseId(slug: string): Promise<string> {
  const [row] = await test.db
    .select({ id: exercises.id })
    .from(exercises)
    .where(eq(exercises.slug, slug))
  if (!row) throw new Error(`No exercise ${slug}`)
  return row.id
}

async function workoutWith(actor: Actor, exercise: string) {
  const { id } = await callAs(actor, startWorkout, {})
  await callAs(actor, addExercise, { sessionId: id, exerciseId: exercise })
  return callAs(actor, getWorkout, { id })
}

const change = (set: { id: string; revision: number }, values: Record<string, unknown>) => ({
  setId: set.id,
  opId: newId(),
  baseRevision: set.revision,
  weightUnit: 'kg',
  isCompleted: true,
  ...values,
})

function first<T>(list: readonly T[]): T {
  const [item] = list
  if (item === undefined) throw new Error('Nothing there')
  return item
}

async function trainedSession(
  actor: Actor,
  sets: readonly [weight: number, reps: number][],
  exercise = benchPress,
) {
  const workout = await workoutWith(actor, exercise)
  const log = first(workout.exercises)
  while (
    first((await callAs(actor, getWorkout, { id: workout.id })).exercises).sets.length < sets.length
  ) {
    await callAs(actor, addSet, { exerciseLogId: log.id })
  }
  const open = first((await callAs(actor, getWorkout, { id: workout.id })).exercises).sets
  for (const [index, [weight, reps]] of sets.entries()) {
    const set = open[index]
    if (set) await callAs(actor, logSet, change(set, { weight, reps }))
  }
  await callAs(actor, completeWorkout, { sessionId: workout.id })
  return callAs(actor, getWorkout, { id: workout.id })
}

/** Every standing and past record, recomputed slowly from all sets, as the table should have it. */
async function expectRecordsRight(actor: Actor, exercise: string) {
  const sets = await test.db
    .select()
    .from(setLogs)
    .where(
      and(
        eq(setLogs.userId, actor.userId),
        eq(setLogs.exerciseId, exercise),
        eq(setLogs.isCompleted, true),
        isNull(setLogs.deletedAt),
      ),
    )
  const entries = foldRecords({
    tracking: 'weight_reps',
    standing: [],
    sets: sets.flatMap((set) =>
      set.performedAt ? [{ ...set, setId: set.id, performedAt: set.performedAt }] : [],
    ),
  })
  const rows = await test.db
    .select()
    .from(personalRecords)
    .where(and(eq(personalRecords.userId, actor.userId), eq(personalRecords.exerciseId, exercise)))
  const key = (row: {
    setId: string
    kind: string
    bucket: number
    value: number
    previousValue: number | null
  }) => [row.setId, row.kind, row.bucket, row.value, row.previousValue].join()
  expect(rows.map(key).sort()).toEqual(entries.map(key).sort())
  const standing = rows
    .filter((row) => row.supersededAt === null)
    .map((row) => `${row.kind}:${row.bucket}`)
  expect(new Set(standing).size).toBe(standing.length)
  expect(new Set(standing)).toEqual(new Set(rows.map((row) => `${row.kind}:${row.bucket}`)))
}

describe('starting', () => {
  it('keeps what the routine said, whatever becomes of the routine', async () => {
    const actor = await createPerson(test.db)
    const [template] = await test.db
      .select()
      .from(routines)
      .where(eq(routines.slug, 'stronglifts-5x5-a'))
      .limit(1)
    const routine = template ?? first(await test.db.select().from(routines).limit(1))
    const { id } = await callAs(actor, startWorkout, { routineId: routine.id })
    const workout = await callAs(actor, getWorkout, { id })
    expect(workout.name).toBe(routine.name)
    expect(workout.exercises.flatMap((log) => log.sets).length).toBeGreaterThan(2)
    const [snapshot] = await test.db
      .select()
      .from(planSnapshots)
      .where(eq(planSnapshots.userId, actor.userId))
    expect(
      snapshot?.content.blocks.flatMap((block) => block.exercises.map((line) => line.exerciseId)),
    ).toEqual(workout.exercises.map((log) => log.exerciseId))
    const trail = await test.db.select().from(auditLog).where(eq(auditLog.subjectId, id))
    expect(trail.map((row) => row.action)).toEqual(['session_started'])
  })

  it('lets one of twenty parallel starts through and tells the others', async () => {
    const actor = await createPerson(test.db)
    const starts = await Promise.allSettled(
      Array.from({ length: 20 }, () => callAs(actor, startWorkout, {})),
    )
    const refused = starts.filter((start) => start.status === 'rejected')
    expect(refused).toHaveLength(19)
    expect(refused.every(({ reason }) => reason.key === 'sessionInProgress')).toBe(true)
    const running = await test.db
      .select()
      .from(workoutSessions)
      .where(eq(workoutSessions.userId, actor.userId))
    expect(running).toHaveLength(1)
  })

  it('answers the same for the same id, and replaces the other one when asked', async () => {
    const actor = await createPerson(test.db)
    const id = newId()
    expect(await callAs(actor, startWorkout, { id })).toEqual({ id })
    expect(await callAs(actor, startWorkout, { id })).toEqual({ id })
    const next = await callAs(actor, startWorkout, { isReplacing: true })
    await expect(callAs(actor, getWorkout, { id })).rejects.toMatchObject({ code: 'not_found' })
    expect((await callAs(actor, getWorkout, { id: next.id })).status).toBe('in_progress')
  })
})

describe('logging a set', () => {
  it('keeps 225 lb as 225 lb and finds its records', async () => {
    const actor = await createPerson(test.db, { weightUnit: 'lb' })
    const workout = await workoutWith(actor, benchPress)
    const set = first(first(workout.exercises).sets)
    const { set: saved, records } = await callAs(
      actor,
      logSet,
      change(set, { weight: 225, weightUnit: 'lb', reps: 5 }),
    )
    expect(saved).toMatchObject({
      weight: 225,
      weightUnit: 'lb',
      reps: 5,
      isCompleted: true,
      revision: 2,
    })
    expect(records.find((record) => record.kind === 'heaviest_weight')?.value).toBeCloseTo(
      102.0583,
      3,
    )
    await expectRecordsRight(actor, benchPress)
  })

  it('does the same operation once, however often and in parallel it is sent', async () => {
    const actor = await createPerson(test.db)
    const set = first(first((await workoutWith(actor, benchPress)).exercises).sets)
    const operation = change(set, { weight: 80, reps: 5 })
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => callAs(actor, logSet, operation)),
    )
    expect(new Set(answers.map((answer) => answer.set.revision))).toEqual(new Set([2]))
  })

  it('refuses a change made on an older revision, and one to a finished workout', async () => {
    const actor = await createPerson(test.db)
    const workout = await workoutWith(actor, benchPress)
    const set = first(first(workout.exercises).sets)
    await callAs(actor, logSet, change(set, { weight: 80, reps: 5 }))
    await expect(callAs(actor, logSet, change(set, { weight: 90, reps: 5 }))).rejects.toMatchObject(
      {
        key: 'setChanged',
      },
    )
    await callAs(actor, completeWorkout, { sessionId: workout.id })
    await expect(
      callAs(actor, logSet, change({ ...set, revision: 2 }, { weight: 90, reps: 5 })),
    ).rejects.toMatchObject({ key: 'sessionCompleted' })
  })

  it.each([
    ['reps', { reps: 877_777 }],
    ['reps', { reps: -1 }],
    ['reps', { reps: 2.5 }],
    ['weight', { weight: 1e308 }],
    ['weight', { weight: 1500.01 }],
    ['weight', { weight: 80.123 }],
    ['weight', { weight: Number.NaN }],
    ['rpe', { rpe: 7.3 }],
    ['rpe', { rpe: 11 }],
  ])('refuses nonsense in %s and changes nothing: %j', async (field, values) => {
    const actor = await createPerson(test.db)
    const set = first(first((await workoutWith(actor, benchPress)).exercises).sets)
    await expect(callAs(actor, logSet, change(set, { reps: 5, ...values }))).rejects.toMatchObject({
      code: 'validation',
      fields: { [field]: expect.anything() },
    })
    const [row] = await test.db.select().from(setLogs).where(eq(setLogs.id, set.id))
    expect(row).toMatchObject({ revision: 1, isCompleted: false, reps: null, weight: null })
  })
})

describe('the shape of a workout', () => {
  it('adds, moves, takes out and puts back exercises and sets', async () => {
    const actor = await createPerson(test.db)
    const { id } = await workoutWith(actor, benchPress)
    await callAs(actor, addExercise, { sessionId: id, exerciseId: squat })
    const names = async () =>
      (await callAs(actor, getWorkout, { id })).exercises.map((log) => log.name)
    const [bench, back] = await names()
    const logs = (await callAs(actor, getWorkout, { id })).exercises
    const squatLog = logs[1]
    if (!squatLog) throw new Error('Squat is missing')
    await callAs(actor, moveExercise, { exerciseLogId: squatLog.id, direction: 'up' })
    expect(await names()).toEqual([back, bench])
    await callAs(actor, logSet, change(first(squatLog.sets), { weight: 100, reps: 5 }))
    await callAs(actor, removeExercise, { exerciseLogId: squatLog.id })
    expect(await names()).toEqual([bench])
    await expectRecordsRight(actor, squat)
    await callAs(actor, restoreExercise, { exerciseLogId: squatLog.id })
    expect(await names()).toEqual([back, bench])
    await expectRecordsRight(actor, squat)
    await callAs(actor, removeSet, { setId: first(squatLog.sets).id })
    expect(first((await callAs(actor, getWorkout, { id })).exercises).sets).toHaveLength(2)
    await expectRecordsRight(actor, squat)
  })

  it('swaps only what is not done yet', async () => {
    const actor = await createPerson(test.db)
    const workout = await workoutWith(actor, benchPress)
    const log = first(workout.exercises)
    await callAs(actor, logSet, change(first(log.sets), { weight: 60, reps: 8 }))
    await callAs(actor, addExercise, { sessionId: workout.id, exerciseId: squat, swapFor: log.id })
    const after = await callAs(actor, getWorkout, { id: workout.id })
    expect(after.exercises.map((each) => [each.exerciseId, each.sets.length])).toEqual([
      [benchPress, 1],
      [squat, 2],
    ])
  })
})

describe('finishing and after', () => {
  it('writes the totals and shows last time beside the next', async () => {
    const actor = await createPerson(test.db)
    const done = await trainedSession(actor, [
      [80, 5],
      [80, 5],
      [82.5, 4],
    ])
    expect(done).toMatchObject({ status: 'completed', setCount: 3, repCount: 14, volumeKg: 1130 })
    expect(done.recordCount).toBeGreaterThan(0)
    const next = await workoutWith(actor, benchPress)
    expect(first(next.exercises).previous.map((set) => set.weight)).toEqual([80, 80, 82.5])
    expect(first(first(next.exercises).sets)).toMatchObject({
      weight: 80,
      reps: 5,
      isCompleted: false,
    })
    const { sessions } = await callAs(actor, listWorkouts, {})
    expect(sessions.map((session) => session.id)).toEqual([done.id])
  })

  it('refuses to finish with nothing done; discarding leaves no trace but the trail', async () => {
    const actor = await createPerson(test.db)
    const { id } = await workoutWith(actor, benchPress)
    await expect(callAs(actor, completeWorkout, { sessionId: id })).rejects.toMatchObject({
      key: 'nothingDone',
    })
    await callAs(actor, discardWorkout, { sessionId: id })
    expect(await test.db.select().from(setLogs).where(eq(setLogs.userId, actor.userId))).toEqual([])
    const trail = await test.db.select().from(auditLog).where(eq(auditLog.subjectId, id))
    expect(trail.map((row) => row.action)).toContain('session_discarded')
  })

  it('corrects a finished workout with totals, records and trail', async () => {
    const actor = await createPerson(test.db)
    const before = await trainedSession(actor, [[100, 5]])
    const later = await trainedSession(actor, [[90, 5]])
    expect(later.recordCount).toBe(0)
    const set = first(first(before.exercises).sets)
    await callAs(actor, correctWorkout, {
      sessionId: before.id,
      name: 'Corrected',
      sets: [{ setId: set.id, weight: 80, reps: 5, weightUnit: 'kg' }],
    })
    const after = await callAs(actor, getWorkout, { id: before.id })
    expect(after).toMatchObject({ name: 'Corrected', volumeKg: 400 })
    expect((await callAs(actor, getWorkout, { id: later.id })).recordCount).toBeGreaterThan(0)
    await expectRecordsRight(actor, benchPress)
    const [trail] = await test.db
      .select()
      .from(auditLog)
      .where(and(eq(auditLog.subjectId, before.id), eq(auditLog.action, 'session_corrected')))
    expect(trail?.details).toMatchObject({
      sets: [{ before: { weight: 100 }, after: { weight: 80 } }],
    })
  })

  it('gives records back when a workout is deleted', async () => {
    const actor = await createPerson(test.db)
    const early = await trainedSession(actor, [[80, 5]])
    const best = await trainedSession(actor, [[100, 5]])
    await callAs(actor, deleteWorkout, { sessionId: best.id })
    await expectRecordsRight(actor, benchPress)
    expect((await callAs(actor, getWorkout, { id: early.id })).recordCount).toBeGreaterThan(0)
  })

  it('has records equal to a recomputation after any run of sets and corrections', async () => {
    const figure = fc.tuple(fc.integer({ min: 20, max: 60 }), fc.integer({ min: 1, max: 14 }))
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(figure, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }),
        fc.nat(),
        figure,
        async (sessions, which, [weight, reps]) => {
          const actor = await createPerson(test.db)
          const done = []
          for (const sets of sessions) done.push(await trainedSession(actor, sets))
          const all = done.flatMap((session) =>
            first(session.exercises)
              .sets.filter((set) => set.isCompleted)
              .map((set) => ({ session, set })),
          )
          const { session, set } = first(all.slice(which % all.length))
          await callAs(actor, correctWorkout, {
            sessionId: session.id,
            name: session.name,
            sets: [{ setId: set.id, weight, reps, weightUnit: 'kg' }],
          })
          await expectRecordsRight(actor, benchPress)
        },
      ),
      { numRuns: 12 },
    )
  })
})

describe('what a set costs', () => {
  it('reads no more rows after ten thousand earlier sets than after ten', async () => {
    const actor = await createPerson(test.db)
    const done = await trainedSession(actor, [[500, 5]])
    const log = first(done.exercises)
    const rowsRead = async () => {
      const plan = await test.db.execute(sql`
        explain (analyze, format json)
        select id from set_logs
        where user_id = ${actor.userId} and exercise_id = ${benchPress} and performed_at >= now()
          and is_completed and deleted_at is null`)
      return JSON.stringify(plan)
    }
    const few = await rowsRead()
    await test.db.execute(sql`
      insert into set_logs (id, exercise_log_id, session_id, user_id, exercise_id, set_number, weight, weight_unit, reps, is_completed, performed_at)
      select gen_random_uuid(), ${log.id}, ${done.id}, ${actor.userId}, ${benchPress}, n % 100, 60, 'kg', 5, true, now() - n * interval '1 hour'
      from generate_series(1, 10000) n`)
    await test.db.execute(sql`analyze set_logs`)
    const many = await rowsRead()
    for (const plan of [few, many]) expect(plan).not.toContain('Seq Scan')
    expect(many).toContain('set_logs_performed_index')
    expect(many).toMatch(/"Actual Rows":0/)
  })
})
