import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/core/actor'
import { setLogs } from '@/lib/db/schema/training'
import { addDays, localDate } from '@/lib/domain/local-date'
import { daysIn, PERIODS, periodWindows } from '@/lib/domain/statistics'
import { travelTo } from '@/tests/helpers/clock'
import { createTestDatabase, type TestDatabase } from '@/tests/helpers/database'
import { callAs, createPerson } from '@/tests/helpers/people'
import { slowCurve, slowStatistics, slowWeeksInARow } from '@/tests/helpers/slow-statistics'
import { addExercise, change, exerciseId } from '@/tests/helpers/workouts'
import { getDashboard } from '../dashboard/get-dashboard'
import { getExerciseHistory } from '../exercises/exercise-history'
import { correctWorkout } from '../workouts/correct-workout'
import { completeWorkout, deleteWorkout } from '../workouts/finish-workout'
import { logSet } from '../workouts/log-set'
import { getWorkout } from '../workouts/read-workouts'
import { startWorkout } from '../workouts/start-workout'
import { getMyAnalytics } from './get-my-analytics'
import { getStatistics } from './get-statistics'

const NOW = Date.parse('2026-11-21T20:00:00Z')
const FARTHEST_BACK = 500

let test: TestDatabase
let exercises: [bench: string, pullUp: string]

beforeAll(async () => {
  test = await createTestDatabase()
  exercises = [await exerciseId('barbell-bench-press'), await exerciseId('pull-up')]
})
afterAll(() => test.drop())

interface Typed {
  exercise: 0 | 1
  weight: number
  weightUnit: 'kg' | 'lb'
  reps: number
  kind: 'normal' | 'warmup' | 'drop'
  isSlip: boolean
}

const typed: fc.Arbitrary<Typed> = fc.record({
  exercise: fc.constantFrom(0 as const, 1 as const),
  weight: fc.integer({ min: 0, max: 800 }).map((halves) => halves / 2),
  weightUnit: fc.constantFrom('kg' as const, 'lb' as const),
  reps: fc.integer({ min: 1, max: 20 }),
  kind: fc.constantFrom('normal' as const, 'normal' as const, 'warmup' as const, 'drop' as const),
  isSlip: fc.integer({ min: 0, max: 5 }).map((face) => face === 0),
})
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('train' as const),
      daysBack: fc.integer({ min: 0, max: FARTHEST_BACK }),
      minutes: fc.integer({ min: 1, max: 180 }),
      bodyWeightKg: fc.option(fc.integer({ min: 40, max: 150 })),
      feeling: fc.option(fc.constantFrom('excellent' as const, 'tired' as const)),
      sets: fc.array(typed, { minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant('correct' as const), pick: fc.nat(), set: typed }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('delete' as const), pick: fc.nat() }) },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const performed = ({ exercise, weight, isSlip: _s, ...values }: Typed) => ({
  ...values,
  weight: exercise === 0 ? weight : null,
})

async function train(actor: Actor, { daysBack, minutes, sets, ...how }: Step & { does: 'train' }) {
  const time = NOW - daysBack * 86_400_000
  travelTo(time)
  const { id } = await callAs(actor, startWorkout, {})
  for (const exercise of new Set(sets.map((set) => set.exercise)))
    await addExercise(actor, { sessionId: id, exerciseId: exercises[exercise] ?? '' })
  const { exercises: logs } = await callAs(actor, getWorkout, { id })
  for (const log of logs) {
    const own = sets.filter((set) => exercises[set.exercise] === log.exerciseId)
    for (const [index, set] of own.entries()) {
      const row = log.sets[index]
      if (!row) continue
      await callAs(actor, logSet, change(row, performed(set)))
      await test.db.update(setLogs).set({ isSlip: set.isSlip }).where(eq(setLogs.id, row.id))
    }
  }
  travelTo(time + minutes * 60_000)
  const asWeighed = { ...actor, bodyWeightKg: how.bodyWeightKg }
  await callAs(asWeighed, completeWorkout, { sessionId: id, feeling: how.feeling })
  return id
}

async function correct(actor: Actor, id: string, set: Typed) {
  const { name, exercises: logs } = await callAs(actor, getWorkout, { id })
  const log = logs.find((each) => each.exerciseId === exercises[set.exercise])
  const old = log?.sets.find((each) => each.isCompleted)
  if (old)
    await callAs(actor, correctWorkout, {
      // A random set may be far above the usual, which the form would ask about.
      ...{ sessionId: id, name, sets: [{ setId: old.id, ...performed(set), isMeant: true }] },
    })
}

async function run(actor: Actor, steps: readonly Step[]): Promise<void> {
  const done: string[] = []
  for (const each of steps) {
    const chosen = each.does === 'train' ? undefined : done[each.pick % Math.max(1, done.length)]
    if (each.does === 'train') done.push(await train(actor, each))
    else if (chosen && each.does === 'correct') await correct(actor, chosen, each.set)
    else if (chosen) {
      await callAs(actor, deleteWorkout, { sessionId: chosen })
      done.splice(done.indexOf(chosen), 1)
    }
  }
  travelTo(NOW)
}

/** Kilograms are kept with two decimals an exercise, so that sums may differ by crumbs. */
const nearly = (value: number) => expect.closeTo(value, 0)

async function expectStatisticsRight(actor: Actor) {
  const today = localDate({ instant: new Date(NOW), ...actor })
  for (const period of PERIODS) {
    const window =
      period === 'all'
        ? { from: addDays(today, -FARTHEST_BACK - 40), to: addDays(today, 1) }
        : periodWindows(period, today).current
    const slow = await slowStatistics(actor, window)
    const read = await callAs(actor, getStatistics, { period })
    expect(read.current).toMatchObject({ ...slow.sums, volumeKg: nearly(slow.sums.volumeKg) })
    if (read.grain === 'week') {
      const bars = read.bars.filter((bar) => bar.workoutCount > 0)
      expect(Object.fromEntries(bars.map((bar) => [bar.date, bar.workoutCount]))).toEqual(slow.bars)
    }
    const bars = read.bars.reduce((sum, bar) => sum + bar.volumeKg, 0)
    expect(bars).toBeCloseTo(read.current.volumeKg, 1)
    const mine = await callAs(actor, getMyAnalytics, { period })
    expect(Object.fromEntries(mine.muscleGroups.map((each) => [each.muscle, each.sets]))).toEqual(
      slow.muscles,
    )
    if (period !== 'all') {
      const slowBefore = await slowStatistics(actor, periodWindows(period, today).previous)
      const { previous } = await callAs(actor, getStatistics, { period })
      const volumeKg = nearly(slowBefore.sums.volumeKg)
      expect(previous).toMatchObject({ ...slowBefore.sums, volumeKg })
      expect(daysIn(periodWindows(period, today).previous)).toBe(Number(period))
    }
  }
  const dashboard = await callAs(actor, getDashboard, {})
  expect(dashboard.weeksInARow).toBe(await slowWeeksInARow(actor, today))
  const year = await slowStatistics(actor, { from: dashboard.year.from, to: today })
  const shown = dashboard.year.days.reduce((sum, day) => sum + day.setCount, 0)
  expect(shown).toBe(year.sums.setCount)
  for (const [range, grain] of [['365', 'day'] as const, ['all', 'month'] as const]) {
    const { curve } = await callAs(actor, getExerciseHistory, { exerciseId: exercises[0], range })
    const from = range === '365' ? addDays(today, -364) : ''
    const slow = await slowCurve(actor, exercises[0], grain)
    expect(curve).toMatchObject(
      slow
        .filter((point) => point.date >= from)
        .map(({ date, best, sum }) => ({
          date,
          best: best === null ? null : expect.closeTo(best, 2),
          sum: expect.closeTo(sum, 1),
        })),
    )
  }
}

describe('statistics', () => {
  it('equal a slow recomputation from the sets after any edits', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 3, maxLength: 9 }),
        fc.constantFrom(0, 1, 6),
        fc.constantFrom('UTC', 'Asia/Bangkok', 'America/Los_Angeles'),
        async (steps, firstDayOfWeek, timeZone) => {
          const actor = await createPerson(test.db, { firstDayOfWeek, timeZone })
          await run(actor, steps)
          await expectStatisticsRight(actor)
        },
      ),
      { numRuns: 12 },
    )
  }, 120_000)
})
