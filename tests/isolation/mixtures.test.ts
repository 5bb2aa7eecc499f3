import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@/lib/core/id'
import { useCases } from '@/lib/use-cases/registry'
import { createTestDatabase, type TestDatabase } from '@/tests/helpers/database'
import { callAs } from '@/tests/helpers/people'
import { rowsOf } from './owned'
import { rows } from './rows'
import { createVictim, type Victim } from './victim'

/**
 * One id of another among own ones, as in "this set of mine in that workout of theirs": where an
 * operation takes several, each alone has to be asked about.
 */
let test: TestDatabase
let victim: Victim

beforeAll(async () => {
  test = await createTestDatabase()
  victim = await createVictim(test.db)
}, 60_000)
afterAll(() => test.drop())

const shared: readonly string[] = ['builtInId', 'joinedGymId']

const NEW = newId()

/** What operations take besides what stands in their rows. */
const MORE: Record<string, (from: Victim) => Record<string, unknown>> = {
  'workout.edit': ({ openSessionId: sessionId, exerciseId }) => ({
    ...{ type: 'addExercise', sessionId, exerciseId },
  }),
  'workout.update': ({ openSessionId: sessionId, exerciseId }) => ({
    ...{ sessionId, exercises: [{ id: NEW, exerciseId }] },
  }),
}

const inputsOf = (name: string, from: Victim) =>
  [rows[name]?.input, MORE[name]].flatMap((input) => (input ? [input(from)] : []))

/** An operation of somebody's own, with one thing of the victim's in it: each in turn. */
function* mixtures(name: string, own: Victim) {
  const plain = inputsOf(name, own).map((input) => JSON.stringify(input))
  for (const [key, foreign] of Object.entries(victim)) {
    if (typeof foreign !== 'string' || !key.endsWith('Id') || shared.includes(key)) continue
    for (const mixed of inputsOf(name, { ...own, [key]: foreign }))
      if (!plain.includes(JSON.stringify(mixed))) yield mixed
  }
}

const PLACE = 'A'.repeat(32)

/** A victim of whom every text is the same, so that the places for ids can be counted. */
const anybody = new Proxy({} as Victim, { get: (_, key) => (key === 'actor' ? {} : PLACE) })

const several = useCases.filter(({ name }) => {
  const asked = inputsOf(name, anybody).map(
    (input) => JSON.stringify(input).split(PLACE).length - 1,
  )
  return rows[name]?.others === 'refused' && Math.max(...asked) > 1
})

it('finds operations that take several', () => {
  expect(several.length).toBeGreaterThan(10)
})

describe.each(several.map((useCase) => [useCase.name, useCase] as const))('%s', (name, useCase) => {
  it('is refused with one thing of another person among own ones', async () => {
    const own = await createVictim(test.db)
    const before = await rowsOf(test.db, victim)
    for (const input of mixtures(name, own)) {
      // An id that is taken cannot be made anew, whoever has it.
      const code = expect.stringMatching(/^(not_found|validation|conflict)$/)
      await expect(callAs(own.actor, useCase, input)).rejects.toMatchObject({ code })
      expect(await rowsOf(test.db, victim)).toBe(before)
    }
  })
})
