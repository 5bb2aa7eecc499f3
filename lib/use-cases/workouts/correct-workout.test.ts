import { and, eq } from 'drizzle-orm'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@/lib/core/id'
import { auditLog, exerciseLogs, setLogs } from '@/lib/db/schema/training'
import { createTestDatabase, type TestDatabase } from '@/tests/helpers/database'
import { callAs, createPerson } from '@/tests/helpers/people'
import {
  change,
  exerciseId,
  expectRecordsRight,
  first,
  trainedSession,
  workoutWith,
} from '@/tests/helpers/workouts'
import { amendWorkout, correctWorkout } from './correct-workout'
import { completeWorkout } from './finish-workout'
import { logSet } from './log-set'
import { getWorkout } from './read-workouts'

const TWO_SETS: [weight: number, reps: number][] = [
  [80, 5],
  [85, 4],
]

let test: TestDatabase
let benchPress: string

beforeAll(async () => {
  test = await createTestDatabase()
  benchPress = await exerciseId('barbell-bench-press')
})
afterAll(() => test.drop())

describe('correcting a finished workout', () => {
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
    expect((await callAs(actor, getWorkout, { id: later.id })).recordCount).toBe(1)
    await expectRecordsRight(actor, benchPress)
    const [trail] = await test.db
      .select()
      .from(auditLog)
      .where(and(eq(auditLog.subjectId, before.id), eq(auditLog.action, 'session_corrected')))
    expect(trail?.details).toMatchObject({
      sets: [{ before: { weight: 100 }, after: { weight: 80 } }],
    })
  })

  it('leaves the metres alone where the text of a distance is what was shown', async () => {
    const actor = await createPerson(test.db, { distanceUnit: 'mi' })
    const { id, name, exercises } = await workoutWith(actor, await exerciseId('running'))
    const { id: setId } = first(first(exercises).sets)
    await callAs(actor, logSet, {
      ...change({ id: setId, revision: 1 }, { durationSeconds: '50:00', distance: '6.21' }),
      distanceMeters: 10_000,
    })
    await callAs(actor, completeWorkout, { sessionId: id })
    const shown = { setId, weightUnit: 'kg', distanceUnit: 'mi', distanceMeters: 10_000 }
    const correctTo = async (distance: number, durationSeconds: number) => {
      const sets = [{ ...shown, distance, durationSeconds }]
      await callAs(actor, correctWorkout, { sessionId: id, name, sets })
      return first(await test.db.select().from(setLogs).where(eq(setLogs.id, setId)))
    }
    expect(await correctTo(6.21, 2990)).toMatchObject({ distanceMeters: 10_000 })
    expect(await correctTo(6.22, 2990)).toMatchObject({ distanceMeters: 10_010.12 })
  })

  it('marks as a slip what nobody has ever done, until it is mended', async () => {
    const actor = await createPerson(test.db)
    const workout = await trainedSession(actor, [[100, 5]], benchPress)
    const { id: setId } = first(first(workout.exercises).sets)
    const correctTo = (reps: number) =>
      callAs(actor, correctWorkout, {
        ...{ sessionId: workout.id, name: workout.name },
        sets: [{ setId, weight: 100, reps, weightUnit: 'kg', isMeant: true }],
      })
    const stored = async () =>
      first(await test.db.select().from(setLogs).where(eq(setLogs.id, setId)))
    await correctTo(877)
    expect(await stored()).toMatchObject({ reps: 877, isSlip: true })
    await expectRecordsRight(actor, benchPress)
    const asKept = await callAs(actor, getWorkout, { id: workout.id })
    expect(asKept).toMatchObject({ repCount: 0, volumeKg: 0, setCount: 1 })
    await correctTo(6)
    expect(await stored()).toMatchObject({ reps: 6, isSlip: false })
    await expectRecordsRight(actor, benchPress)
  })

  it('adds forgotten sets in order, takes out others, and leaves alone what is blank or the same', async () => {
    const actor = await createPerson(test.db)
    const done = await trainedSession(actor, TWO_SETS, benchPress)
    const log = first(done.exercises)
    const [kept, wrong, open] = log.sets
    const kg = { weightUnit: 'kg' }
    await callAs(actor, correctWorkout, {
      ...{ sessionId: done.id, name: done.name },
      sets: [
        { ...kg, setId: kept?.id, weight: 80, reps: 5 },
        { ...kg, setId: wrong?.id, isRemoved: true },
        ...(open ? [{ ...kg, setId: open.id }] : []),
        { ...kg, exerciseLogId: log.id, weight: 90, reps: 3 },
        { ...kg, exerciseLogId: log.id, weight: 92.5, reps: 1 },
        { ...kg, exerciseLogId: log.id },
      ],
    })
    const after = await callAs(actor, getWorkout, { id: done.id })
    const sets = first(after.exercises).sets.filter((set) => set.isCompleted)
    expect(sets.map((set) => [set.weight, set.reps])).toEqual([
      [80, 5],
      [90, 3],
      [92.5, 1],
    ])
    expect(after).toMatchObject({ setCount: 3, repCount: 9, volumeKg: 762.5 })
    await expectRecordsRight(actor, benchPress)
    const [trail] = await test.db
      .select()
      .from(auditLog)
      .where(and(eq(auditLog.subjectId, done.id), eq(auditLog.action, 'session_corrected')))
    expect(trail?.details).toMatchObject({
      sets: [
        { setId: wrong?.id, before: { weight: 85 }, after: null },
        { setId: null, before: null, after: { weight: 90 } },
        { setId: null, before: null, after: { weight: 92.5 } },
      ],
    })
  })

  it('adds an exercise that the workout does not have, or no longer has, with its sets', async () => {
    const [actor, other] = [await createPerson(test.db), await createPerson(test.db)]
    const done = await trainedSession(actor, [[80, 5]], benchPress)
    const [exerciseLogId, squat] = [newId(), await exerciseId('barbell-back-squat')]
    const set = (weight: number) => ({ exerciseLogId, exerciseId: squat, weight, reps: 3 })
    const amend = (sets: object[]) => callAs(actor, amendWorkout, { sessionId: done.id, sets })
    await amend([set(100), set(105)])
    await amend([set(110)])
    const weights = async () =>
      (await callAs(actor, getWorkout, { id: done.id })).exercises.map((log) =>
        log.sets.filter((each) => each.isCompleted).map((each) => each.weight),
      )
    expect(await weights()).toEqual([[80], [100, 105, 110]])
    await expectRecordsRight(actor, squat)
    await test.db
      .update(exerciseLogs)
      .set({ deletedAt: new Date() })
      .where(eq(exerciseLogs.id, exerciseLogId))
    await test.db
      .update(setLogs)
      .set({ deletedAt: new Date() })
      .where(eq(setLogs.exerciseLogId, exerciseLogId))
    await amend([set(90)])
    expect(await weights()).toEqual([[80], [90]])
    const theirs = await trainedSession(other, [[60, 5]], benchPress)
    const foreign = { ...set(90), exerciseLogId: first(theirs.exercises).id }
    await expect(amend([foreign])).rejects.toMatchObject({ key: 'notFound' })
    const unknown = { ...set(90), exerciseLogId: newId(), exerciseId: newId() }
    await expect(amend([unknown])).rejects.toMatchObject({ key: 'notFound' })
  })

  it('changes kind, side and note of a set, and rating, and takes out and moves exercises', async () => {
    const actor = await createPerson(test.db)
    const done = await trainedSession(actor, TWO_SETS, benchPress)
    const [squat, row] = [
      await exerciseId('barbell-back-squat'),
      await exerciseId('barbell-upright-row'),
    ]
    const [squats, rows] = [newId(), newId()]
    const [set, right] = first(done.exercises).sets
    const side = { weight: 60, reps: 8 }
    await callAs(actor, amendWorkout, {
      ...{ sessionId: done.id, feeling: 'good', sessionRpe: 8 },
      exercises: [
        { id: squats, exerciseId: squat },
        { id: rows, exerciseId: row, order: 0, notes: 'Chest on the bench' },
      ],
      sets: [
        { id: set?.id, side: 'left', notes: 'Slow' },
        { id: right?.id, side: 'right', kind: 'failure' },
        { exerciseLogId: squats, ...side },
        { exerciseLogId: rows, ...side },
      ],
    })
    const after = await callAs(actor, getWorkout, { id: done.id })
    expect(after).toMatchObject({ feeling: 'good', sessionRpe: 8, setCount: 4 })
    expect(after.exercises.map(({ exerciseId: id, notes }) => [id, notes])).toEqual([
      [row, 'Chest on the bench'],
      [benchPress, ''],
      [squat, ''],
    ])
    expect(after.exercises[1]?.sets.slice(0, 2)).toMatchObject([
      { side: 'left', notes: 'Slow', number: 1 },
      { side: 'right', kind: 'failure', number: 1 },
    ])
    await callAs(actor, amendWorkout, {
      sessionId: done.id,
      exercises: [{ id: squats, deleted: true }],
    })
    const left = await callAs(actor, getWorkout, { id: done.id })
    expect(left).toMatchObject({ setCount: 3, feeling: 'good' })
    await expectRecordsRight(actor, squat)
    const trail = await test.db
      .select()
      .from(auditLog)
      .where(and(eq(auditLog.subjectId, done.id), eq(auditLog.action, 'session_corrected')))
    expect(trail.map(({ details }) => details)).toMatchObject([
      { rating: { before: { feeling: null }, after: { feeling: 'good' } } },
      { sets: [{ before: side, after: null }], exercises: { before: { length: 3 } } },
    ])
  })

  it('refuses a set without what was done, names its fields, and changes nothing', async () => {
    const actor = await createPerson(test.db)
    const done = await trainedSession(actor, [[80, 5]], benchPress)
    const log = first(done.exercises)
    const attempt = callAs(actor, correctWorkout, {
      ...{ sessionId: done.id, name: 'Other' },
      sets: [
        { weightUnit: 'kg', setId: first(log.sets).id, weight: 80 },
        { weightUnit: 'kg', exerciseLogId: log.id, weight: 100 },
      ],
    })
    const required = [{ key: 'required' }]
    await expect(attempt).rejects.toMatchObject({
      fields: { 'sets[0].reps': required, 'sets[1].reps': required },
    })
    expect(await callAs(actor, getWorkout, { id: done.id })).toEqual(done)
  })

  it.each([
    ['weight', { weight: 1500.01 }],
    ['distance', { distance: 500.01, distanceUnit: 'km' }],
    ['reps', { reps: 1_000_001 }],
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
            sets: [{ setId: set.id, weight, reps, weightUnit: 'kg', isMeant: true }],
          })
          await expectRecordsRight(actor, benchPress)
        },
      ),
      { numRuns: 12 },
    )
  })
})

it('keeps what two amendments at once each name of a set', async () => {
  const actor = await createPerson(test.db)
  const done = await trainedSession(actor, [[80, 5]], await exerciseId('barbell-bench-press'))
  const { id } = first(first(done.exercises).sets)
  const amend = (named: object) =>
    callAs(actor, amendWorkout, { sessionId: done.id, sets: [{ id, ...named }] })
  for (const [reps, weight] of [
    [6, 81],
    [7, 82],
    [8, 83],
  ]) {
    await Promise.all([amend({ reps }), amend({ weight })])
    const { exercises } = await callAs(actor, getWorkout, { id: done.id })
    expect(first(first(exercises).sets)).toMatchObject({ reps, weight })
  }
})
