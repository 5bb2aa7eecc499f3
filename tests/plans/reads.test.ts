import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/core/actor'
import { getDots } from '@/lib/use-cases/analytics/get-dots'
import { getMyAnalytics } from '@/lib/use-cases/analytics/get-my-analytics'
import { getStatistics } from '@/lib/use-cases/analytics/get-statistics'
import { getDashboard } from '@/lib/use-cases/dashboard/get-dashboard'
import {
  getExerciseHistory,
  listTrainedExercises,
} from '@/lib/use-cases/exercises/exercise-history'
import {
  getExerciseRecords,
  listRecordHistory,
  listRecords,
} from '@/lib/use-cases/records/read-records'
import { listRoutines } from '@/lib/use-cases/routines/read-routines'
import {
  getPreviousWorkout,
  getWorkout,
  listWorkouts,
} from '@/lib/use-cases/workouts/read-workouts'
import { createTestDatabase, type TestDatabase } from '@/tests/helpers/database'
import { fillTotals, insertHistory, SETS_A_SESSION } from '@/tests/helpers/long-history'
import { createPerson } from '@/tests/helpers/people'
import { exerciseId } from '@/tests/helpers/workouts'
import { explainReading } from './explain'

/** How many sets somebody has logged, and how many workouts that makes. */
const HISTORIES = { '10³': 1000, '10⁴': 10_000, '10⁵': 100_000 } as const
type Size = keyof typeof HISTORIES

interface Person {
  actor: Actor
  routineId: string
  /** The newest workout. */
  sessionId: string
}

let test: TestDatabase
let bench: string
const people = new Map<Size, Person>()

beforeAll(async () => {
  test = await createTestDatabase()
  bench = await exerciseId('barbell-bench-press')
  for (const [size, sets] of Object.entries(HISTORIES) as [Size, number][]) {
    const actor = await createPerson(test.db, { bodyWeightKg: 80 })
    const routineId = await insertHistory(test.owner, {
      userId: actor.userId,
      sessions: sets / SETS_A_SESSION,
    })
    const [newest] = await test.db.execute<{ id: string }>(
      sql`select id from workout_sessions where user_id = ${actor.userId} order by local_date desc limit 1`,
    )
    people.set(size, { actor, routineId, sessionId: newest?.id ?? '' })
  }
  // Somebody else with thousands of records, since a table of a few pages is best read whole.
  const { userId } = await createPerson(test.db)
  await insertHistory(test.owner, { userId, sessions: 800, weight: 'grows' })
  await fillTotals(test.owner)
  await test.owner.execute(sql`vacuum analyze`)
}, 180_000)
afterAll(() => test.drop())

type Input = (person: Person) => Record<string, unknown>
const READINGS: [name: string, useCase: Parameters<typeof explainReading>[1], input: Input][] = [
  ['the dashboard', getDashboard, () => ({})],
  ['a page of the history', listWorkouts, () => ({})],
  ['a later page of the history', listWorkouts, () => ({ after: place(80) })],
  ['the history of a routine', listWorkouts, ({ routineId }) => ({ routineId })],
  ['the history of an exercise', listWorkouts, () => ({ exerciseId: bench })],
  ['a week of the history', listWorkouts, () => ({ from: day(20), to: day(14) })],
  ['a workout', getWorkout, ({ sessionId: id }) => ({ id })],
  ['the workout before', getPreviousWorkout, ({ sessionId: id }) => ({ id })],
  ['the routines', listRoutines, () => ({})],
  ['statistics of 30 days', getStatistics, () => ({ period: '30', muscle: 'chest' })],
  ['statistics of 90 days', getStatistics, () => ({ period: '90', muscle: 'chest' })],
  ['statistics of 365 days', getStatistics, () => ({ period: '365', muscle: 'chest' })],
  ['figures for programs', getMyAnalytics, () => ({ period: '365' })],
  ['an exercise, 90 days', getExerciseHistory, () => ({ exerciseId: bench, range: '90' })],
  ['an exercise, a year', getExerciseHistory, () => ({ exerciseId: bench, range: '365' })],
  ['the records', listRecords, () => ({})],
  ['the records of an exercise', getExerciseRecords, () => ({ exerciseId: bench })],
  ['the lifts of a score', getDots, () => ({})],
  ['a record through time', listRecordHistory, () => ({ exerciseId: bench, kind: 'e1rm' })],
]
/** They answer from the sums of the calendar months, of which there are more after more years. */
const BY_MONTH: typeof READINGS = [
  ['statistics of all time', getStatistics, () => ({ period: 'all', muscle: 'chest' })],
  ['figures of all time', getMyAnalytics, () => ({ period: 'all' })],
  ['an exercise of all time', getExerciseHistory, () => ({ exerciseId: bench, range: 'all' })],
  ['the exercises ever done', listTrainedExercises, () => ({})],
]

const day = (back: number) => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10)
const place = (back: number) => ({ localDate: day(back), startedAt: `${day(back)}T12:00:00.000Z` })

async function readingsOf(useCase: (typeof READINGS)[number][1], input: Input) {
  const read = async (size: Size) => {
    const person = people.get(size)
    if (!person) throw new Error(`Nobody with ${size} sets`)
    return explainReading(test.url, useCase, { actor: person.actor, input: input(person) })
  }
  return { few: await read('10³'), some: await read('10⁴'), many: await read('10⁵') }
}

/** What grows with a history, so that reading it whole means reading all of it. */
const GROWING = ['set_logs', 'exercise_logs', 'workout_sessions', 'personal_records']

describe.each([...READINGS, ...BY_MONTH])('%s', (name, useCase, input) => {
  it('asks the same questions of an index, and reads no more for a longer history', async () => {
    const { few, some, many } = await readingsOf(useCase, input)
    expect(many.statements).toBe(few.statements)
    for (const reading of [few, some, many])
      expect(reading.scannedWhole.filter((table) => GROWING.includes(table))).toEqual([])
    const isByMonth = BY_MONTH.some(([other]) => other === name)
    // Five exercises and some 27 years of months, instead of 5,000 workouts and 25,000 exercises.
    if (isByMonth) expect(many.rowsRead).toBeLessThan(8000)
    else expect(many.rowsRead).toBeLessThanOrEqual(some.rowsRead * 1.1 + 20)
  })
})

it('finds a word in the notes and in the names of exercises by an index', async () => {
  const { few, many } = await readingsOf(listWorkouts, () => ({ q: 'knee' }))
  // The library is read whole for its names; it does not grow with a history.
  for (const reading of [few, many])
    expect(reading.scannedWhole.filter((table) => table !== 'exercises')).toEqual([])
  expect(many.rowsRead).toBeLessThan(few.rowsRead + 200)
})

it('has an index for each foreign key', async () => {
  const missing = await test.db.execute<{ table: string; columns: string }>(sql`
    select c.conrelid::regclass::text as table, c.conname as columns from pg_constraint c
    where c.contype = 'f' and c.connamespace = 'public'::regnamespace and not exists (
      select from pg_index i where i.indrelid = c.conrelid and i.indpred is null
        and i.indkey[0] = any (c.conkey))`)
  expect([...missing]).toEqual([])
})
