import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/core/actor'
import { newId } from '@/lib/core/id'
import { routines } from '@/lib/db/schema/library'
import { lastRemoved } from '@/lib/domain/training/last-removed'
import { restAfter } from '@/lib/domain/training/set-order'
import { createTestDatabase, type TestDatabase } from '@/tests/helpers/database'
import { callAs, createPerson } from '@/tests/helpers/people'
import {
  addExercise,
  change,
  exerciseId,
  expectRecordsRight,
  first,
  workoutWith,
} from '@/tests/helpers/workouts'
import { editWorkout } from './edit-workout'
import { logSet } from './log-set'
import { getWorkout } from './read-workouts'
import { startWorkout } from './start-workout'
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

const editing = (actor: Actor, sessionId: string) => (change: Record<string, unknown>) =>
  callAs(actor, editWorkout, { sessionId, ...change })

const removed = async (actor: Actor, sessionId: string) =>
  lastRemoved((await callAs(actor, getTraining, { sessionId })).training)

describe('the shape of a workout', () => {
  it('adds, moves, takes out and puts back exercises and sets', async () => {
    const actor = await createPerson(test.db)
    const { id } = await workoutWith(actor, benchPress)
    const edit = editing(actor, id)
    await addExercise(actor, { sessionId: id, exerciseId: squat })
    const names = async () =>
      (await callAs(actor, getWorkout, { id })).exercises.map((log) => log.name)
    const [bench, back] = await names()
    const logs = (await callAs(actor, getWorkout, { id })).exercises
    const squatLog = logs[1]
    if (!squatLog) throw new Error('Squat is missing')
    await edit({ type: 'moveExercise', exerciseLogId: squatLog.id, direction: 'up' })
    expect(await names()).toEqual([back, bench])
    await callAs(actor, logSet, change(first(squatLog.sets), { weight: 100, reps: 5 }))
    await edit({ type: 'removeExercise', exerciseLogId: squatLog.id })
    expect(await names()).toEqual([bench])
    await expectRecordsRight(actor, squat)
    await edit({ type: 'restoreExercise', exerciseLogId: squatLog.id })
    expect(await names()).toEqual([back, bench])
    await expectRecordsRight(actor, squat)
    await edit({ type: 'removeSet', setId: first(squatLog.sets).id })
    expect(first((await callAs(actor, getWorkout, { id })).exercises).sets).toHaveLength(2)
    await expectRecordsRight(actor, squat)
  })

  it('swaps only what is not done yet', async () => {
    const actor = await createPerson(test.db)
    const workout = await workoutWith(actor, benchPress)
    const log = first(workout.exercises)
    await callAs(actor, logSet, change(first(log.sets), { weight: 60, reps: 8 }))
    await editing(actor, workout.id)({ type: 'addExercise', exerciseId: squat, swapFor: log.id })
    const after = await callAs(actor, getWorkout, { id: workout.id })
    expect(after.exercises.map((each) => [each.exerciseId, each.sets.length])).toEqual([
      [benchPress, 1],
      [squat, 2],
    ])
  })

  it('puts a set that was taken out back with its figures and records', async () => {
    const actor = await createPerson(test.db)
    const { id, exercises } = await workoutWith(actor, benchPress)
    const edit = editing(actor, id)
    const set = first(first(exercises).sets)
    await callAs(actor, logSet, change(set, { weight: 80, reps: 5 }))
    await edit({ type: 'removeSet', setId: set.id })
    const without = await callAs(actor, getWorkout, { id })
    expect(first(without.exercises).sets).toHaveLength(2)
    expect(await removed(actor, id)).toMatchObject({ part: 'set', id: set.id })
    await edit({ type: 'restoreSet', setId: set.id })
    await edit({ type: 'restoreSet', setId: set.id })
    const after = await callAs(actor, getWorkout, { id })
    expect(first(first(after.exercises).sets)).toMatchObject({ weight: 80, isCompleted: true })
    expect(await removed(actor, id)).toBeNull()
    await expectRecordsRight(actor, benchPress)
    expect(first(after.exercises).records.length).toBeGreaterThan(0)
  })

  it('takes a late change of a set that was taken out for a conflict', async () => {
    const actor = await createPerson(test.db)
    const { id, exercises } = await workoutWith(actor, benchPress)
    const edit = editing(actor, id)
    const set = first(first(exercises).sets)
    await edit({ type: 'removeSet', setId: set.id })
    for (const revision of [1, 2])
      await expect(
        callAs(actor, logSet, change({ ...set, revision }, { weight: 80, reps: 5 })),
      ).rejects.toMatchObject({ key: 'setChanged' })
  })

  it('names the part that went out last', async () => {
    const actor = await createPerson(test.db)
    const { id, exercises } = await workoutWith(actor, benchPress)
    const edit = editing(actor, id)
    const log = first(exercises)
    await edit({ type: 'removeSet', setId: first(log.sets).id })
    await edit({ type: 'removeExercise', exerciseLogId: log.id })
    expect(await removed(actor, id)).toMatchObject({ part: 'exercise', id: log.id, name: log.name })
  })

  it('adds one set and one exercise for an id, however often it is sent', async () => {
    const actor = await createPerson(test.db)
    const { id: sessionId, exercises } = await workoutWith(actor, benchPress)
    const { id: exerciseLogId } = first(exercises)
    const [setId, logId] = [newId(), newId()]
    const twice = async (send: () => Promise<unknown>) => Promise.all([send(), send()])
    const edit = editing(actor, sessionId)
    const sets = [{ id: setId, kind: 'normal' }]
    await twice(() => edit({ type: 'addSets', exerciseLogId, sets }))
    await twice(() => edit({ type: 'addExercise', exerciseId: squat, exerciseLogId: logId }))
    const after = await callAs(actor, getWorkout, { id: sessionId })
    expect(after.exercises.map((log) => log.sets.length)).toEqual([4, 3])
  })

  it('keeps the bar of an exercise whose unit is changed, as that unit says it', async () => {
    const actor = await createPerson(test.db)
    const { id } = await workoutWith(actor, benchPress)
    const prefer = async (values: Record<string, unknown>) => {
      const said = { type: 'preferExercise', exerciseId: benchPress, ownUnit: 'kg', ...values }
      await editing(actor, id)(said)
      return (await callAs(actor, getTraining, { sessionId: id })).training.facts[benchPress]
    }
    const pounds = { weightUnit: 'lb', barWeight: 15, barUnit: 'kg' }
    expect(await prefer(pounds)).toMatchObject({ weightUnit: 'lb', barWeight: 33 })
    const own = { barWeight: 33, barUnit: 'lb' }
    expect(await prefer(own)).toMatchObject({ weightUnit: null, barWeight: 15 })
    const tooMuch = { weightUnit: 'lb', barWeight: 500, barUnit: 'kg' }
    expect(await prefer(tooMuch)).toMatchObject({ barWeight: 500 })
  })

  it('offers a new set in the unit that its own person prefers', async () => {
    const [own, other] = [await createPerson(test.db), await createPerson(test.db)]
    const { id } = await workoutWith(other, benchPress)
    await editing(
      other,
      id,
    )({
      ...{ type: 'preferExercise', exerciseId: benchPress },
      ...{ weightUnit: 'lb', restSeconds: 45, barWeight: 45 },
    })
    const facts = async (actor: Actor, sessionId: string) => {
      await addExercise(actor, { sessionId, exerciseId: benchPress })
      const { training } = await callAs(actor, getTraining, { sessionId })
      const units = training.exercises.flatMap((log) => log.sets.map((set) => set.weightUnit))
      return { last: units.at(-1), prefers: training.facts[benchPress]?.weightUnit }
    }
    expect(await facts(other, id)).toEqual({ last: 'lb', prefers: 'lb' })
    const { id: ownId } = await workoutWith(own, squat)
    expect(await facts(own, ownId)).toEqual({ last: 'kg', prefers: null })
  })

  it('keeps a superset that is made, grows by a round and is dissolved', async () => {
    const actor = await createPerson(test.db)
    const { id: sessionId, exercises } = await workoutWith(actor, benchPress)
    const edit = editing(actor, sessionId)
    await addExercise(actor, { sessionId, exerciseId: squat })
    const logs = async () => (await callAs(actor, getWorkout, { id: sessionId })).exercises
    const { id: partnerId } = first(exercises)
    const added = (await logs()).at(-1)?.id
    await edit({ type: 'joinBlock', exerciseLogId: added, partnerId })
    const made = await logs()
    expect(new Set(made.map((log) => log.block)).size).toBe(1)
    expect(made.map((log) => log.blockKind)).toEqual(['superset', 'superset'])
    const setIds = [newId(), newId()]
    await edit({ type: 'addRound', exerciseLogId: partnerId, setIds })
    expect((await logs()).map((log) => log.sets.at(-1)?.id)).toEqual(setIds)
    await edit({ type: 'addExercise', exerciseId: squat, joins: partnerId })
    expect((await logs()).map((log) => [log.blockKind, log.sets.length])).toEqual(
      Array.from({ length: 3 }, () => ['superset', 4]),
    )
    await edit({ type: 'leaveBlock', exerciseLogId: partnerId, isWhole: true })
    expect((await logs()).map((log) => log.blockKind)).toEqual(['single', 'single', 'single'])
  })

  it('rests after a round as long as the plan says of the block', async () => {
    const actor = await createPerson(test.db)
    const [template] = await test.db
      .select({ id: routines.id })
      .from(routines)
      .where(eq(routines.slug, 'arnold-split-chest-back'))
    const { id } = await callAs(actor, startWorkout, { routineId: template?.id ?? '' })
    const { exercises } = await callAs(actor, getWorkout, { id })
    for (const log of exercises.filter((each) => each.block === first(exercises).block))
      await callAs(actor, logSet, change(first(log.sets), { weight: 60, reps: 8 }))
    const { training } = await callAs(actor, getTraining, { sessionId: id })
    expect(restAfter(training, 120)).toMatchObject({ seconds: 90 })
  })
})
