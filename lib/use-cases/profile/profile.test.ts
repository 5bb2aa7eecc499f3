import { eq } from 'drizzle-orm'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/core/actor'
import { exercisePreferences } from '@/lib/db/schema/library'
import { createTestDatabase, type TestDatabase } from '@/tests/helpers/database'
import { callAs, createPerson } from '@/tests/helpers/people'
import { exerciseId } from '@/tests/helpers/workouts'
import { getProfile, updateProfile } from './profile'

let test: TestDatabase
let person: Actor
beforeAll(async () => {
  test = await createTestDatabase()
  person = await createPerson(test.db)
})
afterAll(() => test.drop())

/** Of a person whose time zone is UTC. */
const THIS_YEAR = new Date().getUTCFullYear()

const settings = {
  name: 'Robin',
  weightUnit: 'kg',
  distanceUnit: 'mi',
  timeZone: 'America/New_York',
  firstDayOfWeek: 0,
  dayCutoffHour: 2,
}
const form = (about: object = {}) => ({ ...settings, bodyWeightUnit: 'kg', ...about })

const save = (about: object = {}) => callAs(person, updateProfile, form(about))
const read = () => callAs(person, getProfile, {})

/** The sentences' names by field. */
async function flaws(about: object): Promise<Record<string, string>> {
  const error = await save(about).then(
    () => null,
    (thrown) => thrown,
  )
  const fields: Record<string, { key: string }[]> = error?.fields ?? {}
  return Object.fromEntries(
    Object.entries(fields).map(([field, list]) => [field, list[0]?.key ?? '']),
  )
}

describe('a profile', () => {
  it('is what was saved last, and forgets a body weight that is left out', async () => {
    await save({ bodyWeight: 81.5 })
    const { email } = person
    expect(await read()).toEqual({
      ...{ ...settings, email, bodyWeight: 81.5, heightCm: null, sex: null },
      ...{ birthYear: null, age: null, experience: null, goals: [] },
    })
    await save()
    expect(await read()).toMatchObject({ bodyWeight: null })
  })

  it('leaves bars as heavy as they are when the unit they are said in changes', async () => {
    const actor = await createPerson(test.db)
    const said = [
      { slug: 'barbell-bench-press', barWeight: 15 },
      { slug: 'barbell-back-squat', barWeight: 20, weightUnit: 'kg' as const },
      { slug: 'barbell-curl' },
      { slug: 'barbell-deadlift', barWeight: 500 },
    ]
    const rows = await Promise.all(
      said.map(async ({ slug, ...row }) => ({
        ...{ userId: actor.userId, exerciseId: await exerciseId(slug) },
        ...row,
      })),
    )
    await test.db.insert(exercisePreferences).values(rows)
    const bars = async (weightUnit: 'kg' | 'lb') => {
      await callAs(actor, updateProfile, form({ weightUnit }))
      const kept = await test.db
        .select()
        .from(exercisePreferences)
        .where(eq(exercisePreferences.userId, actor.userId))
      return rows.map((row) => kept.find((each) => each.exerciseId === row.exerciseId)?.barWeight)
    }
    expect(await bars('lb')).toEqual([33, 20, null, 500])
    expect(await bars('lb')).toEqual([33, 20, null, 500])
    expect(await bars('kg')).toEqual([15, 20, null, 227])
  })

  it('belongs to one person: saving it changes nobody else’s', async () => {
    const other = await createPerson(test.db)
    const before = await callAs(other, getProfile, {})
    await save({ name: 'Only me' })
    expect(await callAs(other, getProfile, {})).toEqual(before)
  })

  it.each([
    [{ name: '  ' }, { name: 'required' }],
    [{ name: 'x'.repeat(81) }, { name: 'tooLong' }],
    [{ timeZone: 'Mars/Olympus' }, { timeZone: 'timeZone' }],
    [{ timeZone: '+05:30' }, { timeZone: 'timeZone' }],
    [{ timeZone: '' }, { timeZone: 'timeZone' }],
    [{ weightUnit: 'stone' }, { weightUnit: 'choice' }],
    [{ distanceUnit: 'ft' }, { distanceUnit: 'choice' }],
    [{ firstDayOfWeek: 7 }, { firstDayOfWeek: 'atMost' }],
    [{ dayCutoffHour: 13 }, { dayCutoffHour: 'atMost' }],
    [{ dayCutoffHour: 1.5 }, { dayCutoffHour: 'wholeNumber' }],
    [{ bodyWeight: 0 }, { bodyWeight: 'atLeast' }],
    [{ bodyWeight: 400.1 }, { bodyWeight: 'atMost' }],
    [{ bodyWeight: 881.9, bodyWeightUnit: 'lb' }, { bodyWeight: 'atMost' }],
    [{ bodyWeight: 2.2, bodyWeightUnit: 'lb' }, { bodyWeight: 'atLeast' }],
    [{ bodyWeight: 80.25 }, { bodyWeight: 'step' }],
    [{ bodyWeight: Number.NaN }, { bodyWeight: 'number' }],
    [{ heightCm: 49.9 }, { heightCm: 'atLeast' }],
    [{ heightCm: 250.1 }, { heightCm: 'atMost' }],
    [{ heightCm: 180.25 }, { heightCm: 'step' }],
    [{ heightInches: 19.5 }, { heightInches: 'atLeast' }],
    [{ heightInches: 98.5 }, { heightInches: 'atMost' }],
    [{ heightInches: 'tall' }, { heightInches: 'height' }],
    [{ heightCm: 180, heightInches: 71 }, { heightInches: 'invalid' }],
    [{ sex: 'other' }, { sex: 'choice' }],
    [{ birthYear: THIS_YEAR }, { birthYear: 'birthYear' }],
    [{ birthYear: THIS_YEAR - 101 }, { birthYear: 'birthYear' }],
    [{ birthYear: 1990.5 }, { birthYear: 'wholeNumber' }],
    [{ experience: 'expert' }, { experience: 'choice' }],
    [{ goals: ['fame'] }, { 'goals[0]': 'choice' }],
  ])('refuses %j in words and changes nothing', async (about, expected) => {
    await save({ bodyWeight: 70 })
    const before = await read()
    expect(await flaws(about)).toEqual(expected)
    expect(await read()).toEqual(before)
  })
})

describe('a body weight', () => {
  it('is read in the unit its field had, and shown in the one chosen since', async () => {
    await save({ bodyWeight: 80, bodyWeightUnit: 'kg', weightUnit: 'lb' })
    expect(await read()).toMatchObject({ weightUnit: 'lb', bodyWeight: 176.4 })
  })

  it('comes back as typed, in either unit, over the whole range', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.record({ unit: fc.constant('lb'), tenths: fc.integer({ min: 23, max: 8818 }) }),
          fc.record({ unit: fc.constant('kg'), tenths: fc.integer({ min: 10, max: 4000 }) }),
        ),
        async ({ unit, tenths }) => {
          const bodyWeight = tenths / 10
          await save({ bodyWeight, bodyWeightUnit: unit, weightUnit: unit })
          expect((await read()).bodyWeight).toBe(bodyWeight)
        },
      ),
      { numRuns: 150 },
    )
  })
})

describe('a height and a sex', () => {
  it('are kept as said, whatever unit the height came in, and forgotten when left out', async () => {
    await save({ heightCm: 180.5, sex: 'female' })
    expect(await read()).toMatchObject({ heightCm: 180.5, sex: 'female' })
    await save({ heightInches: 71 })
    expect(await read()).toMatchObject({ heightCm: 180.3, sex: null })
    await save({ sex: 'male' })
    expect(await read()).toMatchObject({ heightCm: null, sex: 'male' })
  })
})

describe('a birth year, an experience and goals', () => {
  it('are kept as said, tell the age by the year alone, and are forgotten when left out', async () => {
    await save({ birthYear: THIS_YEAR - 34, experience: 'advanced', goals: ['health', 'muscle'] })
    expect(await read()).toMatchObject({
      ...{ birthYear: THIS_YEAR - 34, age: 34, experience: 'advanced' },
      goals: ['health', 'muscle'],
    })
    await save()
    expect(await read()).toMatchObject({ birthYear: null, age: null, experience: null, goals: [] })
  })
})
