import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/core/actor'
import { planSnapshots, routines } from '@/lib/db/schema/library'
import { createTestDatabase, type TestDatabase } from '@/tests/helpers/database'
import { callAs, createPerson } from '@/tests/helpers/people'
import { addExercise, addSet, change, exerciseId, first } from '@/tests/helpers/workouts'
import { editWorkout } from '../workouts/edit-workout'
import { completeWorkout } from '../workouts/finish-workout'
import { logSet } from '../workouts/log-set'
import { comparePlanOfWorkout, getWorkout } from '../workouts/read-workouts'
import { startWorkout } from '../workouts/start-workout'
import { getRoutine, listRoutines } from './read-routines'
import { undoRoutineUpdate, updateRoutineFromWorkout } from './update-from-workout'
import { createRoutine, deleteRoutine, patchRoutine } from './write-routines'

let test: TestDatabase
let bench: string
let row: string
let pullUp: string

beforeAll(async () => {
  test = await createTestDatabase()
  bench = await exerciseId('barbell-bench-press')
  row = await exerciseId('barbell-bent-over-row')
  pullUp = await exerciseId('pull-up')
})
afterAll(() => test.drop())

const fives = { sets: 2, repsMin: 5, repsMax: 5, weight: 60, weightUnit: 'kg', restSeconds: 150 }

/** Somebody who has started a routine of bench press and row. */
async function started() {
  const actor = await createPerson(test.db)
  const { routineId } = await callAs(actor, createRoutine, {
    name: 'Push day',
    blocks: [bench, row].map((id) => ({ exercises: [{ exerciseId: id, ...fives }] })),
  })
  const { id } = await callAs(actor, startWorkout, { routineId })
  return { actor, routineId, id }
}

/** Does every set that is there with this weight, and finishes. */
async function finish(actor: Actor, id: string, weight: number) {
  const workout = await callAs(actor, getWorkout, { id })
  for (const set of workout.exercises.flatMap((log) => log.sets))
    await callAs(actor, logSet, change(set, { weight, reps: 5 }))
  await callAs(actor, completeWorkout, { sessionId: id })
}

const linesOf = async (actor: Actor, routineId: string) =>
  (await callAs(actor, getRoutine, { routineId })).blocks.flatMap((block) => block.exercises)

describe('the routine of a workout', () => {
  it('takes over what was done otherwise, once, and the plan of the workout stays', async () => {
    const { actor, routineId, id } = await started()
    const logs = (await callAs(actor, getWorkout, { id })).exercises
    await addSet(actor, { sessionId: id, exerciseLogId: first(logs).id })
    await callAs(actor, editWorkout, {
      ...{ type: 'addExercise', sessionId: id, exerciseId: pullUp, swapFor: logs[1]?.id },
    })
    await finish(actor, id, 60)
    const before = await test.db
      .select()
      .from(planSnapshots)
      .where(eq(planSnapshots.userId, actor.userId))

    const comparison = await callAs(actor, comparePlanOfWorkout, { id })
    expect(comparison).toMatchObject({
      routineName: 'Push day',
      changes: [
        { kind: 'sets', name: logs[0]?.name, difference: 1 },
        { kind: 'swapped', name: logs[1]?.name },
      ],
    })
    const updating = callAs(actor, updateRoutineFromWorkout, { sessionId: id })
    expect(await updating).toMatchObject({ routineId })
    expect(await linesOf(actor, routineId)).toMatchObject([
      { exerciseId: bench, sets: 3, weight: 60, restSeconds: 150 },
      { exerciseId: pullUp, sets: 2, restSeconds: 150 },
    ])
    expect((await callAs(actor, comparePlanOfWorkout, { id }))?.changes).toEqual([])
    const [saved] = await test.db.select().from(routines).where(eq(routines.id, routineId))
    await callAs(actor, updateRoutineFromWorkout, { sessionId: id })
    expect(await test.db.select().from(routines).where(eq(routines.id, routineId))).toEqual([saved])
    expect(
      await test.db.select().from(planSnapshots).where(eq(planSnapshots.userId, actor.userId)),
    ).toEqual(before)
  })

  it('has nothing to take over where all was done as planned', async () => {
    const { actor, routineId, id } = await started()
    await finish(actor, id, 60)
    const before = await callAs(actor, getRoutine, { routineId })
    expect(await callAs(actor, comparePlanOfWorkout, { id })).toMatchObject({
      ...{ routineName: 'Push day', changes: [] },
    })
    await callAs(actor, updateRoutineFromWorkout, { sessionId: id })
    expect(await callAs(actor, getRoutine, { routineId })).toEqual(before)
  })

  it('says the line as it would be, and loses what was taken out', async () => {
    const { actor, routineId, id } = await started()
    const [, second] = (await callAs(actor, getWorkout, { id })).exercises
    await callAs(actor, editWorkout, {
      ...{ type: 'removeExercise', sessionId: id, exerciseLogId: second?.id },
    })
    await finish(actor, id, 62.5)
    expect((await callAs(actor, comparePlanOfWorkout, { id }))?.changes).toMatchObject([
      { kind: 'targets', sets: [{ count: 2, text: '5 · 62.5\u00a0kg' }] },
      { kind: 'removed', name: second?.name },
    ])
    await callAs(actor, updateRoutineFromWorkout, { sessionId: id })
    expect(await linesOf(actor, routineId)).toMatchObject([{ exerciseId: bench, weight: 62.5 }])
  })

  it('takes over what was chosen, leaves a swap out, and offers the rest still', async () => {
    const { actor, routineId, id } = await started()
    const logs = (await callAs(actor, getWorkout, { id })).exercises
    await callAs(actor, editWorkout, {
      ...{ type: 'addExercise', sessionId: id, exerciseId: pullUp, swapFor: logs[1]?.id },
    })
    await finish(actor, id, 62.5)
    const changes = (await callAs(actor, comparePlanOfWorkout, { id }))?.changes ?? []
    expect(changes.map(({ kind, isReached }) => [kind, isReached])).toEqual([
      ['targets', true],
      ['swapped', false],
    ])
    const choose = (keys: string[]) =>
      callAs(actor, updateRoutineFromWorkout, { sessionId: id, isChosen: true, changes: keys })
    await expect(choose([])).rejects.toMatchObject({ code: 'conflict', key: 'nothingChosen' })
    await choose(changes.filter((change) => change.isReached).map(({ key }) => key))
    expect(await linesOf(actor, routineId)).toMatchObject([
      { exerciseId: bench, weight: 62.5 },
      { exerciseId: row, weight: 60 },
    ])
    expect((await callAs(actor, comparePlanOfWorkout, { id }))?.changes).toMatchObject([
      { kind: 'swapped' },
    ])
  })

  it('can be put back to what it said, unless it was edited since', async () => {
    const { actor, routineId, id } = await started()
    await finish(actor, id, 62.5)
    const before = await callAs(actor, getRoutine, { routineId })
    const update = () => callAs(actor, updateRoutineFromWorkout, { sessionId: id })
    const undo = (previousId: string | null) =>
      callAs(actor, undoRoutineUpdate, { routineId, previousId })
    const first = await update()
    expect((await callAs(actor, listRoutines, {})).routines).toHaveLength(1)
    await undo(first.previousId)
    await expect(undo(first.previousId)).rejects.toMatchObject({ code: 'not_found' })
    const after = await callAs(actor, getRoutine, { routineId })
    expect({ ...after, version: '' }).toEqual({ ...before, version: '' })
    const second = await update()
    await callAs(actor, patchRoutine, { routineId, name: 'Bench day' })
    await expect(undo(second.previousId)).rejects.toMatchObject({ key: 'routineChangedSince' })
    expect(await linesOf(actor, routineId)).toMatchObject([{ weight: 62.5 }, { weight: 62.5 }])
  })

  it('is not brought back by a workout before its latest one', async () => {
    const { actor, routineId, id } = await started()
    await finish(actor, id, 62.5)
    const { id: later } = await callAs(actor, startWorkout, { routineId })
    await finish(actor, later, 65)
    const changesOf = async (workoutId: string) =>
      (await callAs(actor, comparePlanOfWorkout, { id: workoutId }))?.changes.length
    expect([await changesOf(id), await changesOf(later)]).toEqual([0, 2])
  })

  it('is none while the workout goes on, without a plan, or once it was deleted', async () => {
    const { actor, routineId, id } = await started()
    const update = (sessionId: string) => callAs(actor, updateRoutineFromWorkout, { sessionId })
    await expect(update(id)).rejects.toMatchObject({ key: 'sessionNotCompleted' })
    await finish(actor, id, 70)
    await callAs(actor, deleteRoutine, { routineId })
    expect(await callAs(actor, comparePlanOfWorkout, { id })).toMatchObject({
      ...{ routineName: null, changes: [] },
    })
    await expect(update(id)).rejects.toMatchObject({ key: 'planNotFound' })
    const { id: empty } = await callAs(actor, startWorkout, {})
    await addExercise(actor, { sessionId: empty, exerciseId: bench })
    await finish(actor, empty, 60)
    await expect(update(empty)).rejects.toMatchObject({ key: 'planNotFound' })
  })

  it('is never a template', async () => {
    const actor = await createPerson(test.db)
    const [template] = await test.db
      .select()
      .from(routines)
      .where(eq(routines.slug, 'stronglifts-5x5-a'))
    const { id } = await callAs(actor, startWorkout, { routineId: template?.id })
    await finish(actor, id, 40)
    await expect(callAs(actor, updateRoutineFromWorkout, { sessionId: id })).rejects.toMatchObject({
      key: 'planNotFound',
    })
  })
})
