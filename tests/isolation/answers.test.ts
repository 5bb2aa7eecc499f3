import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { saveExerciseNote } from '@/lib/use-cases/exercises/exercise-history'
import { useCases } from '@/lib/use-cases/registry'
import { completeWorkout } from '@/lib/use-cases/workouts/finish-workout'
import { logSet } from '@/lib/use-cases/workouts/log-set'
import { getWorkout } from '@/lib/use-cases/workouts/read-workouts'
import { createTestDatabase, type TestDatabase } from '@/tests/helpers/database'
import { callAs } from '@/tests/helpers/people'
import { addExercise, change, exerciseId } from '@/tests/helpers/workouts'
import { rows } from './rows'
import { createVictim, type Victim } from './victim'

/**
 * What somebody is answered about their own things is the same whoever else is there
 * (non-interference, Goguen and Meseguer 1982). It sees what ids cannot: another person's sets in a
 * sum, in a record or in a list of the library's exercises.
 */
const readings = useCases.filter((useCase) => useCase.kind === 'read')
type Reading = (typeof readings)[number]

let test: TestDatabase
let elder: Victim
let reader: Victim
let squat: string
const alone = new Map<string, unknown>()

/** What there is to ask besides what stands in the row. */
const MORE: Record<string, Record<string, unknown>[]> = {
  'analytics.statistics': [{ period: '90', muscle: 'chest' }],
  'analytics.mine': [{ period: '30' }],
  'audit.list': [{ view: 'training' }, { view: 'others' }],
}

/** Of their own exercise, of one of the library that others train too, and of one that only others do. */
async function answersOf({ name, ...reading }: Reading): Promise<unknown> {
  const own = [reader.exerciseId, reader.builtInId, squat]
  const inputs = own.map((exerciseId) => rows[name]?.input({ ...reader, exerciseId }))
  const calls = [...inputs, ...(MORE[name] ?? [])].map((input) =>
    callAs(reader.actor, { name, ...reading }, input),
  )
  return JSON.parse(JSON.stringify(await Promise.all(calls)), withoutExports)
}

/** An export says when it was made, and is itself written in the trail. */
function withoutExports(key: string, value: unknown): unknown {
  if (key === 'exportedAt') return undefined
  if (!Array.isArray(value)) return value
  if (key === 'parts') return inOneOrder(JSON.parse(value.join(''), withoutExports))
  return value.filter((each) => each?.action !== 'data_exported')
}

beforeAll(async () => {
  test = await createTestDatabase()
  // Whose rows come first: a list that should have one row of the reader's begins with theirs.
  elder = await createVictim(test.db)
  squat = await exerciseId('barbell-back-squat')
  await trainSquat(elder)
  reader = await createVictim(test.db)
  for (const reading of readings) alone.set(reading.name, await answersOf(reading))
  await createVictim(test.db)
}, 120_000)
afterAll(() => test.drop())

async function trainSquat({ actor, openSessionId: sessionId }: Victim): Promise<void> {
  await addExercise(actor, { sessionId, exerciseId: squat })
  const { exercises } = await callAs(actor, getWorkout, { id: sessionId })
  for (const set of exercises.flatMap(({ sets }) => sets))
    await callAs(actor, logSet, change(set, { weight: 100, reps: 5 }))
  await callAs(actor, completeWorkout, { sessionId })
  await callAs(actor, saveExerciseNote, { exerciseId: squat, note: 'Low bar' })
}

describe.each(readings.map((reading) => [reading.name, reading] as const))(
  '%s',
  (name, reading) => {
    it("says nothing of another person's to somebody who asks for their own", async () => {
      const { builtInId, ...foreign } = elder
      const said = JSON.stringify(alone.get(name))
      for (const id of [foreign.actor.userId, ...Object.values(foreign)])
        if (typeof id === 'string') expect(said).not.toContain(id)
    })

    it('answers the same when somebody else has come', async () => {
      expect(await answersOf(reading)).toEqual(alone.get(name))
    })
  },
)

it('knows who asks', () => {
  expect(JSON.stringify(alone.get('profile.get'))).toContain(reader.name)
})

/** The rows of an export come as the database finds them. */
const inOneOrder = (sections: Record<string, unknown[]>) =>
  Object.entries(sections).map(([name, rows]) => [
    name,
    Array.isArray(rows) ? rows.map((row) => JSON.stringify(row)).sort() : rows,
  ])
