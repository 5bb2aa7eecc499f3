import * as fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/core/actor'
import { newId } from '@/lib/core/id'
import { addDays } from '@/lib/domain/local-date'
import type { Measurement } from '@/lib/schemas/measurement'
import { createTestDatabase, type TestDatabase } from '@/tests/helpers/database'
import { callAs, createPerson } from '@/tests/helpers/people'
import { getProfile, updateProfile } from '../profile/profile'
import {
  addMeasurement,
  deleteMeasurement,
  listMeasurements,
  updateMeasurement,
} from './measurements'

let test: TestDatabase
let person: Actor
beforeAll(async () => {
  test = await createTestDatabase()
})
afterAll(() => test.drop())
beforeEach(async () => {
  person = await createPerson(test.db)
})

const today = () => new Date().toISOString().slice(0, 10)
const weighed = (value: number, measuredOn: string, about: object = {}) => ({
  ...{ kind: 'body_weight', value, unit: 'kg', measuredOn },
  ...about,
})
const add = (measured: object) => callAs(person, addMeasurement, measured)
const list = async (filter: object = {}) =>
  (await callAs(person, listMeasurements, filter)).measurements
const profileWeight = async (weightUnit: 'kg' | 'lb' = 'kg') => {
  await saveProfile({ weightUnit })
  return (await callAs(person, getProfile, {})).bodyWeight
}
/** Saves the profile as its form would, with the body weight it shows unless another is given. */
async function saveProfile(about: object = {}): Promise<void> {
  const profile = await callAs(person, getProfile, {})
  const { email: _e, age: _a, heightCm, sex, bodyWeight, birthYear, experience, ...shown } = profile
  await callAs(person, updateProfile, {
    ...shown,
    bodyWeight: bodyWeight ?? undefined,
    bodyWeightUnit: shown.weightUnit,
    heightCm: heightCm ?? undefined,
    sex: sex ?? undefined,
    birthYear: birthYear ?? undefined,
    experience: experience ?? undefined,
    ...about,
  })
}

/** The sentence's name by field. */
const flawOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => null,
    ({ fields = {} }: { fields?: Record<string, { key: string }[]> }) =>
      Object.fromEntries(Object.entries(fields).map(([field, said]) => [field, said[0]?.key])),
  )

describe('a measurement', () => {
  it('stays what was typed: 225 lb is 225 lb, on the scale and in the profile', async () => {
    const measured = await add(weighed(225, '2026-05-03', { unit: 'lb' }))
    expect(await list()).toEqual([measured])
    expect(measured).toMatchObject({ value: 225, unit: 'lb' })
    expect(await profileWeight('lb')).toBe(225)
    expect(await list()).toEqual([measured])
  })

  it('is one a kind and day: the later replaces the earlier under its id', async () => {
    const first = await add(weighed(80, '2026-05-03'))
    const second = await add(weighed(176, '2026-05-03', { unit: 'lb', id: newId() }))
    expect(second).toEqual({ ...first, value: 176, unit: 'lb' })
    await add({ kind: 'waist', value: 84, unit: 'cm', measuredOn: '2026-05-03' })
    expect(await list()).toHaveLength(2)
  })

  it('is there once, however often its id is sent, and a late retry undoes no change', async () => {
    const sent = { ...weighed(80, '2026-05-03'), id: newId() }
    await Promise.all(Array.from({ length: 5 }, () => add(sent)))
    const changed = await callAs(person, updateMeasurement, {
      ...{ id: sent.id, value: 81, measuredOn: '2026-05-02' },
    })
    expect(await add(sent)).toEqual(changed)
    expect(await list()).toEqual([changed])
  })

  it('cannot take the id of another person’s', async () => {
    const { id } = await add(weighed(80, '2026-05-03'))
    const other = await createPerson(test.db)
    await expect(
      callAs(other, addMeasurement, weighed(99, '2026-05-03', { id })),
    ).rejects.toMatchObject({ code: 'not_found' })
    expect((await callAs(other, listMeasurements, {})).measurements).toEqual([])
  })

  it.each([
    [{ value: 0.9 }, { value: 'atLeast' }],
    [{ value: 400.01 }, { value: 'atMost' }],
    [{ value: 882, unit: 'lb' }, { value: 'atMost' }],
    [{ value: 80.123 }, { value: 'twoDecimals' }],
    [{ value: Number.NaN }, { value: 'number' }],
    [{ unit: 'cm' }, { unit: 'choice' }],
    [{ kind: 'body_fat', value: 76, unit: 'percent' }, { value: 'atMost' }],
    [{ kind: 'body_fat', value: 20 }, { unit: 'choice' }],
    [{ kind: 'waist', value: 119, unit: 'in' }, { value: 'atMost' }],
    [{ kind: 'waist', value: 4.9, unit: 'cm' }, { value: 'atLeast' }],
    [{ kind: 'mood' }, { kind: 'choice' }],
    [{ measuredOn: '2026-02-30' }, { measuredOn: 'date' }],
    [{ measuredOn: '1066-10-14' }, { measuredOn: 'date' }],
    [{ measuredOn: '2999-01-01' }, { measuredOn: 'dayToCome' }],
  ])('with %j is refused in words', async (about, expected) => {
    expect(await flawOf(add(weighed(80, '2026-05-03', about)))).toEqual(expected)
    expect(await list()).toEqual([])
  })

  it('may be of the day that it is where the person lives', async () => {
    const ahead = await createPerson(test.db, { timeZone: 'Pacific/Kiritimati' })
    const behind = await createPerson(test.db, { timeZone: 'Pacific/Pago_Pago' })
    const dayIn = (timeZone: string) =>
      new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date())
    const day = dayIn('Pacific/Kiritimati')
    expect(day > dayIn('Pacific/Pago_Pago')).toBe(true)
    await callAs(ahead, addMeasurement, weighed(80, day))
    expect(await flawOf(callAs(behind, addMeasurement, weighed(80, day)))).toEqual({
      measuredOn: 'dayToCome',
    })
  })

  it('does not move onto a day that is taken, or become what no body is', async () => {
    const first = await add(weighed(80, '2026-05-03'))
    const second = await add(weighed(81, '2026-05-04'))
    const change = (about: object) =>
      flawOf(callAs(person, updateMeasurement, { id: second.id, ...about }))
    expect(await change({ measuredOn: first.measuredOn })).toEqual({
      measuredOn: 'measuredThatDay',
    })
    expect(await change({ unit: 'in' })).toEqual({ unit: 'choice' })
    expect(await change({ value: 500 })).toEqual({ value: 'atMost' })
    expect(await change({ measuredOn: addDays(today(), 2) })).toEqual({ measuredOn: 'dayToCome' })
    expect(await list()).toEqual([second, first])
  })
})

describe('the list of measurements', () => {
  it('pages through everything once, newest first, whatever the filter', async () => {
    for (let day = 1; day <= 9; day++) {
      const measuredOn = `2026-03-0${day}`
      await add(weighed(80 + day, measuredOn))
      await add({ kind: 'waist', value: 84, unit: 'cm', measuredOn })
    }
    for (const filter of [{}, { kind: 'waist' }, { from: '2026-03-03', to: '2026-03-07' }]) {
      const whole = await list({ ...filter, limit: 100 })
      const paged: Measurement[] = []
      for (let hasMore = true; hasMore; ) {
        const last = paged.at(-1)
        const after = last && { measuredOn: last.measuredOn, id: last.id }
        const page = await callAs(person, listMeasurements, { ...filter, limit: 4, after })
        paged.push(...page.measurements)
        hasMore = page.hasMore
      }
      expect(paged).toEqual(whole)
      expect(whole.map((row) => row.measuredOn)).toEqual(
        whole
          .map((row) => row.measuredOn)
          .sort()
          .reverse(),
      )
    }
    expect(await list({ kind: 'waist', limit: 100 })).toHaveLength(9)
    expect(await list({ from: '2026-03-03', to: '2026-03-07', limit: 100 })).toHaveLength(10)
  })
})

describe('the body weight of the profile', () => {
  it('follows the newest measurement by day, not the last that was typed', async () => {
    const may = await add(weighed(82, '2026-05-03'))
    await add(weighed(90, '2026-01-01'))
    expect(await profileWeight()).toBe(82)
    await callAs(person, updateMeasurement, { id: may.id, value: 83 })
    expect(await profileWeight()).toBe(83)
    await callAs(person, updateMeasurement, { id: may.id, measuredOn: '2025-05-03' })
    expect(await profileWeight()).toBe(90)
  })

  it('goes back with a deletion, and is unknown without any', async () => {
    const first = await add(weighed(90, '2026-01-01'))
    const second = await add(weighed(82, '2026-05-03'))
    await callAs(person, deleteMeasurement, { id: second.id })
    expect(await profileWeight()).toBe(90)
    await callAs(person, deleteMeasurement, { id: first.id })
    expect(await profileWeight()).toBeNull()
    await expect(callAs(person, deleteMeasurement, { id: first.id })).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  it('stays after a deletion where it was never measured', async () => {
    const { id } = await add(weighed(82, '2026-05-03'))
    await saveProfile({ bodyWeight: undefined })
    await callAs(person, deleteMeasurement, { id })
    expect(await profileWeight()).toBeNull()
  })

  it('is a measurement of today once it is changed there, and none when it is saved as shown', async () => {
    const measured = await add(weighed(225, '2026-05-03', { unit: 'lb' }))
    await saveProfile({ name: 'Sam Renamed', weightUnit: 'kg' })
    expect(await list()).toEqual([measured])
    await saveProfile({ bodyWeight: 101.5 })
    expect(await list()).toMatchObject([
      { value: 101.5, unit: 'kg', measuredOn: today() },
      measured,
    ])
    await saveProfile({ bodyWeight: 101.7 })
    expect(await list()).toMatchObject([{ value: 101.7, measuredOn: today() }, measured])
    expect(await profileWeight()).toBe(101.7)
  })

  it('is not touched by what else is measured', async () => {
    await saveProfile({ bodyWeight: 80 })
    const { id } = await add({ kind: 'waist', value: 84, unit: 'cm', measuredOn: today() })
    await callAs(person, deleteMeasurement, { id })
    expect(await profileWeight()).toBe(80)
  })

  it('is the newest measured one after any run of changes', async () => {
    const day = fc.integer({ min: 0, max: 5 }).map((days) => addDays('2026-04-01', days))
    const step = fc.record({
      kind: fc.constantFrom('add' as const, 'change' as const, 'delete' as const),
      pick: fc.nat(),
      value: fc.integer({ min: 500, max: 900 }).map((tenths) => tenths / 10),
      measuredOn: day,
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        person = await createPerson(test.db)
        for (const { kind, pick, value, measuredOn } of steps) {
          const there = await list()
          const chosen = there[pick % Math.max(1, there.length)]
          if (kind === 'add' || !chosen) await add(weighed(value, measuredOn))
          else if (kind === 'delete') await callAs(person, deleteMeasurement, { id: chosen.id })
          else await callAs(person, updateMeasurement, { id: chosen.id, value })
        }
        const [newest] = await list()
        const { bodyWeight } = await callAs(person, getProfile, {})
        expect(bodyWeight).toBe(newest?.value ?? null)
      }),
      { numRuns: 30 },
    )
  })

  it('is the newest measured one when many are added at once', async () => {
    await Promise.all(
      Array.from({ length: 12 }, (_, days) => add(weighed(80 + days, addDays('2026-04-01', days)))),
    )
    expect(await profileWeight()).toBe(91)
  })
})
