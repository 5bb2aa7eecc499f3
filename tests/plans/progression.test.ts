import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import type { Actor } from '@/lib/core/actor'
import { defineUseCase } from '@/lib/core/define-use-case'
import { trainingMaxes } from '@/lib/db/schema/library'
import { addDays, localDate } from '@/lib/domain/local-date'
import { ownData } from '@/lib/policies/own-data'
import { planSnapshotSchema } from '@/lib/schemas/plan'
import { getDashboard } from '@/lib/use-cases/dashboard/get-dashboard'
import { progressPlan } from '@/lib/use-cases/workouts/progress-plan'
import { createTestDatabase, type TestDatabase } from '@/tests/helpers/database'
import { fillTotals, insertHistory, SETS_A_SESSION } from '@/tests/helpers/long-history'
import { createPerson } from '@/tests/helpers/people'
import { exerciseId } from '@/tests/helpers/workouts'
import { explainReading } from './explain'

const SLUGS = ['barbell-bench-press', 'barbell-back-squat', 'barbell-deadlift'] as const

/** How many sets somebody has logged. */
const HISTORIES = [1000, 10_000, 100_000] as const

let test: TestDatabase
let exerciseIds: string[]
const people = new Map<number, { actor: Actor; routineId: string }>()

beforeAll(async () => {
  test = await createTestDatabase()
  exerciseIds = await Promise.all(SLUGS.map(exerciseId))
  for (const sets of HISTORIES) {
    const actor = await createPerson(test.db)
    const history = { userId: actor.userId, sessions: sets / SETS_A_SESSION }
    people.set(sets, { actor, routineId: await insertHistory(test.owner, history) })
    const since = addDays(localDate({ instant: new Date(), ...actor }), -60)
    await test.db.insert(trainingMaxes).values(
      exerciseIds.map((id) => ({
        ...{ userId: actor.userId, exerciseId: id, value: 100, unit: 'kg' as const, since },
      })),
    )
    await test.db.execute(
      sql`update profiles set schedule_mode = 'sequential' where user_id = ${actor.userId}`,
    )
  }
  // Somebody else with thousands of records, since a table of a few pages is best read whole.
  const { userId } = await createPerson(test.db)
  await insertHistory(test.owner, { userId, sessions: 800, weight: 'grows' })
  await fillTotals(test.owner)
  await test.owner.execute(sql`vacuum analyze`)
}, 180_000)
afterAll(() => test.drop())

/** What the start of a workout reads, by itself. */
const readNextSets = defineUseCase({
  name: 'test.nextSets',
  kind: 'read',
  access: 'user',
  input: z.strictObject({ routineId: z.string(), rule: z.unknown() }),
  output: z.object({ count: z.int() }),
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, actor, scope, now, input: { routineId, rule } }) => {
    const plan = planSnapshotSchema.parse({
      name: 'Whole body',
      blocks: exerciseIds.map((id) => ({
        exercises: [
          { exerciseId: id, name: 'Lift', tracking: 'weight_reps', repsMin: 5, progression: rule },
        ],
      })),
    })
    const today = localDate({ instant: now, ...actor })
    const next = await progressPlan(
      { tx, scope },
      { plan, routineId, today, maxes: new Map<string, number>() },
    )
    expect([...next.values()].filter(({ reason }) => reason !== null)).toHaveLength(SLUGS.length)
    return { count: next.size }
  },
})

const GROWING = ['set_logs', 'exercise_logs', 'workout_sessions']

async function explainNextSets(sets: number, rule: object) {
  const person = people.get(sets)
  if (!person) throw new Error(`Nobody with ${sets} sets`)
  const input = { routineId: person.routineId, rule }
  return explainReading(test.url, readNextSets, { actor: person.actor, input })
}

const linear = { kind: 'linear', step: 2.5, unit: 'kg', misses: 3, deloadPercent: 10 }
const wave = { kind: 'wave', step: 5, unit: 'kg', weeks: [[{ percent: 70, reps: 5 }]] }

describe.each([
  ['a line goes on', linear, 1],
  ['a wave goes on', wave, 3],
])('how %s', (_, rule, statements) => {
  it('is asked of an index for all exercises at once, whatever the history', async () => {
    const few = await explainNextSets(1000, rule)
    const some = await explainNextSets(10_000, rule)
    const many = await explainNextSets(100_000, rule)
    for (const reading of [few, some, many]) {
      expect(reading.statements).toBe(statements)
      expect(reading.scannedWhole.filter((table) => GROWING.includes(table))).toEqual([])
    }
    expect(many.rowsRead).toBeLessThanOrEqual(some.rowsRead * 1.1 + 20)
    expect(many.rowsRead).toBeLessThan(1500)
  })
})

it('a week in order reads no more for a longer history', async () => {
  const read = (sets: number) => {
    const actor = people.get(sets)?.actor
    if (!actor) throw new Error(`Nobody with ${sets} sets`)
    return explainReading(test.url, getDashboard, { actor, input: {} })
  }
  const [some, many] = [await read(10_000), await read(100_000)]
  expect(many.statements).toBe(some.statements)
  expect(many.scannedWhole.filter((table) => GROWING.includes(table))).toEqual([])
  expect(many.rowsRead).toBeLessThanOrEqual(some.rowsRead * 1.1 + 20)
})
