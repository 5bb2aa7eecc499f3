import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/core/actor'
import { beginPrepared } from '@/lib/domain/training/prepared-start'
import type { TrainingDocument } from '@/lib/domain/training/training'
import { createTestDatabase, type TestDatabase } from '@/tests/helpers/database'
import { callAs, createPerson } from '@/tests/helpers/people'
import { change, exerciseId, first } from '@/tests/helpers/workouts'
import { createRoutine, deleteRoutine } from '../routines/write-routines'
import { completeWorkout } from './finish-workout'
import { logSet } from './log-set'
import { getStarts } from './prepare-starts'
import { getWorkout } from './read-workouts'
import { startWorkout } from './start-workout'
import { syncOperations } from './sync'
import { getTraining } from './train'

let test: TestDatabase
let squatDay: object

beforeAll(async () => {
  test = await createTestDatabase()
  const rule = { kind: 'linear', step: 2.5, unit: 'kg', misses: 3, deloadPercent: 10 }
  squatDay = {
    name: 'Squat day',
    blocks: [
      {
        exercises: [
          {
            ...{ exerciseId: await exerciseId('barbell-back-squat'), sets: 2 },
            ...{ repsMin: 5, repsMax: 5, weight: 100, weightUnit: 'kg', progression: rule },
          },
        ],
      },
    ],
  }
})
afterAll(() => test.drop())

async function prepared() {
  const actor = await createPerson(test.db)
  const { routineId } = await callAs(actor, createRoutine, squatDay)
  const starts = await callAs(actor, getStarts, {})
  const start = first(starts.filter((each) => each.routineId === routineId))
  return { actor, routineId, start }
}
const begin = (start: Awaited<ReturnType<typeof prepared>>['start']) =>
  beginPrepared(start, { name: 'Squat day', at: new Date().toISOString() })
const sync = async (actor: Actor, operations: readonly object[]) =>
  (await callAs(actor, syncOperations, { operations })).results
const read = (actor: Actor, sessionId: string) => callAs(actor, getTraining, { sessionId })
const targets = ({ training }: TrainingDocument) =>
  training.exercises.flatMap(({ sets }) => sets.map(({ target }) => target?.weight))

/** Does the routine once, as planned, on the server. */
async function train(actor: Actor, routineId: string) {
  const { id } = await callAs(actor, startWorkout, { routineId })
  for (const { sets } of (await callAs(actor, getWorkout, { id })).exercises)
    for (const set of sets)
      await callAs(actor, logSet, change(set, { weight: set.weight, reps: set.reps }))
  await callAs(actor, completeWorkout, { sessionId: id })
}

describe('a start without a network', () => {
  it('becomes the same workout on the server, once, with what was logged in it', async () => {
    const { actor, start, routineId } = await prepared()
    const { document, operation } = begin(start)
    const [set] = first(document.training.exercises).sets
    const values = { ...set, reps: 5, weight: 100, isCompleted: true }
    const { id: _i, target: _t, notes: _n, performedAt: _p, ...rest } = values
    const { setNumber: _s, revision: _r, deletedAt: _d, ...said } = rest
    const logged = {
      ...{ type: 'logSet', id: crypto.randomUUID(), sessionId: document.training.id },
      ...{ at: operation.at, setId: set?.id, baseRevision: 1, values: said },
    }
    for (let times = 0; times < 2; times += 1)
      expect((await sync(actor, [operation, logged])).map(({ status }) => status)).toEqual([
        'applied',
        'applied',
      ])
    const after = await read(actor, document.training.id)
    expect(after.training.exercises.map(({ id }) => id)).toEqual(
      document.training.exercises.map(({ id }) => id),
    )
    expect(after.training.exercises[0]?.sets.map(({ isCompleted }) => isCompleted)).toEqual([
      true,
      false,
    ])
    const workout = await callAs(actor, getWorkout, { id: document.training.id })
    expect(workout).toMatchObject({ routineId, name: 'Squat day' })
  })

  it('takes the loads of now where the phone did not know of a workout', async () => {
    const { actor, start, routineId } = await prepared()
    await train(actor, routineId)
    const { document, operation } = begin(start)
    expect(targets(document)).toEqual([100, 100])
    await sync(actor, [operation])
    const after = await read(actor, document.training.id)
    expect(targets(after)).toEqual([102.5, 102.5])
    expect(after.training.exercises[0]?.reason).not.toBeNull()
  })

  it('keeps the layout of the phone where the routine is gone', async () => {
    const { actor, start, routineId } = await prepared()
    await callAs(actor, deleteRoutine, { routineId })
    const { document, operation } = begin(start)
    await sync(actor, [operation])
    expect(targets(await read(actor, document.training.id))).toEqual([100, 100])
  })

  it('discards an untouched workout of another device, and finishes one with done sets', async () => {
    const { actor, start, routineId } = await prepared()
    const empty = await callAs(actor, startWorkout, {})
    const one = begin(start)
    await sync(actor, [one.operation])
    await expect(callAs(actor, getWorkout, { id: empty.id })).rejects.toMatchObject({
      code: 'not_found',
    })
    const [set] = first(
      (await callAs(actor, getWorkout, { id: one.operation.sessionId })).exercises,
    ).sets
    if (set) await callAs(actor, logSet, change(set, { weight: 100, reps: 5 }))
    const two = begin(start)
    await sync(actor, [two.operation])
    const before = await callAs(actor, getWorkout, { id: one.operation.sessionId })
    expect(before).toMatchObject({ status: 'completed', routineId })
  })

  it('refuses an exercise of another person, and nothing else of the batch', async () => {
    const { actor, start } = await prepared()
    const { operation } = begin(start)
    const other = begin(start)
    const foreign = {
      ...operation,
      exercises: [{ ...first(start.document.training.exercises), exerciseId: crypto.randomUUID() }],
    }
    const { sets: _s, position: _p, notes: _n, deletedAt: _d, ...line } = first(foreign.exercises)
    const results = await sync(actor, [
      { ...foreign, exercises: [{ ...line, sets: [] }] },
      other.operation,
    ])
    expect(results.map(({ status }) => status)).toEqual(['refused', 'applied'])
  })
})
