import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/core/actor'
import { auditLog, workoutSessions } from '@/lib/db/schema/training'
import { travelTo } from '@/tests/helpers/clock'
import { createTestDatabase, type TestDatabase } from '@/tests/helpers/database'
import { callAs, createPerson } from '@/tests/helpers/people'
import {
  addSet,
  change,
  exerciseId,
  expectRecordsRight,
  first,
  trainedSession,
  workoutWith,
} from '@/tests/helpers/workouts'
import { editWorkout } from './edit-workout'
import { discardWorkout, removeWorkout } from './finish-workout'
import { logSet } from './log-set'
import { getRunningWorkout, getWorkout } from './read-workouts'
import { listDiscarded, restoreWorkout } from './restore-workout'
import { startWorkout } from './start-workout'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

let test: TestDatabase
let bench: string

beforeAll(async () => {
  test = await createTestDatabase()
  bench = await exerciseId('barbell-bench-press')
})
afterAll(() => test.drop())

/** A running workout with one done set. */
async function running(actor: Actor, weight = 60): Promise<string> {
  const { id, exercises } = await workoutWith(actor, bench)
  await callAs(actor, logSet, change(first(first(exercises).sets), { weight, reps: 5 }))
  return id
}

async function discarded(actor: Actor, weight = 60): Promise<string> {
  const sessionId = await running(actor, weight)
  await callAs(actor, discardWorkout, { sessionId })
  return sessionId
}

const listed = async (actor: Actor) =>
  (await callAs(actor, listDiscarded, {})).map(({ id, setsDone }) => ({ id, setsDone }))

describe('a discarded workout', () => {
  it('is listed with its done sets, and goes on once it is restored, twice over', async () => {
    const actor = await createPerson(test.db)
    const sessionId = await discarded(actor)
    expect(await listed(actor)).toEqual([{ id: sessionId, setsDone: 1 }])
    await Promise.all([1, 2].map(() => callAs(actor, restoreWorkout, { sessionId })))
    expect(await listed(actor)).toEqual([])
    expect(await callAs(actor, getRunningWorkout, {})).toMatchObject({ id: sessionId, setsDone: 1 })
    const trail = await test.db.select().from(auditLog).where(eq(auditLog.subjectId, sessionId))
    expect(trail.map((row) => row.action).sort()).toEqual([
      ...['session_discarded', 'session_restored', 'session_started'],
    ])
  })

  it('keeps a set that was removed before removed', async () => {
    const actor = await createPerson(test.db)
    const { id: sessionId, exercises } = await workoutWith(actor, bench)
    const { id: exerciseLogId, sets } = first(exercises)
    await addSet(actor, { sessionId, exerciseLogId })
    const removed = first(sets).id
    await callAs(actor, editWorkout, { type: 'removeSet', sessionId, setId: removed })
    const before = await callAs(actor, getWorkout, { id: sessionId })
    await callAs(actor, removeWorkout, { sessionId })
    await callAs(actor, restoreWorkout, { sessionId })
    expect((await callAs(actor, getWorkout, { id: sessionId })).exercises).toEqual(before.exercises)
  })

  it('takes its records back from a workout finished in between', async () => {
    const actor = await createPerson(test.db)
    await trainedSession(actor, [[70, 5]], bench)
    const sessionId = await discarded(actor, 100)
    const { id, recordCount } = await trainedSession(actor, [[80, 5]], bench)
    expect(recordCount).toBe(1)
    await callAs(actor, restoreWorkout, { sessionId })
    await expectRecordsRight(actor, bench)
    expect((await callAs(actor, getWorkout, { id })).recordCount).toBe(0)
  })

  it('asks which one to keep while another one runs', async () => {
    const actor = await createPerson(test.db)
    const one = await discarded(actor)
    const other = await running(actor)
    await expect(callAs(actor, restoreWorkout, { sessionId: one })).rejects.toMatchObject({
      key: 'sessionInProgress',
    })
    await callAs(actor, restoreWorkout, { sessionId: one, isReplacing: true })
    expect(await listed(actor)).toEqual([{ id: other, setsDone: 1 }])
    await callAs(actor, restoreWorkout, { sessionId: other, isFinishing: true })
    expect((await callAs(actor, getWorkout, { id: one })).status).toBe('completed')
    expect(await callAs(actor, getRunningWorkout, {})).toMatchObject({ id: other })
  })

  it('can be restored for a day, and is deleted at the next start after it', async () => {
    const actor = await createPerson(test.db)
    const now = Date.now()
    const sessionId = await discarded(actor)
    travelTo(now + DAY_MS - HOUR_MS)
    expect(await listed(actor)).toHaveLength(1)
    const kept = await discarded(actor)
    travelTo(now + DAY_MS + HOUR_MS)
    expect(await listed(actor)).toEqual([{ id: kept, setsDone: 1 }])
    await expect(callAs(actor, restoreWorkout, { sessionId })).rejects.toMatchObject({
      code: 'not_found',
    })
    const { id } = await callAs(actor, startWorkout, {})
    const rows = await test.db
      .select({ id: workoutSessions.id })
      .from(workoutSessions)
      .where(eq(workoutSessions.userId, actor.userId))
    expect(rows.map((row) => row.id).sort()).toEqual([kept, id].sort())
  })
})
