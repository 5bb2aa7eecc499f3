import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getIdentity } from '@/lib/auth/identity'
import type { Actor } from '@/lib/core/actor'
import type { AnyUseCase } from '@/lib/core/define-use-case'
import { newId } from '@/lib/core/id'
import { accounts, twoFactors, users } from '@/lib/db/schema/identity'
import { auditLog } from '@/lib/db/schema/training'
import {
  createAccountDatabase,
  mailsTo,
  newPassword,
  password,
  refusal,
} from '@/tests/helpers/accounts'
import type { TestDatabase } from '@/tests/helpers/database'
import { callAs, createPerson } from '@/tests/helpers/people'
import { codeFor, laterCode, wrongCodeFor } from '@/tests/helpers/two-factor'
import {
  cancelTwoFactor,
  confirmTwoFactor,
  getTwoFactor,
  makeRecoveryCodes,
  startTwoFactor,
  turnOffTwoFactor,
} from './two-factor'

let test: TestDatabase
beforeAll(async () => {
  test = await createAccountDatabase()
})
afterAll(() => test.drop())

async function personWithPassword(): Promise<Actor> {
  const actor = await createPerson(test.db)
  const { password: hashing } = await getIdentity().$context
  await test.db.insert(accounts).values({
    ...{ userId: actor.userId, accountId: actor.userId, providerId: 'credential' },
    password: await hashing.hash(password),
  })
  return actor
}

async function startedKey(actor: Actor): Promise<string> {
  await callAs(actor, startTwoFactor, { password })
  const { setup } = await callAs(actor, getTwoFactor, {})
  if (!setup) throw new Error('Nothing is being set up')
  return setup.key
}

async function personWithTwoFactor() {
  const actor = await personWithPassword()
  const key = await startedKey(actor)
  const code = codeFor(key)
  const { recoveryCodes } = await callAs(actor, confirmTwoFactor, { code })
  return { actor, key, code, recoveryCodes }
}

const isOn = async ({ userId }: Actor) =>
  (await test.db.select().from(users).where(eq(users.id, userId)))[0]?.twoFactorEnabled

const trailOf = async ({ userId, sessionId }: Actor) =>
  (await test.db.select().from(auditLog).where(eq(auditLog.ownerId, userId)))
    .filter((entry) => entry.sessionId === sessionId)
    .map(({ action }) => action)

const old = (actor: Actor): Actor => ({
  ...actor,
  authenticatedAt: new Date(Date.now() - 61 * 60_000),
})
const byKey = (actor: Actor): Actor => ({ ...actor, keyScopes: ['read', 'write'] })

describe('switching it on', () => {
  it('asks for the password where there is one', async () => {
    const actor = await personWithPassword()
    const start = (given?: string) => refusal(callAs(actor, startTwoFactor, { password: given }))
    expect((await start()).fields).toEqual({ password: [{ key: 'required' }] })
    expect((await start(newPassword)).fields).toEqual({
      password: [{ key: 'passwordWrong' }],
    })
    expect((await callAs(actor, getTwoFactor, {})).setup).toBeNull()
    const passwordless = await createPerson(test.db)
    await callAs(passwordless, startTwoFactor, {})
    expect((await callAs(passwordless, getTwoFactor, {})).setup).not.toBeNull()
  })

  it('needs a first code, then gives recovery codes, tells the owner and writes it down', async () => {
    const actor = await personWithPassword()
    const key = await startedKey(actor)
    expect(await isOn(actor)).toBe(false)
    const wrong = callAs(actor, confirmTwoFactor, { code: wrongCodeFor(key) })
    expect((await refusal(wrong)).fields).toEqual({ code: [{ key: 'codeWrong' }] })
    const nonsense = await refusal(callAs(actor, confirmTwoFactor, { code: 'abcdef' }))
    expect(nonsense.fields).toEqual({
      code: [expect.objectContaining({ key: 'authenticatorCode' })],
    })

    const { recoveryCodes } = await callAs(actor, confirmTwoFactor, { code: codeFor(key) })
    expect(recoveryCodes).toHaveLength(10)
    expect(await isOn(actor)).toBe(true)
    expect(await trailOf(actor)).toEqual(['two_factor_enabled'])
    expect((await mailsTo(actor.email)).map(({ subject }) => subject)).toHaveLength(1)
    expect(await callAs(actor, getTwoFactor, {})).toEqual({
      ...{ isOn: true, setup: null, recoveryCodesLeft: 10 },
    })
  })

  it('can be left off, begun again, and is given up after an hour', async () => {
    const actor = await personWithPassword()
    const first = await startedKey(actor)
    await callAs(actor, cancelTwoFactor, {})
    expect((await callAs(actor, getTwoFactor, {})).setup).toBeNull()
    const second = await startedKey(actor)
    expect(second).not.toBe(first)
    const hourAgo = `${(Date.now() - 3_601_000).toString(16).padStart(12, '0')}`
    const id = newId().replace(/^.{8}-.{4}/, `${hourAgo.slice(0, 8)}-${hourAgo.slice(8)}`)
    await test.db.update(twoFactors).set({ id }).where(eq(twoFactors.userId, actor.userId))
    expect((await callAs(actor, getTwoFactor, {})).setup).toBeNull()
    const late = callAs(actor, confirmTwoFactor, { code: codeFor(second) })
    expect((await refusal(late)).key).toBe('twoFactorNotStarted')
  })

  it('shows the key to a fresh session alone, and changes nothing while it is on', async () => {
    const actor = await personWithPassword()
    await startedKey(actor)
    expect((await callAs(old(actor), getTwoFactor, {})).setup).toBeNull()
    const { actor: other, key } = await personWithTwoFactor()
    await callAs(other, startTwoFactor, { password })
    expect(await callAs(other, getTwoFactor, {})).toMatchObject({ isOn: true, setup: null })
    await callAs(other, cancelTwoFactor, {})
    await callAs(other, makeRecoveryCodes, { code: laterCode(key) })
  })
})

describe('new recovery codes', () => {
  it('take the place of the older ones, for a code that was not used', async () => {
    const { actor, key, code, recoveryCodes } = await personWithTwoFactor()
    const used = callAs(actor, makeRecoveryCodes, { code })
    expect((await refusal(used)).fields).toEqual({ code: [{ key: 'codeUsed' }] })
    const made = await callAs(actor, makeRecoveryCodes, { code: laterCode(key) })
    expect(made.recoveryCodes.filter((code) => recoveryCodes.includes(code))).toEqual([])
    expect(await trailOf(actor)).toEqual(['two_factor_enabled', 'recovery_codes_made'])
    const byOld = callAs(actor, turnOffTwoFactor, { anyCode: recoveryCodes[0] })
    expect((await refusal(byOld)).fields).toEqual({ anyCode: [{ key: 'codeWrong' }] })
  })
})

describe('switching it off', () => {
  it.each([
    ['a code', ({ key }: { key: string }) => laterCode(key)],
    ['a recovery code', ({ recoveryCodes }: { recoveryCodes: string[] }) => recoveryCodes[3]],
  ])('takes %s', async (_kind, codeOf) => {
    const { actor, key, recoveryCodes } = await personWithTwoFactor()
    const wrong = callAs(actor, turnOffTwoFactor, { anyCode: wrongCodeFor(key) })
    expect((await refusal(wrong)).fields).toEqual({ anyCode: [{ key: 'codeWrong' }] })
    await callAs(actor, turnOffTwoFactor, { anyCode: codeOf({ key, recoveryCodes }) })
    expect(await isOn(actor)).toBe(false)
    expect(
      await test.db.select().from(twoFactors).where(eq(twoFactors.userId, actor.userId)),
    ).toEqual([])
    expect(await trailOf(actor)).toContain('two_factor_disabled')
    expect(await mailsTo(actor.email)).toHaveLength(2)
    const again = callAs(actor, turnOffTwoFactor, { anyCode: laterCode(key) })
    expect((await refusal(again)).key).toBe('twoFactorOff')
  })
})

it.each([
  ['start', startTwoFactor, { password }],
  ['confirm', confirmTwoFactor, { code: '123456' }],
  ['renew', makeRecoveryCodes, { code: '123456' }],
  ['switch off', turnOffTwoFactor, { anyCode: '123456' }],
] as [string, AnyUseCase, object][])(
  'to %s takes a sign-in of the last hour, and no API key',
  async (_what, useCase, input) => {
    const actor = await personWithPassword()
    const call = (who: Actor) => refusal(callAs(who, useCase, input))
    expect((await call(old(actor))).key).toBe('freshSession')
    expect((await call(byKey(actor))).key).toBe('keyNeedsSession')
  },
)
