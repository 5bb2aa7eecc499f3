import { and, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findAccountByEmail } from '@/lib/auth/account-store'
import { findKeyActor } from '@/lib/auth/api-key'
import { verifications } from '@/lib/db/schema/identity'
import { auditLog } from '@/lib/db/schema/training'
import {
  createAccountDatabase,
  mailedToken,
  mailsTo,
  newEmail,
  newPassword,
  password,
  refusal,
  registerAndVerify,
  registration,
  sessionsOf,
} from '@/tests/helpers/accounts'
import type { TestDatabase } from '@/tests/helpers/database'
import { callAs, createPerson } from '@/tests/helpers/people'
import { createApiKey } from '../api-keys/api-keys'
import { register } from './register'
import { requestPasswordReset, resetPassword } from './reset-password'
import { signIn } from './sign-in'

let test: TestDatabase
beforeAll(async () => {
  process.env.DATABASE_POOL_SIZE = '3'
  test = await createAccountDatabase()
})
afterAll(async () => {
  delete process.env.DATABASE_POOL_SIZE
  await test.drop()
})

const revocationOf = (id: string) =>
  and(eq(auditLog.subjectId, id), eq(auditLog.action, 'api_key_revoked'))

describe('a forgotten password', () => {
  it('is replaced by a link once; every session ends and the owner is told', async () => {
    const email = await registerAndVerify()
    await callAs(null, signIn, { email, password })
    await callAs(null, requestPasswordReset, { email })
    const token = await mailedToken(email)
    await callAs(null, resetPassword, { token, password: newPassword })
    expect(await sessionsOf(email)).toEqual([])
    expect((await mailsTo(email))[0]?.subject).toBe('Your password was changed')
    const again = refusal(callAs(null, resetPassword, { token, password }))
    expect((await again).key).toBe('linkInvalid')
    expect((await refusal(callAs(null, signIn, { email, password }))).key).toBe('credentials')
    await callAs(null, signIn, { email, password: newPassword })
  })

  it('revokes every API key of the account, and of no other', async () => {
    const [email, other] = [await registerAndVerify(), await registerAndVerify()]
    const makeKey = async (address: string) => {
      const account = await findAccountByEmail(address)
      const actor = { ...(await createPerson(test.db)), userId: account?.id ?? '', email: address }
      return callAs(actor, createApiKey, { name: 'Watch', scopes: ['read'] })
    }
    const [first, second] = [await makeKey(email), await makeKey(email)]
    const theirs = await makeKey(other)
    await callAs(null, requestPasswordReset, { email })
    await callAs(null, resetPassword, { token: await mailedToken(email), password: newPassword })
    for (const { id, key } of [first, second]) {
      expect(await findKeyActor(key)).toBeNull()
      const [line] = await test.db.select().from(auditLog).where(revocationOf(id))
      expect(line?.details).toEqual({ with: 'password' })
    }
    expect((await mailsTo(email))[0]?.text).toContain('API keys no longer work')
    expect(await findKeyActor(theirs.key)).not.toBeNull()
  })

  it('kills older links with a newer one, and all with a use', async () => {
    const email = await registerAndVerify()
    await callAs(null, requestPasswordReset, { email })
    const older = await mailedToken(email)
    await callAs(null, requestPasswordReset, { email })
    const newer = await mailedToken(email)
    const use = (token: string) => callAs(null, resetPassword, { token, password: newPassword })
    expect((await refusal(use(older))).key).toBe('linkInvalid')
    await use(newer)
    expect((await refusal(use(newer))).key).toBe('linkInvalid')
  })

  it('keeps the link when the new password is refused', async () => {
    const email = await registerAndVerify()
    await callAs(null, requestPasswordReset, { email })
    const token = await mailedToken(email)
    const weak = callAs(null, resetPassword, { token, password: 'qwertyuiop' })
    expect((await refusal(weak)).fields).toHaveProperty('password')
    await callAs(null, resetPassword, { token, password: newPassword })
  })

  it('confirms the mailbox, so that whoever reads it can take over an unconfirmed account', async () => {
    const email = newEmail()
    await callAs(null, register, registration(email))
    await callAs(null, requestPasswordReset, { email })
    await callAs(null, resetPassword, { token: await mailedToken(email), password: newPassword })
    await callAs(null, signIn, { email, password: newPassword })
  })

  it('gets the same answer for an address nobody has, and no mail', async () => {
    const email = newEmail()
    expect(await callAs(null, requestPasswordReset, { email })).toEqual({ email })
    expect(await mailsTo(email)).toEqual([])
  })

  it('is replaced by one of two who use the link at once', async () => {
    const email = await registerAndVerify()
    await callAs(null, requestPasswordReset, { email })
    const token = await mailedToken(email)
    const [first, second] = ['a first sentence here', 'a second sentence here']
    const use = (chosen: string) =>
      callAs(null, resetPassword, { token, password: chosen }).then(
        () => chosen,
        (error) => error.key,
      )
    const answers = await Promise.all([use(first), use(second)])
    expect(answers).toContain('linkInvalid')
    const won = answers.find((answer) => answer !== 'linkInvalid')
    await callAs(null, signIn, { email, password: won })
  })

  it('lets nobody in who gives the old one at the same moment', async () => {
    const email = await registerAndVerify()
    for (const [before, after] of [
      [password, newPassword],
      [newPassword, password],
      [password, newPassword],
    ]) {
      await callAs(null, requestPasswordReset, { email })
      const token = await mailedToken(email)
      await Promise.all([
        callAs(null, resetPassword, { token, password: after }),
        callAs(null, signIn, { email, password: before }).catch((error) => error.key),
      ])
      expect(await sessionsOf(email)).toEqual([])
    }
  })

  it('does not wait for connections that the others hold, however many reset at once', async () => {
    const emails = await Promise.all(Array.from({ length: 5 }, () => registerAndVerify()))
    await Promise.all(emails.map((email) => callAs(null, requestPasswordReset, { email })))
    const tokens = await Promise.all(emails.map(mailedToken))
    await Promise.all(
      tokens.map((token) => callAs(null, resetPassword, { token, password: newPassword })),
    )
    for (const email of emails) await callAs(null, signIn, { email, password: newPassword })
  })

  it('stays as it is when the link is older than an hour', async () => {
    const email = await registerAndVerify()
    await callAs(null, requestPasswordReset, { email })
    const token = await mailedToken(email)
    await test.db.update(verifications).set({
      expiresAt: sql`${verifications.expiresAt} - interval '1 hour'`,
    })
    const late = callAs(null, resetPassword, { token, password: newPassword })
    expect((await refusal(late)).key).toBe('linkInvalid')
    await callAs(null, signIn, { email, password })
  })
})
