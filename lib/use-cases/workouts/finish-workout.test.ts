import { and, eq } from 'drizzle-orm'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditLog, setLogs } from '@/lib/db/schema/training'
import { createTestDatabase, type TestDatabase } from '@/tests/helpers/database'
import { callAs, createPerson } from '@/tests/helpers/people'
import {
  exerciseId,
  expectRecordsRight,
  first,
  trainedSession,
  workoutWith,
} from '@/tests/helpers/workouts'
import { correctWorkout } from './correct-workout'
import { completeWorkout, deleteWorkout, discardWorkout } from './finish-workout'
import { getWorkout, listWorkouts } from './read-workouts'

let test: TestDatabase
let benchPress: string
let _squat: string

beforeAll(async () => {
  test = await createTestDatabase()
  benchPress = await exerciseId('barbell-bench-press')
  _squat = await exerciseId('barbell-back-squat')
})
afterAll(() => test.drop())

describe('finishing and after', () => {
  it('writes the totals and shows last time beside the next', async () => {
    const actor = await createPerson(test.db)
    const done = await trainedSession(
      actor,
      [
        [80, 5],
        [80, 5],
        [82.5, 4],
      ],
      benchPress,
    )
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
    const before = await trainedSession(actor, [[100, 5]], benchPress)
    const later = await trainedSession(actor, [[90, 5]], benchPress)
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

  it.each([
    ['weight', { weight: 1500.01 }],
    ['distance', { distance: 500.01, distanceUnit: 'km' }],
    ['reps', { reps: 1001 }],
  ])('refuses a correction with nonsense in %s and changes nothing', async (field, values) => {
    const actor = await createPerson(test.db)
    const done = await trainedSession(actor, [[80, 5]], benchPress)
    const set = first(first(done.exercises).sets)
    const sets = [{ setId: set.id, weightUnit: 'kg', ...values }]
    await expect(
      callAs(actor, correctWorkout, { sessionId: done.id, name: 'Day', sets }),
    ).rejects.toMatchObject({ fields: { [`sets[0].${field}`]: expect.any(Array) } })
    expect(await callAs(actor, getWorkout, { id: done.id })).toEqual(done)
  })

  it('gives records back when a workout is deleted', async () => {
    const actor = await createPerson(test.db)
    const early = await trainedSession(actor, [[80, 5]], benchPress)
    const best = await trainedSession(actor, [[100, 5]], benchPress)
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
          for (const sets of sessions) done.push(await trainedSession(actor, sets, benchPress))
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
