import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { useCases } from '@/lib/use-cases/registry'
import { createTestDatabase, type TestDatabase } from '@/tests/helpers/database'
import { callAs } from '@/tests/helpers/people'
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
const alone = new Map<string, unknown>()

/** Of their own exercise, and of one of the library that others train too. */
async function answersOf(reading: Reading): Promise<unknown> {
  const things = [reader, { ...reader, exerciseId: reader.builtInId }]
  const calls = things.map((own) => callAs(reader.actor, reading, rows[reading.name]?.input(own)))
  return JSON.parse(JSON.stringify(await Promise.all(calls)), withoutExports)
}

/** An export says when it was made, and is itself written in the trail. */
function withoutExports(key: string, value: unknown): unknown {
  if (key === 'exportedAt') return undefined
  if (!Array.isArray(value)) return value
  if (key === 'parts') return JSON.parse(value.join(''), withoutExports)
  return value.filter((each) => each?.action !== 'data_exported')
}

beforeAll(async () => {
  test = await createTestDatabase()
  // Whose rows come first: a list that should have one row of the reader's begins with theirs.
  elder = await createVictim(test.db)
  reader = await createVictim(test.db)
  for (const reading of readings) alone.set(reading.name, await answersOf(reading))
  await createVictim(test.db)
}, 120_000)
afterAll(() => test.drop())

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
