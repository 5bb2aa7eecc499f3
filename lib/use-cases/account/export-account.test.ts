import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditLog } from '@/lib/db/schema/training'
import { exportSchema } from '@/lib/schemas/export'
import { createAccountDatabase } from '@/tests/helpers/accounts'
import type { TestDatabase } from '@/tests/helpers/database'
import { fillTotals, insertHistory, SETS_A_SESSION } from '@/tests/helpers/long-history'
import { callAs, createPerson } from '@/tests/helpers/people'
import { createWholePerson, NAME, SECRET } from '@/tests/helpers/whole-person'
import { CANARY, createVictim, type Victim } from '@/tests/isolation/victim'
import { exportAccount } from './export-account'

let test: TestDatabase
let person: Victim
let stranger: Victim
beforeAll(async () => {
  test = await createAccountDatabase()
  stranger = await createVictim(test.db)
  person = await createWholePerson(test.db)
})
afterAll(() => test.drop())

/** Tables that are no part of an export, and why. */
const LEFT_OUT: Record<string, string> = {
  exercise_months: 'sums of set_logs',
  training_months: 'sums of workout_sessions',
  two_factors: 'secrets; the account says whether it is on',
  verifications: 'secrets that end within a day',
  idempotency_keys: 'answers kept for a day',
  operations: 'receipts of what workout_sessions and their sets say',
  rate_limits: 'counts under hashes',
}

const camel = (name: string) => name.replaceAll(/_(\w)/g, (_, letter) => letter.toUpperCase())
/** Sections that are called otherwise than their tables, for those who read them. */
const CALLED: Record<string, string> = {
  ...{ users: 'account', profiles: 'profile', accounts: 'signInMethods' },
  ...{ auth_sessions: 'signInSessions', organizations: 'gyms', members: 'gymMemberships' },
  ...{ invitations: 'gymInvitations', audit_log: 'auditLog' },
}

type Row = Record<string, unknown>

async function exported(of: Victim['actor']): Promise<Record<string, Row[]>> {
  const { parts } = await callAs(of, exportAccount, {})
  const { format, version, exportedAt, ...sections } = JSON.parse(parts.join(''))
  exportSchema.parse({ format, version, exportedAt, ...sections })
  return sections
}

describe('an export', () => {
  it('has every table that can have something of a person, or says why not', async () => {
    const tables = await test.db.execute<{ name: string }>(sql`
      select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE'`)
    const file = await exported(person.actor)
    for (const { name } of tables) {
      if (name in LEFT_OUT) continue
      const rows = file[CALLED[name] ?? camel(name)]
      expect(rows?.length, `${name} is not exported`).toBeGreaterThan(0)
    }
  })

  it('has everything of its person, and nothing of another', async () => {
    const file = await exported(person.actor)
    const text = JSON.stringify(file)
    const { builtInId, memberId, gymRoutineId, ...rest } = person
    const { name, authenticatorKey, recoveryCode, ...own } = rest
    for (const id of Object.values(own)) if (typeof id === 'string') expect(text).toContain(id)
    // What is the gym's or another member's stays with them.
    for (const id of [gymRoutineId, memberId]) expect(text).not.toContain(id)
    for (const words of [NAME, person.actor.email, CANARY]) expect(text).toContain(words)
    for (const id of Object.values(stranger))
      if (typeof id === 'string' && id !== stranger.builtInId) expect(text).not.toContain(id)
    expect(text).not.toContain(stranger.actor.userId)
    expect(text).not.toContain(stranger.actor.email)
  })

  it('opens nothing', async () => {
    const file = await exported(person.actor)
    const { authenticatorKey, recoveryCode } = person
    for (const secret of [SECRET, authenticatorKey, recoveryCode])
      expect(JSON.stringify(file)).not.toContain(secret)
    const secrets = await test.db.execute<{ secret: string }>(sql`
      select token as secret from auth_sessions union select hash from api_keys
      union select start from api_keys
      union select value from verifications where value <> ''`)
    const text = JSON.stringify(file)
    for (const { secret } of secrets)
      if (secret !== person.actor.userId) expect(text).not.toContain(secret)
    const names = Object.values(file).flat().flatMap(Object.keys)
    for (const name of names) expect(name).not.toMatch(/password|token|secret|_/i)
  })

  it('says weights as they were typed, each with its unit', async () => {
    const { setLogs = [], trainingMaxes = [], workoutSessions = [] } = await exported(person.actor)
    const done = setLogs.find(({ id }) => id === person.doneSetId)
    expect(done).toMatchObject({ weight: 80, weightUnit: 'kg', reps: 5 })
    expect(done).not.toHaveProperty('weightKg')
    expect(trainingMaxes[0]).toMatchObject({ value: 71.25, unit: 'kg', since: '2026-01-01' })
    const session = workoutSessions.find(({ id }) => id === person.doneSessionId)
    expect(Date.parse(String(session?.startedAt))).not.toBeNaN()
  })

  it('leaves a line in the trail, which the next one has', async () => {
    const { actor } = stranger
    await exported(actor)
    const trail = await test.db.select().from(auditLog).where(eq(auditLog.actorId, actor.userId))
    expect(trail.at(-1)).toMatchObject({ action: 'data_exported', sessionId: actor.sessionId })
    const { auditLog: lines = [] } = await exported(actor)
    expect(lines.some(({ action }) => action === 'data_exported')).toBe(true)
  })

  it('is taken apart and not whole, ten years of it too', async () => {
    const actor = await createPerson(test.db)
    await insertHistory(test.owner, { userId: actor.userId, sessions: 1800 })
    await fillTotals(test.owner)
    const { parts } = await callAs(actor, exportAccount, {})
    const whole = parts.join('')
    expect(Math.max(...parts.map(({ length }) => length))).toBeLessThan(whole.length / 20)
    const { setLogs, workoutSessions, builtInExercises } = JSON.parse(whole)
    expect(setLogs).toHaveLength(1800 * SETS_A_SESSION)
    expect(workoutSessions).toHaveLength(1800)
    expect(builtInExercises).toHaveLength(5)
  })
})
