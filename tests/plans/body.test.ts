import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '@/lib/core/actor'
import { MEASUREMENT_KINDS, usualUnit } from '@/lib/domain/measurements'
import { getMeasurementTrends } from '@/lib/use-cases/body/measurement-trends'
import { listMeasurements } from '@/lib/use-cases/body/measurements'
import { createTestDatabase, type TestDatabase } from '@/tests/helpers/database'
import { createPerson } from '@/tests/helpers/people'
import { explainReading } from './explain'

let test: TestDatabase
let twoYears: Actor
let twentyYears: Actor
beforeAll(async () => {
  test = await createTestDatabase()
  twoYears = await measuredDaily(2)
  twentyYears = await measuredDaily(20)
  await test.owner.execute(sql`vacuum analyze body_measurements`)
}, 120_000)
afterAll(() => test.drop())

/** Somebody who has measured everything every day up to today. */
async function measuredDaily(years: number): Promise<Actor> {
  const actor = await createPerson(test.db)
  for (const kind of MEASUREMENT_KINDS) {
    await test.db.execute(sql`
      insert into body_measurements (id, user_id, measured_on, kind, value, unit)
      select gen_random_uuid(), ${actor.userId}, current_date - day, ${kind}, 40 + day % 7, ${usualUnit(kind, 'kg')}
      from generate_series(0, ${years * 365 - 1}::int) day`)
  }
  return actor
}

/** With the most rows that may be read for it. */
const READINGS: [string, Parameters<typeof explainReading>[1], Record<string, string>, number][] = [
  ['the newest of everything', listMeasurements, {}, 30],
  ['the newest of a kind', listMeasurements, { kind: 'waist' }, 30],
  ['a week of everything', listMeasurements, { from: '2026-01-01', to: '2026-01-07' }, 120],
  ['the trends', getMeasurementTrends, { kind: 'waist' }, 1700],
]

it.each(READINGS)(
  '%s: the index answers, after twenty years as after two',
  async (_name, useCase, input, most) => {
    const few = await explainReading(test.url, useCase, { actor: twoYears, input })
    const many = await explainReading(test.url, useCase, { actor: twentyYears, input })
    expect(many.statements).toBe(few.statements)
    for (const reading of [few, many])
      expect(reading.scannedWhole).not.toContain('body_measurements')
    expect(many.rowsRead).toBeLessThanOrEqual(most)
  },
)
