import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/core/actor'
import { newId } from '@/lib/core/id'
import { createTestDatabase, type TestDatabase } from '@/tests/helpers/database'
import { callAs, createPerson } from '@/tests/helpers/people'
import { exerciseId, expectRecordsRight, first, workoutWith } from '@/tests/helpers/workouts'
import { syncOperations } from './sync'
import { getTraining } from './train'

let test: TestDatabase
let benchPress: string
let squat: string

beforeAll(async () => {
  test = await createTestDatabase()
  benchPress = await exerciseId('barbell-bench-press')
  squat = await exerciseId('barbell-back-squat')
})
afterAll(() => test.drop())

const values = {
  ...{ kind: 'normal', reps: 5, weight: 80, weightUnit: 'kg', durationSeconds: null },
  ...{ distanceMeters: null, rpe: null, side: null, isSlip: false, isCompleted: true },
}

async function begin() {
  const actor = await createPerson(test.db)
  const workout = await workoutWith(actor, benchPress)
  const sets = first(workout.exercises).sets
  const sessionId = workout.id
  const at = new Date().toISOString()
  const log = (set: { id: string }, baseRevision: number, more: object = {}) => ({
    ...{ type: 'logSet', id: newId(), sessionId, at, setId: set.id, baseRevision },
    values: { ...values, ...more },
  })
  const say = (change: object) => ({ id: newId(), sessionId, at, ...change })
  return { actor, sessionId, sets, log, say, logId: first(workout.exercises).id }
}

const sync = async (actor: Actor, operations: readonly object[]) =>
  (await callAs(actor, syncOperations, { operations })).results
const setsOf = async (actor: Actor, sessionId: string) =>
  (await callAs(actor, getTraining, { sessionId })).training.exercises.flatMap((each) => each.sets)

describe('a batch of operations', () => {
  it('is done in its order, once, however often and in parallel it is sent', async () => {
    const { actor, sessionId, sets, log, say } = await begin()
    const exerciseLogId = newId()
    const setIds = [newId(), newId(), newId()]
    const operations = [
      log(first(sets), 1),
      log(first(sets), 2, { weight: 82.5 }),
      say({ type: 'addExercise', exerciseLogId, exerciseId: squat, setIds, swapFor: null }),
      log({ id: first(setIds) }, 1, { weight: 100 }),
      say({ type: 'keepTraining' }),
    ]
    const answers = await Promise.all(Array.from({ length: 5 }, () => sync(actor, operations)))
    for (const results of answers)
      expect(results.map(({ id, status }) => [id, status])).toEqual(
        operations.map(({ id }) => [id, 'applied']),
      )
    const after = await setsOf(actor, sessionId)
    expect(after.map(({ weight, revision }) => [weight, revision])).toEqual([
      [82.5, 3],
      ...[1, 1].map((revision) => [null, revision]),
      [100, 2],
      ...[1, 1].map((revision) => [null, revision]),
    ])
    await expectRecordsRight(actor, benchPress)
    await expectRecordsRight(actor, squat)
  })

  it('takes no set away for ids that are known or named twice', async () => {
    const { actor, sessionId, sets, log, say, logId } = await begin()
    const done = first(sets)
    const [twice, exerciseLogId] = [newId(), newId()]
    const target = null
    const added = { kind: 'normal', target }
    const results = await sync(actor, [
      log(done, 1),
      say({
        ...{ type: 'addExercise', exerciseLogId, exerciseId: squat, swapFor: null },
        setIds: [done.id, twice, twice],
      }),
      say({
        ...{ type: 'addSets', exerciseLogId: logId, isFirst: false },
        sets: [twice, done.id].map((id) => ({ id, ...added })),
      }),
    ])
    expect(results.map(({ status }) => status)).toEqual(['applied', 'applied', 'applied'])
    const { exercises } = (await callAs(actor, getTraining, { sessionId })).training
    expect(exercises.map((each) => each.sets.length)).toEqual([sets.length, 1])
    expect(exercises[0]?.sets[0]).toMatchObject({ id: done.id, weight: 80, isCompleted: true })
    const again = newId()
    const [last] = await sync(actor, [
      say({
        ...{ type: 'addSets', exerciseLogId: logId, isFirst: false },
        sets: [again, again].map((id) => ({ id, ...added })),
      }),
    ])
    expect(last?.status).toBe('applied')
    expect(await setsOf(actor, sessionId)).toHaveLength(sets.length + 2)
  })

  it('answers what stands where another device was first, and lets nothing after it slip in', async () => {
    const { actor, sets, sessionId, log } = await begin()
    const [one, two] = sets
    if (!one || !two) throw new Error('No sets')
    await sync(actor, [log(one, 1, { reps: 8 })])
    const results = await sync(actor, [
      log(one, 1, { reps: 6 }),
      log(one, 2, { reps: 7 }),
      log(two, 1),
    ])
    expect(results.map(({ status }) => status)).toEqual(['conflict', 'conflict', 'applied'])
    expect(results[0]?.theirs).toMatchObject({ reps: 8, revision: 2 })
    const [kept] = await setsOf(actor, sessionId)
    expect(kept).toMatchObject({ reps: 8, revision: 2 })
    // The same values from both are no conflict.
    const [agreed] = await sync(actor, [log(one, 1, { reps: 8 })])
    expect(agreed?.status).toBe('applied')
  })

  it('lets one of two win that change a set at the same moment', async () => {
    const { actor, sets, sessionId, log } = await begin()
    const set = first(sets)
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) => sync(actor, [log(set, 1, { reps: index + 1 })])),
    )
    const won = answers.flatMap((results, index) =>
      results[0]?.status === 'applied' ? [index + 1] : [],
    )
    expect(won).toHaveLength(1)
    const [kept] = await setsOf(actor, sessionId)
    expect(kept).toMatchObject({ reps: won[0], revision: 2 })
  })

  it('refuses what is wrong in one and does the others', async () => {
    const { actor, sets, log, say } = await begin()
    const [one, two] = sets
    if (!one || !two) throw new Error('No sets')
    const results = await sync(actor, [
      log(one, 1, { reps: -1 }),
      log({ id: newId() }, 1),
      say({ type: 'finish', notes: '' }),
      log(two, 1, { reps: null }),
      log(two, 1),
      say({ type: 'noteExercise', exerciseLogId: newId(), notes: 'x' }),
    ])
    expect(results.map(({ status, key }) => key ?? status)).toEqual([
      ...['validation', 'notFound', 'nothingDone', 'validation', 'applied', 'notFound'],
    ])
    expect(results[0]?.fields).toEqual({ reps: { key: 'atLeast', values: { limit: 0 } } })
  })

  it('keeps 877 reps as a slip that holds no record', async () => {
    const { actor, sets, sessionId, log } = await begin()
    await sync(actor, [log(first(sets), 1, { reps: 877 })])
    const [kept] = await setsOf(actor, sessionId)
    expect(kept).toMatchObject({ reps: 877, isSlip: true })
    const { past } = await callAs(actor, getTraining, { sessionId })
    expect(past[benchPress]?.standing).toEqual([])
    await expectRecordsRight(actor, benchPress)
  })

  it('finishes with the last set where a workout was forgotten, and nothing comes after', async () => {
    const { actor, sets, sessionId, log, say } = await begin()
    const [one, two] = sets
    if (!one || !two) throw new Error('No sets')
    await sync(actor, [log(one, 1)])
    const [done] = await setsOf(actor, sessionId)
    await sync(actor, [say({ type: 'finish', notes: 'Tired', isEndedAtLastSet: true })])
    const { training } = await callAs(actor, getTraining, { sessionId })
    expect(training).toMatchObject({ status: 'completed', notes: 'Tired' })
    expect(training.completedAt).toBe(done?.performedAt)
    const [late] = await sync(actor, [log(two, 1)])
    expect(late).toMatchObject({ status: 'refused', key: 'sessionCompleted' })
  })

  it('believes no clock that runs ahead or long behind', async () => {
    const { actor, sets, sessionId, log } = await begin()
    const [one, two] = sets
    if (!one || !two) throw new Error('No sets')
    const before = Date.now()
    await sync(actor, [
      { ...log(one, 1), at: '2099-01-01T00:00:00Z' },
      { ...log(two, 1), at: '1999-01-01T00:00:00Z' },
    ])
    const after = await callAs(actor, getTraining, { sessionId })
    const started = Date.parse(after.training.startedAt)
    for (const set of (await setsOf(actor, sessionId)).slice(0, 2)) {
      const time = Date.parse(set.performedAt ?? '')
      expect(time).toBeGreaterThanOrEqual(started)
      expect(time).toBeLessThanOrEqual(before + 60_000)
    }
  })

  it('says of another person’s workout only that there is none', async () => {
    const { sets, log } = await begin()
    const stranger = await createPerson(test.db)
    const [result] = await sync(stranger, [log(first(sets), 1)])
    expect(result).toMatchObject({ status: 'refused', key: 'sessionNotFound' })
  })
})
