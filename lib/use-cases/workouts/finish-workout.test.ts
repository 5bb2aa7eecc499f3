import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listRecords } from '@/lib/domain/training/records-of'
import { createTestDatabase, type TestDatabase } from '@/tests/helpers/database'
import { callAs, createPerson } from '@/tests/helpers/people'
import {
  addExercise,
  change,
  exerciseId,
  expectRecordsRight,
  first,
  trainedSession,
  workoutWith,
} from '@/tests/helpers/workouts'
import { completeWorkout, deleteWorkout } from './finish-workout'
import { logSet } from './log-set'
import { getWorkout, listWorkouts } from './read-workouts'
import { getTraining } from './train'

let test: TestDatabase
let benchPress: string

beforeAll(async () => {
  test = await createTestDatabase()
  benchPress = await exerciseId('barbell-bench-press')
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

  it('counts one record per exercise, as the screen does before, and none of a first workout', async () => {
    const actor = await createPerson(test.db)
    await trainedSession(actor, [[60, 5]], benchPress)
    const { id } = await workoutWith(actor, benchPress)
    await addExercise(actor, { sessionId: id, exerciseId: await exerciseId('barbell-back-squat') })
    const { exercises } = await callAs(actor, getWorkout, { id })
    for (const [index, set] of exercises.flatMap(({ sets }) => sets).entries())
      await callAs(actor, logSet, change(set, { weight: 70 + 10 * index, reps: 5 }))
    const shown = listRecords(await callAs(actor, getTraining, { sessionId: id }))
    await callAs(actor, completeWorkout, { sessionId: id })
    expect(shown.map((each) => each.exerciseId)).toEqual([benchPress])
    expect((await callAs(actor, getWorkout, { id })).recordCount).toBe(1)
    await expectRecordsRight(actor, benchPress)
  })

  it('refuses to finish with nothing done', async () => {
    const actor = await createPerson(test.db)
    const { id } = await workoutWith(actor, benchPress)
    await expect(callAs(actor, completeWorkout, { sessionId: id })).rejects.toMatchObject({
      key: 'nothingDone',
    })
  })

  it('gives records back when a workout is deleted', async () => {
    const actor = await createPerson(test.db)
    await trainedSession(actor, [[60, 5]], benchPress)
    const best = await trainedSession(actor, [[100, 5]], benchPress)
    const later = await trainedSession(actor, [[80, 5]], benchPress)
    expect(later.recordCount).toBe(0)
    await callAs(actor, deleteWorkout, { sessionId: best.id })
    await expectRecordsRight(actor, benchPress)
    expect((await callAs(actor, getWorkout, { id: later.id })).recordCount).toBe(1)
  })
})
