import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/core/actor'
import { travelTo } from '@/tests/helpers/clock'
import { createTestDatabase, type TestDatabase } from '@/tests/helpers/database'
import { callAs, createPerson } from '@/tests/helpers/people'
import { change, exerciseId, first, workoutWith } from '@/tests/helpers/workouts'
import { getDashboard } from '../dashboard/get-dashboard'
import { editWorkout } from './edit-workout'
import { logSet } from './log-set'
import { getRunningWorkout, getWorkout } from './read-workouts'
import { startWorkout } from './start-workout'

let test: TestDatabase
let benchPress: string

beforeAll(async () => {
  test = await createTestDatabase()
  benchPress = await exerciseId('barbell-bench-press')
})
afterAll(() => test.drop())

const at = (time: string) => `2026-03-02T${time}:00Z`

/** A workout begun at 18:00 with its one set done at 18:42, noted in it. */
async function forgotten() {
  const actor = await createPerson(test.db)
  travelTo(at('18:00'))
  const workout = await workoutWith(actor, benchPress)
  travelTo(at('18:42'))
  const set = first(first(workout.exercises).sets)
  await callAs(actor, logSet, change(set, { weight: 80, reps: 5 }))
  return { actor, id: workout.id }
}

const ask = (actor: Actor) => callAs(actor, getRunningWorkout, {})

describe('a workout that goes on', () => {
  it('is quiet three hours after its last set, on Train and on the dashboard alike', async () => {
    const { actor, id } = await forgotten()
    travelTo(at('21:41'))
    expect(await ask(actor)).toMatchObject({ id, isQuiet: false, lastSetAt: new Date(at('18:42')) })
    travelTo(at('21:42'))
    const running = await ask(actor)
    expect(running).toMatchObject({ isQuiet: true, lastSetAt: new Date(at('18:42')) })
    expect((await callAs(actor, getDashboard, {})).running).toEqual(running)
  })

  it('is not quiet for three hours more once somebody said that it goes on', async () => {
    const { actor, id } = await forgotten()
    travelTo(at('22:00'))
    await callAs(actor, editWorkout, { type: 'keepTraining', sessionId: id })
    expect(await ask(actor)).toMatchObject({ isQuiet: false })
    travelTo('2026-03-03T00:59:00Z')
    expect(await ask(actor)).toMatchObject({ isQuiet: false })
    travelTo('2026-03-03T01:00:00Z')
    expect(await ask(actor)).toMatchObject({ isQuiet: true, lastSetAt: new Date(at('18:42')) })
  })

  it('counts from its start where no set is done, and none that was taken out', async () => {
    const { actor, id } = await forgotten()
    const log = first((await callAs(actor, getWorkout, { id })).exercises)
    await callAs(actor, editWorkout, {
      ...{ type: 'removeExercise', sessionId: id, exerciseLogId: log.id },
    })
    travelTo(at('20:59'))
    expect(await ask(actor)).toMatchObject({ isQuiet: false, lastSetAt: null })
    travelTo(at('21:00'))
    expect(await ask(actor)).toMatchObject({ isQuiet: true, lastSetAt: null })
  })
})

describe('starting another while one is quiet', () => {
  it('finishes the one at its last set, with its totals, and starts the other', async () => {
    const { actor, id } = await forgotten()
    travelTo(at('23:00'))
    const started = await callAs(actor, startWorkout, { isFinishing: true })
    expect(started.id).not.toBe(id)
    expect(await callAs(actor, getWorkout, { id })).toMatchObject({
      ...{ status: 'completed', completedAt: new Date(at('18:42')), durationSeconds: 42 * 60 },
      ...{ setCount: 1, volumeKg: 400 },
    })
    expect(await ask(actor)).toMatchObject({ id: started.id, isQuiet: false, lastSetAt: null })
  })

  it('changes nothing where no set is done', async () => {
    const actor = await createPerson(test.db)
    const { id } = await workoutWith(actor, benchPress)
    await expect(callAs(actor, startWorkout, { isFinishing: true })).rejects.toMatchObject({
      key: 'nothingDone',
    })
    expect(await ask(actor)).toMatchObject({ id, status: 'in_progress' })
  })

  it('is refused while nobody says what becomes of the one', async () => {
    const { actor } = await forgotten()
    await expect(callAs(actor, startWorkout, {})).rejects.toMatchObject({
      key: 'sessionInProgress',
    })
  })
})
