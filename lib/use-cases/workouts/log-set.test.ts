import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setLogs } from '@/lib/db/schema/training'
import { createTestDatabase, type TestDatabase } from '@/tests/helpers/database'
import { callAs, createPerson } from '@/tests/helpers/people'
import {
  change,
  exerciseId,
  expectRecordsRight,
  first,
  workoutWith,
} from '@/tests/helpers/workouts'
import { completeWorkout } from './finish-workout'
import { logSet } from './log-set'
import { getWorkout } from './read-workouts'

let test: TestDatabase
let benchPress: string

beforeAll(async () => {
  test = await createTestDatabase()
  benchPress = await exerciseId('barbell-bench-press')
})
afterAll(() => test.drop())

describe('logging a set', () => {
  it('keeps 225 lb as 225 lb and finds its records', async () => {
    const actor = await createPerson(test.db, { weightUnit: 'lb' })
    const workout = await workoutWith(actor, benchPress)
    const set = first(first(workout.exercises).sets)
    const { set: saved, records } = await callAs(
      actor,
      logSet,
      change(set, { weight: 225, weightUnit: 'lb', reps: 5 }),
    )
    expect(saved).toMatchObject({
      weight: 225,
      weightUnit: 'lb',
      reps: 5,
      isCompleted: true,
      revision: 2,
    })
    expect(records.find((record) => record.kind === 'heaviest_weight')?.value).toBeCloseTo(
      102.0583,
      3,
    )
    await expectRecordsRight(actor, benchPress)
  })

  it('does the same operation once, however often and in parallel it is sent', async () => {
    const actor = await createPerson(test.db)
    const set = first(first((await workoutWith(actor, benchPress)).exercises).sets)
    const operation = change(set, { weight: 80, reps: 5 })
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => callAs(actor, logSet, operation)),
    )
    expect(new Set(answers.map((answer) => answer.set.revision))).toEqual(new Set([2]))
  })

  it('reads a side out of the list that has the kinds too, and keeps the kind', async () => {
    const actor = await createPerson(test.db)
    const set = first(first((await workoutWith(actor, benchPress)).exercises).sets)
    const choices = [
      { kind: 'drop left', kept: { kind: 'drop', side: 'left' } },
      { kind: 'failure', side: 'left', kept: { kind: 'failure', side: 'left' } },
      { kind: 'failure both', side: 'left', kept: { kind: 'failure', side: null } },
    ]
    for (const [index, { kept, ...values }] of choices.entries()) {
      const typed = { ...values, weight: 20, reps: 8 }
      const now = { ...set, revision: set.revision + index }
      expect((await callAs(actor, logSet, change(now, typed))).set).toMatchObject(kept)
    }
  })

  it('keeps the metres of a distance whose text nobody changed', async () => {
    const actor = await createPerson(test.db, { distanceUnit: 'mi' })
    const running = await exerciseId('running')
    const set = first(first((await workoutWith(actor, running)).exercises).sets)
    const save = async (revision: number, distance: string) => {
      const typed = change({ ...set, revision }, { distance, durationSeconds: '50:00' })
      const saved = await callAs(actor, logSet, { ...typed, distanceMeters: 10_000 })
      return saved.set.distanceMeters
    }
    expect(await save(1, '6.21')).toBe(10_000)
    expect(await save(2, '6.22')).toBe(10_010.12)
  })

  it('refuses a change made on an older revision, and one to a finished workout', async () => {
    const actor = await createPerson(test.db)
    const workout = await workoutWith(actor, benchPress)
    const set = first(first(workout.exercises).sets)
    await callAs(actor, logSet, change(set, { weight: 80, reps: 5 }))
    await expect(callAs(actor, logSet, change(set, { weight: 90, reps: 5 }))).rejects.toMatchObject(
      {
        key: 'setChanged',
      },
    )
    await callAs(actor, completeWorkout, { sessionId: workout.id })
    await expect(
      callAs(actor, logSet, change({ ...set, revision: 2 }, { weight: 90, reps: 5 })),
    ).rejects.toMatchObject({ key: 'sessionCompleted' })
  })

  it.each([
    ['reps', { reps: 1_000_001 }],
    ['reps', { reps: 'eight' }],
    ['reps', { reps: -1 }],
    ['reps', { reps: 2.5 }],
    ['weight', { weight: 1e308 }],
    ['weight', { weight: 1500.01 }],
    ['weight', { weight: 80.123 }],
    ['weight', { weight: Number.NaN }],
    ['rpe', { rpe: 7.3 }],
    ['rpe', { rpe: 11 }],
  ])('refuses nonsense in %s and changes nothing: %j', async (field, values) => {
    const actor = await createPerson(test.db)
    const set = first(first((await workoutWith(actor, benchPress)).exercises).sets)
    await expect(callAs(actor, logSet, change(set, { reps: 5, ...values }))).rejects.toMatchObject({
      code: 'validation',
      fields: { [field]: expect.anything() },
    })
    const [row] = await test.db.select().from(setLogs).where(eq(setLogs.id, set.id))
    expect(row).toMatchObject({ revision: 1, isCompleted: false, reps: null, weight: null })
  })

  it('refuses a done set that says nothing of what was done; a weight alone is not enough', async () => {
    const actor = await createPerson(test.db)
    const set = first(first((await workoutWith(actor, benchPress)).exercises).sets)
    for (const values of [{}, { weight: 80 }, { weight: 80, durationSeconds: 60 }])
      await expect(callAs(actor, logSet, change(set, values))).rejects.toMatchObject({
        fields: { reps: [{ key: 'required' }] },
      })
    const { set: saved } = await callAs(
      actor,
      logSet,
      change(set, { weight: 80, isCompleted: false }),
    )
    expect(saved).toMatchObject({ weight: 80, isCompleted: false, revision: 2 })
  })

  it('takes the records of a set back with its tick', async () => {
    const actor = await createPerson(test.db)
    const set = first(first((await workoutWith(actor, benchPress)).exercises).sets)
    await callAs(actor, logSet, change(set, { weight: 80, reps: 5 }))
    const undone = { weight: 80, reps: 5, isCompleted: false }
    const { records } = await callAs(actor, logSet, change({ ...set, revision: 2 }, undone))
    expect(records).toEqual([])
    await expectRecordsRight(actor, benchPress)
  })

  it('shows the weight of a set in those below that nobody has touched', async () => {
    const actor = await createPerson(test.db)
    const { id, exercises } = await workoutWith(actor, benchPress)
    await callAs(actor, logSet, change(first(first(exercises).sets), { weight: 82.5, reps: 5 }))
    const { sets } = first((await callAs(actor, getWorkout, { id })).exercises)
    expect(sets.map((set) => set.weight)).toEqual([82.5, 82.5, 82.5])
    expect(sets.map((set) => set.isCompleted)).toEqual([true, false, false])
  })
})
