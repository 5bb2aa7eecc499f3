import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/core/actor'
import { exerciseMonths, trainingMonths } from '@/lib/db/schema/statistics'
import { auditLog, exerciseLogs, setLogs } from '@/lib/db/schema/training'
import { addDays, localDate } from '@/lib/domain/local-date'
import { createTestDatabase, type TestDatabase } from '@/tests/helpers/database'
import { callAs, createPerson } from '@/tests/helpers/people'
import { exerciseId, expectRecordsRight, first, trainedSession } from '@/tests/helpers/workouts'
import { amendWorkout, correctWorkout } from './correct-workout'
import { getWorkout } from './read-workouts'

let test: TestDatabase
let benchPress: string
let actor: Actor
const HOUR_MS = 3_600_000

beforeAll(async () => {
  test = await createTestDatabase()
  benchPress = await exerciseId('barbell-bench-press')
})
afterAll(() => test.drop())

const today = () => localDate({ instant: new Date(), timeZone: 'UTC', dayCutoffHour: 4 })
const at = (day: string, time: string) => new Date(`${day}T${time}:00.000Z`)

/** The months and days that statistics read, without what differs by the clock. */
const sums = async () => ({
  months: (await test.db.select().from(trainingMonths)).filter((m) => m.userId === actor.userId),
  exercises: (await test.db.select().from(exerciseMonths)).filter((m) => m.userId === actor.userId),
})

describe('the time of a finished workout', () => {
  it('moves to another day and month with its sets, records and totals', async () => {
    actor = await createPerson(test.db)
    const moved = await trainedSession(actor, [[100, 5]], benchPress)
    const kept = await trainedSession(actor, [[90, 5]], benchPress)
    expect(kept.recordCount).toBe(0)
    const day = addDays(today(), -70)
    await callAs(actor, correctWorkout, {
      ...{ sessionId: kept.id, name: kept.name, localDate: day },
      ...{ startTime: '18:30', workoutLength: 4080 },
    })
    const after = await callAs(actor, getWorkout, { id: kept.id })
    expect(after).toMatchObject({
      ...{ localDate: day, startedAt: at(day, '18:30'), durationSeconds: 4080 },
      completedAt: at(day, '19:38'),
    })
    expect(after.recordCount).toBe(0)
    const set = (await test.db.select().from(setLogs).where(eq(setLogs.sessionId, kept.id))).find(
      (each) => each.isCompleted,
    )
    expect(set?.performedAt?.getTime()).toBeGreaterThanOrEqual(at(day, '18:30').getTime())
    expect(set?.performedAt?.getTime()).toBeLessThan(at(day, '19:38').getTime())
    await expectRecordsRight(actor, benchPress)
    const { months, exercises } = await sums()
    expect(months.map(({ month, volumeKg }) => [month.slice(0, 7), volumeKg]).sort()).toEqual([
      [day.slice(0, 7), 450],
      [today().slice(0, 7), 500],
    ])
    expect(exercises.map(({ bestWeightKg }) => bestWeightKg).sort()).toEqual([100, 90])
    const [log] = await test.db
      .select()
      .from(exerciseLogs)
      .where(eq(exerciseLogs.sessionId, kept.id))
    expect(log).toMatchObject({ performedOn: day, sessionStartedAt: at(day, '18:30') })
    const [trail] = await test.db
      .select()
      .from(auditLog)
      .where(eq(auditLog.subjectId, kept.id))
      .then((rows) => rows.filter((row) => row.action === 'session_corrected'))
    expect(trail?.details).toMatchObject({
      time: { before: { localDate: kept.localDate }, after: { localDate: day } },
    })
    expect((await callAs(actor, getWorkout, { id: moved.id })).recordCount).toBe(1)
  })

  it('keeps the seconds where the form says what it was shown', async () => {
    actor = await createPerson(test.db)
    const done = await trainedSession(actor, [[100, 5]], benchPress)
    const shown = done.startedAt.toISOString().slice(11, 16)
    await callAs(actor, correctWorkout, {
      ...{ sessionId: done.id, name: 'Named', localDate: done.localDate },
      ...{ startTime: shown, workoutLength: 0 },
    })
    const { startedAt, completedAt, exercises } = done
    expect(await callAs(actor, getWorkout, { id: done.id })).toMatchObject({
      ...{ name: 'Named', startedAt, completedAt, exercises },
    })
  })

  it('draws its sets together where it becomes shorter than they were', async () => {
    actor = await createPerson(test.db)
    const done = await trainedSession(
      actor,
      [
        [100, 5],
        [105, 5],
      ],
      benchPress,
    )
    const start = new Date(done.startedAt.getTime() - 3 * HOUR_MS)
    const said = { sessionId: done.id, startedAt: start.toISOString() }
    await callAs(actor, amendWorkout, { ...said, durationSeconds: 7200 })
    const log = first(done.exercises)
    const late = { exerciseLogId: log.id, weight: 110, reps: 5 }
    await callAs(actor, amendWorkout, { sessionId: done.id, sets: [late] })
    await callAs(actor, amendWorkout, { sessionId: done.id, durationSeconds: 3600 })
    const rows = await test.db.select().from(setLogs).where(eq(setLogs.sessionId, done.id))
    const times = rows.flatMap((row) => row.performedAt?.getTime() ?? []).sort()
    expect(times.at(-1)).toBe(start.getTime() + HOUR_MS)
    await expectRecordsRight(actor, benchPress)
  })

  it('asks before it ends ahead of its last set, and leaves the times of its sets alone', async () => {
    actor = await createPerson(test.db)
    const done = await trainedSession(actor, [[100, 5]], benchPress)
    const start = new Date(done.startedAt.getTime() - 3 * HOUR_MS)
    const said = { sessionId: done.id, startedAt: start.toISOString() }
    await callAs(actor, amendWorkout, { ...said, durationSeconds: 7200 })
    const setAt = new Date(start.getTime() + HOUR_MS)
    await test.db.update(setLogs).set({ performedAt: setAt }).where(eq(setLogs.sessionId, done.id))
    const short = { sessionId: done.id, name: done.name, workoutLength: 600 }
    await expect(callAs(actor, correctWorkout, short)).rejects.toMatchObject({
      ...{ key: 'endsBeforeLastSet' },
      fields: { workoutLength: [{ key: 'endsBeforeLastSet', values: { length: '1:00' } }] },
    })
    await callAs(actor, correctWorkout, { ...short, isShortMeant: true })
    const after = await callAs(actor, getWorkout, { id: done.id })
    expect(after.durationSeconds).toBe(600)
  })

  it('ends at its last set where it was finished too late', async () => {
    actor = await createPerson(test.db)
    const done = await trainedSession(actor, [[100, 5]], benchPress)
    const start = new Date(done.startedAt.getTime() - 3 * HOUR_MS)
    const said = { sessionId: done.id, startedAt: start.toISOString() }
    await callAs(actor, amendWorkout, { ...said, durationSeconds: 7200 })
    await callAs(actor, amendWorkout, { sessionId: done.id, isEndedAtLastSet: true })
    const after = await callAs(actor, getWorkout, { id: done.id })
    expect(after.durationSeconds).toBeLessThan(10)
    expect(after.startedAt).toEqual(start)
  })

  it.each([
    ['a day to come', { localDate: '2999-01-01' }, 'localDate', 'dayToCome'],
    ['a day before 1970', { localDate: '1969-12-31' }, 'localDate', 'dayTooEarly'],
    ['an end after now', { workoutLength: 7200 }, 'startTime', 'inFuture'],
    [
      'more than a day',
      { localDate: '2020-01-02', workoutLength: 90_000 },
      'workoutLength',
      'workoutTooLong',
    ],
  ])('refuses %s', async (_, time, field, key) => {
    actor = await createPerson(test.db)
    const done = await trainedSession(actor, [[100, 5]], benchPress)
    await expect(
      callAs(actor, correctWorkout, { sessionId: done.id, name: done.name, ...time }),
    ).rejects.toMatchObject({ fields: { [field]: [{ key }] } })
  })
})
