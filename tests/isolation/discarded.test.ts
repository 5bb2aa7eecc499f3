import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { encode } from 'zod'
import { exerciseLogs, personalRecords, setLogs } from '@/lib/db/schema/training'
import { exportAccount } from '@/lib/use-cases/account/export-account'
import { useCases } from '@/lib/use-cases/registry'
import { discardWorkout } from '@/lib/use-cases/workouts/finish-workout'
import { logSet } from '@/lib/use-cases/workouts/log-set'
import { getWorkout } from '@/lib/use-cases/workouts/read-workouts'
import { restoreWorkout } from '@/lib/use-cases/workouts/restore-workout'
import { startWorkout } from '@/lib/use-cases/workouts/start-workout'
import { syncOperations } from '@/lib/use-cases/workouts/sync'
import { createTestDatabase, type TestDatabase } from '@/tests/helpers/database'
import { callAs } from '@/tests/helpers/people'
import { addExercise, change, first } from '@/tests/helpers/workouts'
import { rows } from './rows'
import { createVictim, type Victim } from './victim'

/** The trail keeps the start, the list is there to show it, and the export is compared by itself. */
const ELSEWHERE = ['audit.list', 'workout.listDiscarded', 'account.export']

let test: TestDatabase
let person: Victim
let before: Record<string, string>
let running: Record<string, string>
let gone: Victim

beforeAll(async () => {
  test = await createTestDatabase()
  person = await createVictim(test.db)
  const { actor, plannedSessionId: repeatOf, openSessionId } = person
  await callAs(actor, discardWorkout, { sessionId: openSessionId })
  before = await readings()
  const { id } = await callAs(actor, startWorkout, { repeatOf })
  await addExercise(actor, { sessionId: id, exerciseId: person.exerciseId })
  const { exercises } = await callAs(actor, getWorkout, { id })
  for (const set of exercises.flatMap((log) => log.sets))
    await callAs(actor, logSet, change(set, { weight: 200, reps: 3 }))
  const log = first(exercises)
  const named = { doneSessionId: id, plannedSessionId: id, openSessionId: id, openLogId: log.id }
  gone = { ...person, ...named, openSetId: first(log.sets).id, doneSetId: first(log.sets).id }
  running = { ...(await readings(gone)), rows: await storedRows(id) }
  await callAs(actor, discardWorkout, { sessionId: id })
}, 120_000)
afterAll(() => test.drop())

/** Every answer that the person can read, by operation; a refusal by its code. */
async function readings(of: Victim = person): Promise<Record<string, string>> {
  const answers: Record<string, string> = {}
  for (const useCase of useCases) {
    if (useCase.kind !== 'read' || ELSEWHERE.includes(useCase.name)) continue
    answers[useCase.name] = await answerOf(useCase, of)
  }
  const { parts } = await callAs(person.actor, exportAccount, {})
  // The trail and the plan of a start stay, the time is another one, and records are made again.
  const { auditLog, planSnapshots, exportedAt, ...kept } = JSON.parse(parts.join(''))
  for (const record of kept.personalRecords) record.id = ''
  for (const [section, list] of Object.entries(kept))
    if (Array.isArray(list)) answers[section] = list.map(steady).sort().join('\n')
  return answers
}

/** Restoring raises the revision, so that phones read the workout again. */
const steady = (data: unknown): string =>
  JSON.stringify(data, (key, value) => (CHANGING.includes(key) ? null : value)) ?? ''
const CHANGING = ['revision', 'updatedAt']

async function answerOf(useCase: (typeof useCases)[number], of: Victim): Promise<string> {
  const answer = callAs(of.actor, useCase, rows[useCase.name]?.input(of))
  return answer.then(
    (data) => steady(encode(useCase.output, data)),
    (error) => String(error.code),
  )
}

/** What the tables hold of a workout, but for the ids of records, which are made again. */
async function storedRows(sessionId: string): Promise<string> {
  const { db } = test
  const stored = [
    await db.select().from(exerciseLogs).where(eq(exerciseLogs.sessionId, sessionId)),
    await db.select().from(setLogs).where(eq(setLogs.sessionId, sessionId)),
    await db.select().from(personalRecords).where(eq(personalRecords.sessionId, sessionId)),
  ]
  const texts = stored
    .flat()
    .map((row) => JSON.stringify('setId' in row ? { ...row, id: '' } : row))
  return texts.sort().join('\n')
}

describe('a discarded workout', () => {
  it('is in no reading: each answers as it did before the workout was started', async () => {
    expect(running['record.ofExercise']).not.toBe(before['record.ofExercise'])
    expect(await readings()).toEqual(before)
  })

  it('is refused as not found by every operation that names it', async () => {
    const { actor, openSessionId, openSetId } = gone
    const stored = await storedRows(openSessionId)
    const asked: string[] = []
    for (const useCase of useCases) {
      const input = JSON.stringify(rows[useCase.name]?.input(gone) ?? {})
      if (!input.includes(openSessionId) && !input.includes(openSetId)) continue
      asked.push(useCase.name)
      if (useCase.name !== 'workout.sync')
        expect(await answerOf(useCase, gone), useCase.name).toBe('not_found')
    }
    const { results } = await callAs(actor, syncOperations, rows['workout.sync']?.input(gone))
    expect(results.map(({ key }) => key)).toEqual(['sessionNotFound', 'sessionNotFound'])
    expect(asked).toContain('workout.logSet')
    expect(asked.length).toBeGreaterThan(15)
    expect(await storedRows(openSessionId)).toBe(stored)
  })

  it('comes back with its sets, records and totals as they were', async () => {
    const { actor, openSessionId: sessionId } = gone
    expect(await callAs(actor, restoreWorkout, { sessionId })).toEqual({ id: sessionId })
    expect({ ...(await readings(gone)), rows: await storedRows(sessionId) }).toEqual(running)
  })
})
