import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/tests/helpers/database'
import { callAs, createPerson } from '@/tests/helpers/people'
import { exerciseId, expectRecordsRight, first, trainedSession } from '@/tests/helpers/workouts'
import { amendWorkout, correctWorkout } from './correct-workout'
import { getWorkout } from './read-workouts'

let test: TestDatabase
let benchPress: string

beforeAll(async () => {
  test = await createTestDatabase()
  benchPress = await exerciseId('barbell-bench-press')
})
afterAll(() => test.drop())

/** A person with a first workout at 100 kg, and a second one at 115 kg to be corrected. */
async function trained() {
  const actor = await createPerson(test.db)
  await trainedSession(actor, [[100, 5]], benchPress)
  const { id, name, exercises } = await trainedSession(actor, [[115, 5]], benchPress)
  const { id: setId } = first(first(exercises).sets)
  const correct = (set: object, more: object = {}) =>
    callAs(actor, correctWorkout, {
      ...{ sessionId: id, name, ...more },
      sets: [{ setId, weight: 115, reps: 5, weightUnit: 'kg', ...set }],
    })
  const stored = async () => first(first((await callAs(actor, getWorkout, { id })).exercises).sets)
  return { actor, id, setId, correct, stored }
}

describe('a correction to a figure far above the usual', () => {
  it('is asked about, saved once it is meant, and shown as not counted', async () => {
    const { actor, correct, stored } = await trained()
    const asked = { code: 'validation', key: 'unbelievable' }
    const fields = { 'sets[0].weight': [{ key: 'unbelievable' }] }
    await expect(correct({ weight: 1175 })).rejects.toMatchObject({ ...asked, fields })
    // No one lifts that, so it is no record even when it is meant; this one is only far above the best.
    await expect(correct({ weight: 225 })).rejects.toMatchObject({ ...asked, fields })
    expect(await stored()).toMatchObject({ weight: 115, isSlip: false })
    await correct({ weight: 1175, isMeant: true })
    expect(await stored()).toMatchObject({ weight: 1175, isSlip: true })
    await correct({ weight: 225, isMeant: true })
    expect(await stored()).toMatchObject({ weight: 225, isSlip: false })
    await expectRecordsRight(actor, benchPress)
  })

  it('is not asked about again where only the note changes', async () => {
    const { correct, stored } = await trained()
    await correct({ weight: 1175, isMeant: true })
    await correct({ weight: 1175, notes: 'Leg press sled' })
    expect(await stored()).toMatchObject({ notes: 'Leg press sled', isSlip: true })
  })

  it('comes after what is missing', async () => {
    const { correct } = await trained()
    await expect(correct({ weight: 1175, reps: null })).rejects.toMatchObject({
      ...{ key: 'validation', fields: { 'sets[0].reps': [{ key: 'required' }] } },
    })
  })

  it('is kept apart without a question where a program sends it', async () => {
    const { actor, id, setId, stored } = await trained()
    await callAs(actor, amendWorkout, { sessionId: id, sets: [{ id: setId, weight: 1175 }] })
    expect(await stored()).toMatchObject({ weight: 1175, isSlip: true })
  })
})

describe('a weight that nothing can weigh', () => {
  it.each([
    ['kg', 1500.5, { key: 'weightTooHeavy' }],
    ['kg', 4000, { key: 'weightTooHeavy' }],
    ['lb', 4000, { key: 'atMost', values: { limit: '3,306\u00a0lb' } }],
  ])('says the limit in %s for %d', async (weightUnit, weight, message) => {
    const { correct } = await trained()
    await expect(correct({ weight, weightUnit })).rejects.toMatchObject({
      fields: { 'sets[0].weight': [message] },
    })
  })
})
