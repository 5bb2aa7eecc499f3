import { and, asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '@/lib/core/id'
import { auditLog } from '@/lib/db/schema/training'
import type { ExerciseLog } from '@/lib/schemas/workout'
import { createTestDatabase, type TestDatabase } from '@/tests/helpers/database'
import { callAs, createPerson } from '@/tests/helpers/people'
import { exerciseId, expectRecordsRight, first, trainedSession } from '@/tests/helpers/workouts'
import { addForgottenExercises, amendWorkout } from './correct-workout'
import { getWorkout } from './read-workouts'

const SETS: [weight: number, reps: number][] = [
  [100, 5],
  [105, 3],
]

const doneOf = ({ sets }: ExerciseLog) => sets.filter((set) => set.isCompleted)

let test: TestDatabase
let bench: string
let squat: string

beforeAll(async () => {
  test = await createTestDatabase()
  bench = await exerciseId('barbell-bench-press')
  squat = await exerciseId('barbell-back-squat')
})
afterAll(() => test.drop())

it('gives the sets of a wrong exercise to the right one, with its place, records, totals and trail', async () => {
  const actor = await createPerson(test.db)
  await trainedSession(actor, [[80, 5]], bench)
  const wrong = await trainedSession(actor, SETS, bench)
  const later = await trainedSession(actor, [[90, 5]], bench)
  expect(later.recordCount).toBe(0)
  const [{ id: swapFor }, other] = [first(wrong.exercises), newId()]
  await callAs(actor, amendWorkout, {
    sessionId: wrong.id,
    exercises: [
      { id: swapFor, notes: 'Belt on' },
      { id: other, exerciseId: await exerciseId('barbell-upright-row') },
    ],
  })
  const replace = { sessionId: wrong.id, exerciseIds: [squat], swapFor }
  const {
    exerciseLogIds: [exerciseLogId],
  } = await callAs(actor, addForgottenExercises, replace)

  const after = await callAs(actor, getWorkout, { id: wrong.id })
  expect(after.exercises).toHaveLength(2)
  const log = first(after.exercises)
  expect(log).toMatchObject({ id: exerciseLogId, exerciseId: squat, notes: 'Belt on' })
  expect(doneOf(log).map(({ weight, reps }) => [weight, reps])).toEqual(SETS)
  expect(after).toMatchObject({ setCount: 2, volumeKg: 815 })
  expect((await callAs(actor, getWorkout, { id: later.id })).recordCount).toBe(1)
  for (const exercise of [bench, squat]) await expectRecordsRight(actor, exercise)

  const [, trail] = await test.db
    .select()
    .from(auditLog)
    .where(and(eq(auditLog.subjectId, wrong.id), eq(auditLog.action, 'session_corrected')))
    .orderBy(asc(auditLog.id))
  expect(trail?.details).toMatchObject({
    sets: expect.arrayContaining([
      expect.objectContaining({ before: expect.objectContaining({ weight: 105 }), after: null }),
      expect.objectContaining({ before: null, after: expect.objectContaining({ weight: 105 }) }),
    ]),
    exercises: { before: [swapFor, other], after: [exerciseLogId, other] },
  })
  await expect(callAs(actor, addForgottenExercises, replace)).rejects.toMatchObject({
    key: 'notFound',
  })
})

it('replaces an exercise together with its day and a forgotten set, and once', async () => {
  const actor = await createPerson(test.db)
  const wrong = await trainedSession(actor, SETS, bench)
  const id = newId()
  const { id: swapFor } = first(wrong.exercises)
  const startedAt = new Date(+wrong.startedAt - 2 * 86_400_000).toISOString()
  const said = { sessionId: wrong.id, startedAt, exercises: [{ id, exerciseId: squat, swapFor }] }
  await callAs(actor, amendWorkout, {
    ...said,
    sets: [{ exerciseLogId: id, weight: 110, reps: 1 }],
  })
  await callAs(actor, amendWorkout, said)
  const { exercises } = await callAs(actor, getWorkout, { id: wrong.id })
  expect(exercises).toHaveLength(1)
  expect(doneOf(first(exercises)).map(({ weight }) => weight)).toEqual([100, 105, 110])
  for (const exercise of [bench, squat]) await expectRecordsRight(actor, exercise)
})

it('refuses an exercise that counts something else, and one of another workout', async () => {
  const actor = await createPerson(test.db)
  const [one, other] = [
    await trainedSession(actor, SETS, bench),
    await trainedSession(actor, SETS, bench),
  ]
  const swap = (exercise: string, { exercises }: typeof one) =>
    callAs(actor, addForgottenExercises, {
      ...{ sessionId: one.id, exerciseIds: [exercise], swapFor: first(exercises).id },
    })
  await expect(swap(await exerciseId('running'), one)).rejects.toMatchObject({
    fields: { 'exercises[0].exerciseId': [{ key: 'countsOther' }] },
  })
  await expect(swap(squat, other)).rejects.toMatchObject({ key: 'notFound' })
  expect(await callAs(actor, getWorkout, { id: one.id })).toEqual(one)
})
