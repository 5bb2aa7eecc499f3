import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/core/actor'
import { newId } from '@/lib/core/id'
import { travelTo } from '@/tests/helpers/clock'
import { createTestDatabase, type TestDatabase } from '@/tests/helpers/database'
import { callAs, createPerson } from '@/tests/helpers/people'
import { addExercise, change, exerciseId, first, workoutWith } from '@/tests/helpers/workouts'
import { getRoutine } from '../routines/read-routines'
import { createRoutine, createRoutineFromWorkout } from '../routines/write-routines'
import { editWorkout } from './edit-workout'
import { completeWorkout } from './finish-workout'
import { logSet } from './log-set'
import { comparePlanOfWorkout, getWorkout, listWorkouts } from './read-workouts'
import { startWorkout } from './start-workout'

let test: TestDatabase
let bench: string
let squat: string

beforeAll(async () => {
  test = await createTestDatabase()
  bench = await exerciseId('barbell-bench-press')
  squat = await exerciseId('barbell-back-squat')
})
afterAll(() => test.drop())

const find = async (actor: Actor, filter: object) =>
  (await callAs(actor, listWorkouts, filter)).sessions.map((session) => session.id)

/** A finished workout of one set on this day. */
async function trainedOn(
  actor: Actor,
  day: string,
  about: { routineId?: string; notes?: string; exerciseNotes?: string } = {},
): Promise<string> {
  travelTo(day.length > 10 ? day : `${day}T10:00:00Z`)
  const { routineId, notes, exerciseNotes } = about
  const { id } = routineId
    ? await callAs(actor, startWorkout, { routineId })
    : await workoutWith(actor, bench)
  const log = first((await callAs(actor, getWorkout, { id })).exercises)
  await callAs(actor, logSet, change(first(log.sets), { weight: 80, reps: 5 }))
  if (exerciseNotes)
    await callAs(actor, editWorkout, {
      ...{ type: 'noteExercise', sessionId: id, exerciseLogId: log.id },
      notes: exerciseNotes,
    })
  await callAs(actor, completeWorkout, { sessionId: id, notes: notes ?? '' })
  return id
}

describe('the history', () => {
  it('finds by exercise, routine, days and state', async () => {
    const actor = await createPerson(test.db)
    const { routineId } = await callAs(actor, createRoutine, {
      name: 'Legs',
      blocks: [{ exercises: [{ exerciseId: squat }] }],
    })
    const old = await trainedOn(actor, '2025-03-01')
    const legs = await trainedOn(actor, '2025-04-01', { routineId })
    const late = await trainedOn(actor, '2025-05-01')
    const open = await workoutWith(actor, bench)
    expect(await find(actor, {})).toEqual([late, legs, old])
    expect(await find(actor, { order: 'asc' })).toEqual([old, legs, late])
    expect(await find(actor, { exerciseId: bench })).toEqual([late, old])
    expect(await find(actor, { routineId })).toEqual([legs])
    expect(await find(actor, { routineId, exerciseId: bench })).toEqual([])
    expect(await find(actor, { from: '2025-04-01', to: '2025-04-30' })).toEqual([legs])
    expect(await find(actor, { exerciseId: bench, to: '2025-04-30' })).toEqual([old])
    expect(await find(actor, { status: 'in_progress' })).toEqual([open.id])
    expect(await find(actor, { status: 'any' })).toEqual([open.id, late, legs, old])
    expect(await find(await createPerson(test.db), {})).toEqual([])
  })

  it('finds words in names, exercises and notes, whatever signs they hold', async () => {
    const actor = await createPerson(test.db)
    const knee = await trainedOn(actor, '2025-03-01', { notes: 'Left KNEE felt 100 % fine' })
    const grip = await trainedOn(actor, '2025-03-02', { exerciseNotes: 'grip_width: narrow\\wide' })
    expect(await find(actor, { q: 'knee' })).toEqual([knee])
    expect(await find(actor, { q: 'fine left' })).toEqual([knee])
    expect(await find(actor, { q: 'bench press' })).toEqual([grip, knee])
    expect(await find(actor, { q: 'bench left' })).toEqual([knee])
    expect(await find(actor, { q: '100 %' })).toEqual([knee])
    expect(await find(actor, { q: '%' })).toEqual([knee])
    expect(await find(actor, { q: 'grip_w' })).toEqual([grip])
    expect(await find(actor, { q: 'gripxw' })).toEqual([])
    expect(await find(actor, { q: 'narrow\\' })).toEqual([grip])
    expect(await find(actor, { q: "'; drop table users; --" })).toEqual([])
    expect(await find(actor, { q: 'knee', exerciseId: squat })).toEqual([])
  })

  it.each([{}, { exercise: true }])('gives every workout once, page by page %o', async (mode) => {
    const actor = await createPerson(test.db)
    const done: string[] = []
    for (const day of ['01', '02', '02T18:00:00Z', '03', '04', '05', '06'])
      done.push(await trainedOn(actor, `2025-01-${day}`))
    const filter = 'exercise' in mode ? { exerciseId: bench, limit: 3 } : { limit: 3 }
    const seen: string[] = []
    let after: object | undefined
    for (let page = 0; page < 4; page++) {
      const { sessions, hasMore } = await callAs(actor, listWorkouts, {
        ...filter,
        ...(after && { after }),
      })
      seen.push(...sessions.map((session) => session.id))
      const last = sessions.at(-1)
      if (!hasMore || !last) break
      after = { localDate: last.localDate, startedAt: last.startedAt.toISOString() }
    }
    expect(seen).toEqual(done.toReversed())
    expect(await find(actor, { ...filter, offset: 5 })).toEqual(done.toReversed().slice(5))
  })
})

describe('a workout done before', () => {
  it('is repeated with what was done as the targets, and becomes a routine', async () => {
    const actor = await createPerson(test.db)
    const before = await workoutWith(actor, bench)
    await addExercise(actor, { sessionId: before.id, exerciseId: squat })
    const [one, two] = first(before.exercises).sets
    if (!one || !two) throw new Error('No sets')
    await callAs(actor, logSet, change(one, { weight: 225, weightUnit: 'lb', reps: 5 }))
    await callAs(actor, logSet, change(two, { weight: 215, weightUnit: 'lb', reps: 8 }))
    await callAs(actor, completeWorkout, { sessionId: before.id })

    const { id } = await callAs(actor, startWorkout, { repeatOf: before.id })
    const again = await callAs(actor, getWorkout, { id })
    expect(again.name).toBe(before.name)
    expect(again.exercises.map((log) => log.exerciseId)).toEqual([bench])
    expect(first(again.exercises).sets).toMatchObject([
      { weight: 225, weightUnit: 'lb', reps: 5, isCompleted: false },
      { weight: 215, weightUnit: 'lb', reps: 8, isCompleted: false },
    ])
    expect(await callAs(actor, comparePlanOfWorkout, { id })).toMatchObject({
      exercises: [{ exerciseId: bench, planned: 2, done: 0 }],
      ...{ routineName: null, changes: [] },
    })
    expect(await callAs(actor, comparePlanOfWorkout, { id: before.id })).toBeNull()

    const routineId = newId()
    const making = { sessionId: before.id, id: routineId }
    expect(await callAs(actor, createRoutineFromWorkout, making)).toEqual({ routineId })
    expect(await callAs(actor, createRoutineFromWorkout, making)).toEqual({ routineId })
    const routine = await callAs(actor, getRoutine, { routineId })
    expect(routine).toMatchObject({ name: before.name, isOwn: true })
    expect(routine.blocks[0]?.exercises[0]?.setList).toMatchObject([
      { repsMin: 5, weight: 225, weightUnit: 'lb' },
      { repsMin: 8, weight: 215, weightUnit: 'lb' },
    ])
  })

  it('has nothing to repeat where nothing is done', async () => {
    const actor = await createPerson(test.db)
    const { id } = await workoutWith(actor, bench)
    await expect(callAs(actor, createRoutineFromWorkout, { sessionId: id })).rejects.toMatchObject({
      key: 'nothingToTrain',
    })
  })
})
