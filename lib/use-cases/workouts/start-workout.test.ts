import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@/lib/core/id'
import { planSnapshots, routines } from '@/lib/db/schema/library'
import { auditLog, workoutSessions } from '@/lib/db/schema/training'
import { dayOfWeek, localDate } from '@/lib/domain/local-date'
import { createTestDatabase, type TestDatabase } from '@/tests/helpers/database'
import { callAs, createPerson } from '@/tests/helpers/people'
import { change, exerciseId, first } from '@/tests/helpers/workouts'
import { getDashboard } from '../dashboard/get-dashboard'
import { createRoutine, deleteRoutine } from '../routines/write-routines'
import { putSchedule } from '../schedule/schedule'
import { completeWorkout } from './finish-workout'
import { logSet } from './log-set'
import { getWorkout } from './read-workouts'
import { startWorkout } from './start-workout'

let test: TestDatabase
let bench: object

beforeAll(async () => {
  test = await createTestDatabase()
  const line = { exerciseId: await exerciseId('barbell-bench-press'), weight: 60, weightUnit: 'kg' }
  bench = {
    name: 'Bench day',
    blocks: [{ exercises: [{ ...line, sets: 2, repsMin: 5, repsMax: 5 }] }],
  }
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

  it('answers one start that is sent many times at once with one workout', async () => {
    const actor = await createPerson(test.db)
    const id = newId()
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => callAs(actor, startWorkout, { id })),
    )
    expect(answers).toEqual(answers.map(() => ({ id })))
    const other = await createPerson(test.db)
    await expect(callAs(other, startWorkout, { id })).rejects.toMatchObject({ code: 'not_found' })
  })

  it("carries out today's plan, which is done once the workout is finished", async () => {
    const actor = await createPerson(test.db)
    const { routineId } = await callAs(actor, createRoutine, bench)
    const today = dayOfWeek(localDate({ instant: new Date(), ...actor }))
    await callAs(actor, putSchedule, { entries: [{ dayOfWeek: today, routineId }] })
    const [planned] = (await callAs(actor, getDashboard, {})).planned
    const { id } = await callAs(actor, startWorkout, { routineId: planned?.routineId })
    const workout = await callAs(actor, getWorkout, { id })
    expect(workout).toMatchObject({ routineId, name: 'Bench day' })
    const set = first(first(workout.exercises).sets)
    expect(set).toMatchObject({ weight: 60, reps: 5, isCompleted: false })
    expect((await callAs(actor, getDashboard, {})).planned).toMatchObject([{ isDone: false }])
    await callAs(actor, logSet, change(set, { weight: set.weight, reps: set.reps }))
    await callAs(actor, completeWorkout, { sessionId: id })
    expect((await callAs(actor, getDashboard, {})).planned).toMatchObject([{ isDone: true }])
  })

  it('refuses what is empty, deleted or of somebody else, and starts nothing', async () => {
    const actor = await createPerson(test.db)
    const empty = await callAs(actor, createRoutine, { name: 'Empty' })
    const gone = await callAs(actor, createRoutine, bench)
    await callAs(actor, deleteRoutine, gone)
    const foreign = await callAs(await createPerson(test.db), createRoutine, bench)
    for (const [{ routineId }, key] of [
      [empty, 'nothingToTrain'],
      [gone, 'planNotFound'],
      [foreign, 'planNotFound'],
    ] as const)
      await expect(callAs(actor, startWorkout, { routineId })).rejects.toMatchObject({ key })
    expect((await callAs(actor, getDashboard, {})).running).toBeNull()
  })
})
