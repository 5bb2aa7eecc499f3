import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { profiles } from '@/lib/db/schema/identity'
import { createTestDatabase, type TestDatabase } from '@/tests/helpers/database'
import { callAs, createPerson } from '@/tests/helpers/people'
import { exerciseId, trainedSession } from '@/tests/helpers/workouts'
import { getDots } from './get-dots'

let test: TestDatabase
beforeAll(async () => {
  test = await createTestDatabase()
})
afterAll(() => test.drop())

it('scores the standing estimates of the three lifts once everything is known', async () => {
  const person = await createPerson(test.db)
  const lifter = { ...person, weightUnit: 'lb' as const }
  expect(await callAs(person, getDots, {})).toMatchObject({
    ...{ score: null, sex: null, bodyWeight: null, total: null, unit: 'kg' },
    lifts: [
      { slug: 'barbell-back-squat', oneRepMax: null },
      { slug: 'barbell-bench-press', oneRepMax: null },
      { slug: 'barbell-deadlift', oneRepMax: null },
    ],
  })

  const train = async (slug: string, weight: number) =>
    trainedSession(person, [[weight, 1]], await exerciseId(slug))
  await train('barbell-back-squat', 240)
  await train('barbell-bench-press', 150)
  await train('barbell-bench-press', 160)
  expect(await callAs(person, getDots, {})).toMatchObject({ total: null, score: null })
  await train('barbell-deadlift', 300)
  expect(await callAs(person, getDots, {})).toMatchObject({ total: 700, score: null })

  await test.db
    .update(profiles)
    .set({ sex: 'male', bodyWeightKg: 93 })
    .where(eq(profiles.userId, person.userId))
  expect(await callAs(person, getDots, {})).toMatchObject({ score: 445.38, bodyWeight: 93 })
  expect(await callAs(lifter, getDots, {})).toMatchObject({
    ...{ score: 445.38, unit: 'lb', total: 1543.2, bodyWeight: 205 },
    lifts: [{ oneRepMax: 529.1 }, { oneRepMax: 352.7 }, { oneRepMax: 661.4 }],
  })
})

it('counts nobody else’s records', async () => {
  const [person, other] = [await createPerson(test.db), await createPerson(test.db)]
  await trainedSession(other, [[200, 1]], await exerciseId('barbell-back-squat'))
  const { lifts } = await callAs(person, getDots, {})
  expect(lifts.map((lift) => lift.oneRepMax)).toEqual([null, null, null])
})
