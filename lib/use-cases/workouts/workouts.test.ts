import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@/lib/core/id'
import { planSnapshots, routines } from '@/lib/db/schema/library'
import { auditLog, setLogs, workoutSessions } from '@/lib/db/schema/training'
import { createTestDatabase, type TestDatabase } from '@/tests/helpers/database'
import { callAs, createPerson } from '@/tests/helpers/people'
import {
  change,
  exerciseId,
  expectRecordsRight,
  first,
  workoutWith,
} from '@/tests/helpers/workouts'
import {
  addExercise,
  moveExercise,
  removeExercise,
  removeSet,
  restoreExercise,
} from './edit-structure'
import { completeWorkout } from './finish-workout'
import { logSet } from './log-set'
import { getWorkout } from './read-workouts'
import { startWorkout } from './start-workout'

let test: TestDatabase
let benchPress: string
let squat: string

beforeAll(async () => {
  test = await createTestDatabase()
  benchPress = await exerciseId('barbell-bench-press')
  squat = await exerciseId('barbell-back-squat')
})
afterAll(() => test.drop())

describe('starting', () => {
  it('keeps what the routine said, whatever becomes of the routine', async () => {
    const actor = await createPerson(test.db)
    const [template] = await test.db
      .select()
      .from(routines)
      .where(eq(routines.slug, 'stronglifts-5x5-a'))
      .limit(1)
    const routine = template ?? first(await test.db.select().from(routines).limit(1))
    const { id } = await callAs(actor, startWorkout, { routineId: routine.id })
    const workout = await callAs(actor, getWorkout, { id })
    expect(workout.name).toBe(routine.name)
    expect(workout.exercises.flatMap((log) => log.sets).length).toBeGreaterThan(2)
    const [snapshot] = await test.db
      .select()
      .from(planSnapshots)
      .where(eq(planSnapshots.userId, actor.userId))
    expect(
      snapshot?.content.blocks.flatMap((block) => block.exercises.map((line) => line.exerciseId)),
    ).toEqual(workout.exercises.map((log) => log.exerciseId))
    const trail = await test.db.select().from(auditLog).where(eq(auditLog.subjectId, id))
    expect(trail.map((row) => row.action)).toEqual(['session_started'])
  })

  it('lets one of twenty parallel starts through and tells the others', async () => {
    const actor = await createPerson(test.db)
    const starts = await Promise.allSettled(
      Array.from({ length: 20 }, () => callAs(actor, startWorkout, {})),
    )
    const refused = starts.filter((start) => start.status === 'rejected')
    expect(refused).toHaveLength(19)
    expect(refused.every(({ reason }) => reason.key === 'sessionInProgress')).toBe(true)
    const running = await test.db
      .select()
      .from(workoutSessions)
      .where(eq(workoutSessions.userId, actor.userId))
    expect(running).toHaveLength(1)
  })

  it('answers the same for the same id, and replaces the other one when asked', async () => {
    const actor = await createPerson(test.db)
    const id = newId()
    expect(await callAs(actor, startWorkout, { id })).toEqual({ id })
    expect(await callAs(actor, startWorkout, { id })).toEqual({ id })
    const next = await callAs(actor, startWorkout, { isReplacing: true })
    await expect(callAs(actor, getWorkout, { id })).rejects.toMatchObject({ code: 'not_found' })
    expect((await callAs(actor, getWorkout, { id: next.id })).status).toBe('in_progress')
  })
})

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
    ['reps', { reps: 877_777 }],
    ['reps', { reps: -1 }],
    ['reps', { reps: 2.5 }],
    ['weight', { weight: 1e308 }],
    ['weight', { weight: 1500.01 }],
    ['weight', { weight: 80.123 }],
    ['weight', { weight: Number.NaN }],
    ['distance', { distance: 500.01, distanceUnit: 'km' }],
    ['distance', { distance: 311, distanceUnit: 'mi' }],
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
})

describe('the shape of a workout', () => {
  it('adds, moves, takes out and puts back exercises and sets', async () => {
    const actor = await createPerson(test.db)
    const { id } = await workoutWith(actor, benchPress)
    await callAs(actor, addExercise, { sessionId: id, exerciseId: squat })
    const names = async () =>
      (await callAs(actor, getWorkout, { id })).exercises.map((log) => log.name)
    const [bench, back] = await names()
    const logs = (await callAs(actor, getWorkout, { id })).exercises
    const squatLog = logs[1]
    if (!squatLog) throw new Error('Squat is missing')
    await callAs(actor, moveExercise, { exerciseLogId: squatLog.id, direction: 'up' })
    expect(await names()).toEqual([back, bench])
    await callAs(actor, logSet, change(first(squatLog.sets), { weight: 100, reps: 5 }))
    await callAs(actor, removeExercise, { exerciseLogId: squatLog.id })
    expect(await names()).toEqual([bench])
    await expectRecordsRight(actor, squat)
    await callAs(actor, restoreExercise, { exerciseLogId: squatLog.id })
    expect(await names()).toEqual([back, bench])
    await expectRecordsRight(actor, squat)
    await callAs(actor, removeSet, { setId: first(squatLog.sets).id })
    expect(first((await callAs(actor, getWorkout, { id })).exercises).sets).toHaveLength(2)
    await expectRecordsRight(actor, squat)
  })

  it('swaps only what is not done yet', async () => {
    const actor = await createPerson(test.db)
    const workout = await workoutWith(actor, benchPress)
    const log = first(workout.exercises)
    await callAs(actor, logSet, change(first(log.sets), { weight: 60, reps: 8 }))
    await callAs(actor, addExercise, { sessionId: workout.id, exerciseId: squat, swapFor: log.id })
    const after = await callAs(actor, getWorkout, { id: workout.id })
    expect(after.exercises.map((each) => [each.exerciseId, each.sets.length])).toEqual([
      [benchPress, 1],
      [squat, 2],
    ])
  })
})
