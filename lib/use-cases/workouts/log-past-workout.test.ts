import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setLogs } from '@/lib/db/schema/training'
import { addDays, localDate } from '@/lib/domain/local-date'
import { createTestDatabase, type TestDatabase } from '@/tests/helpers/database'
import { callAs, createPerson } from '@/tests/helpers/people'
import { exerciseId, expectRecordsRight, first, trainedSession } from '@/tests/helpers/workouts'
import { createRoutine } from '../routines/write-routines'
import { addForgottenExercises, correctWorkout } from './correct-workout'
import { completeWorkout, deleteWorkout } from './finish-workout'
import { logPastWorkout } from './log-past-workout'
import { getRunningWorkout, getWorkout, listWorkouts } from './read-workouts'
import { startWorkout } from './start-workout'

let test: TestDatabase
let benchPress: string
const today = localDate({ instant: new Date(), timeZone: 'UTC', dayCutoffHour: 4 })
const yesterday = addDays(today, -1)
const past = { localDate: yesterday, startTime: '18:30', workoutLength: 3600 }

beforeAll(async () => {
  test = await createTestDatabase()
  benchPress = await exerciseId('barbell-bench-press')
})
afterAll(() => test.drop())

describe('logging a past workout', () => {
  it('comes from a routine, counts at its own time and leaves the running workout alone', async () => {
    const actor = await createPerson(test.db)
    const first80 = await trainedSession(actor, [[80, 5]], benchPress)
    const later = await trainedSession(actor, [[90, 5]], benchPress)
    expect(later.recordCount).toBe(1)
    const running = await callAs(actor, startWorkout, {})
    const line = { exerciseId: benchPress, sets: 2, repsMin: 5, repsMax: 5, weight: 100 }
    const blocks = [{ exercises: [{ ...line, weightUnit: 'kg' }] }]
    const routine = await callAs(actor, createRoutine, { name: 'Push', blocks })
    const { id } = await callAs(actor, logPastWorkout, { ...past, routineId: routine.routineId })
    expect((await callAs(actor, listWorkouts, {})).sessions).toHaveLength(2)
    const planned = await callAs(actor, getWorkout, { id })
    const [done, skipped] = first(planned.exercises).sets
    const suggested = { isSuggested: true, weightUnit: 'kg', weight: 100, reps: 5 }
    await callAs(actor, correctWorkout, {
      ...{ sessionId: id, name: planned.name },
      sets: [
        { ...suggested, setId: done?.id, isTicked: true },
        { ...suggested, setId: skipped?.id },
      ],
    })
    expect(await callAs(actor, getWorkout, { id })).toMatchObject({
      ...{ name: 'Push', status: 'completed', localDate: yesterday, setCount: 1 },
      ...{ durationSeconds: 3600, startedAt: new Date(`${yesterday}T18:30:00Z`) },
    })
    const { sessions } = await callAs(actor, listWorkouts, {})
    expect(sessions.map((session) => session.id)).toEqual([later.id, first80.id, id])
    expect(sessions[2]?.exercises).toMatchObject([{ setCount: 1, bestWeightKg: 100 }])
    expect((await callAs(actor, getWorkout, { id: later.id })).recordCount).toBe(0)
    await expectRecordsRight(actor, benchPress)
    expect(await callAs(actor, getRunningWorkout, {})).toMatchObject({ id: running.id })
  })

  it('begins empty, takes exercises, and is complete once a set is done', async () => {
    const actor = await createPerson(test.db)
    const { id } = await callAs(actor, logPastWorkout, past)
    const said = { sessionId: id, name: 'Gym' }
    await expect(callAs(actor, correctWorkout, said)).rejects.toMatchObject({ key: 'nothingDone' })
    await callAs(actor, correctWorkout, { ...said, isAddingExercise: true })
    const added = await callAs(actor, addForgottenExercises, {
      ...{ sessionId: id, exerciseIds: [await exerciseId('barbell-bent-over-row'), benchPress] },
    })
    const planned = await callAs(actor, getWorkout, { id })
    expect(planned.exercises.map((log) => log.id)).toEqual(added.exerciseLogIds)
    const set = { exerciseLogId: added.exerciseLogIds[1], weightUnit: 'kg', weight: 60, reps: 8 }
    await callAs(actor, correctWorkout, { ...said, sets: [set] })
    expect(await callAs(actor, getWorkout, { id })).toMatchObject({
      ...{ name: 'Gym', status: 'completed', setCount: 1 },
    })
    await expectRecordsRight(actor, benchPress)
  })

  it('makes way for the next one while it says nothing, and can be discarded', async () => {
    const actor = await createPerson(test.db)
    const { id: old } = await callAs(actor, logPastWorkout, past)
    const { id } = await callAs(actor, logPastWorkout, past)
    await expect(callAs(actor, getWorkout, { id: old })).rejects.toMatchObject({
      key: 'sessionNotFound',
    })
    await callAs(actor, deleteWorkout, { sessionId: id })
    expect((await callAs(actor, listWorkouts, { status: 'any' })).sessions).toEqual([])
  })

  it.each([
    ['a day to come', { localDate: addDays(today, 1) }, 'localDate'],
    ['an end after now', { localDate: today, startTime: '03:59' }, 'startTime'],
    ['more than a day', { workoutLength: 86_460 }, 'workoutLength'],
  ])('refuses %s', async (_, wrong, field) => {
    const actor = await createPerson(test.db)
    await expect(callAs(actor, logPastWorkout, { ...past, ...wrong })).rejects.toMatchObject({
      fields: { [field]: expect.any(Array) },
    })
  })
})

it('keeps the rest before a set once its workout is finished, without what is no rest', async () => {
  const actor = await createPerson(test.db)
  const workout = await trainedSession(actor, [[80, 5]], benchPress)
  const { id } = await callAs(actor, startWorkout, { repeatOf: workout.id })
  const log = first((await callAs(actor, getWorkout, { id })).exercises)
  const start = Date.now()
  const at = (seconds: number) => new Date(start - 3_600_000 + seconds * 1000).toISOString()
  const set = (seconds: number) => ({
    ...{ id: crypto.randomUUID(), weight: 80, reps: 5, isCompleted: true },
    performedAt: at(seconds),
  })
  const sets = [set(0), set(150), set(152), set(2000)]
  await callAs(actor, completeWorkout, { sessionId: id, exercises: [{ id: log.id, sets }] })
  const rows = await test.db.select().from(setLogs).where(eq(setLogs.sessionId, id))
  const rests = sets.map((each) => rows.find((row) => row.id === each.id)?.restSeconds)
  expect(rests).toEqual([null, 150, null, null])
})
