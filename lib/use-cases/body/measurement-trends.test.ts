import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/core/actor'
import { bodyMeasurements } from '@/lib/db/schema/body'
import { addDays } from '@/lib/domain/local-date'
import { smooth } from '@/lib/domain/trend'
import { createTestDatabase, type TestDatabase } from '@/tests/helpers/database'
import { callAs, createPerson } from '@/tests/helpers/people'
import { getMeasurementTrends } from './measurement-trends'

let test: TestDatabase
beforeAll(async () => {
  test = await createTestDatabase()
})
afterAll(() => test.drop())

const today = new Date().toISOString().slice(0, 10)
const daysAgo = (days: number) => addDays(today, -days)

type Row = [days: number, value: number, unit?: 'kg' | 'lb' | 'cm' | 'in']
async function measure(person: Actor, kind: 'body_weight' | 'waist', rows: Row[]): Promise<void> {
  await test.db.insert(bodyMeasurements).values(
    rows.map(([days, value, unit = kind === 'waist' ? 'cm' : 'kg']) => ({
      ...{ userId: person.userId, kind, value, unit },
      measuredOn: daysAgo(days),
    })),
  )
}

describe('the trends of a body', () => {
  it('say nothing of somebody who measured nothing', async () => {
    const person = await createPerson(test.db)
    expect(await callAs(person, getMeasurementTrends, {})).toEqual({
      today,
      kinds: [],
      course: { kind: 'body_weight', unit: 'kg', points: [] },
    })
  })

  it('tell each kind’s newest and its change against about a month and about a year before', async () => {
    const person = await createPerson(test.db)
    await measure(person, 'body_weight', [
      ...([
        [2, 80],
        [20, 79],
        [28, 81.5],
        [37, 84],
        [340, 70],
        [360, 75.2],
      ] as Row[]),
    ])
    await measure(person, 'waist', [
      [0, 84],
      [60, 90],
      [500, 99],
    ])
    const { kinds } = await callAs(person, getMeasurementTrends, {})
    expect(kinds).toEqual([
      {
        ...{ kind: 'body_weight', unit: 'kg', latest: { value: 80, measuredOn: daysAgo(2) } },
        ...{ changeInMonth: -1.5, changeInYear: 4.8 },
      },
      {
        ...{ kind: 'waist', unit: 'cm', latest: { value: 84, measuredOn: today } },
        ...{ changeInMonth: null, changeInYear: null },
      },
    ])
  })

  it('are in the person’s units, and as typed where it is theirs', async () => {
    const person = await createPerson(test.db, { weightUnit: 'lb' })
    await measure(person, 'body_weight', [
      [0, 225, 'lb'],
      [30, 100, 'kg'],
    ])
    await measure(person, 'waist', [
      [0, 33.5, 'in'],
      [365, 90, 'cm'],
    ])
    const { kinds, course } = await callAs(person, getMeasurementTrends, {})
    expect(kinds).toMatchObject([
      { unit: 'lb', latest: { value: 225 }, changeInMonth: 4.5 },
      { unit: 'in', latest: { value: 33.5 }, changeInYear: -1.9 },
    ])
    expect(course).toMatchObject({ unit: 'lb', points: [{ value: 220.5 }, { value: 225 }] })
  })

  it('draw the last 365 days of a kind with their smoothed course', async () => {
    const person = await createPerson(test.db)
    await measure(person, 'waist', [
      [366, 100],
      [365, 90],
      [180, 88],
      [179, 87],
      [0, 84],
    ])
    const { course } = await callAs(person, getMeasurementTrends, { kind: 'waist' })
    const values = [
      [365, 90],
      [180, 88],
      [179, 87],
      [0, 84],
    ] as const
    const trend = smooth(values.map(([days, value]) => ({ date: daysAgo(days), value })))
    expect(course.points).toEqual(
      values.map(([days, value], index) => ({
        ...{ date: daysAgo(days), value },
        trend: expect.closeTo(trend[index]?.value ?? Number.NaN, 2),
      })),
    )
  })

  it('show nobody else’s', async () => {
    const [person, other] = [await createPerson(test.db), await createPerson(test.db)]
    await measure(other, 'body_weight', [[0, 61]])
    expect((await callAs(person, getMeasurementTrends, {})).kinds).toEqual([])
  })
})
