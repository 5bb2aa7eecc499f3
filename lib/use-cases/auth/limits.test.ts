import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { AnyUseCase } from '@/lib/core/define-use-case'
import { RateLimitedError } from '@/lib/core/errors'
import { rateLimits } from '@/lib/db/schema/identity'
import { rereadEnv } from '@/lib/env'
import { execute } from '@/lib/transport/execute'
import {
  createAccountDatabase,
  mailedToken,
  newEmail,
  newPassword,
  password,
  registerAndVerify,
  registration,
} from '@/tests/helpers/accounts'
import type { TestDatabase } from '@/tests/helpers/database'
import { callAs } from '@/tests/helpers/people'
import { register } from './register'
import { requestPasswordReset, resetPassword } from './reset-password'
import { signIn } from './sign-in'
import { resendVerification, verifyEmail } from './verify-email'

let test: TestDatabase
beforeAll(async () => {
  test = await createAccountDatabase()
  process.env.RATE_LIMIT_FACTOR = '1'
  rereadEnv()
})
afterAll(() => test.drop())
beforeEach(() => test.db.delete(rateLimits))

const HERE = '192.0.2.1'
const ELSEWHERE = '198.51.100.1'

/** Whether somebody at this address was told to wait; nothing that would follow the answer happens. */
async function isStopped(useCase: AnyUseCase, input: object, address: string): Promise<boolean> {
  const caller = { address, headers: new Headers() }
  const error: unknown = await execute(useCase, input, {
    actor: null,
    caller,
    after: () => {},
  }).then(
    () => null,
    (thrown) => thrown,
  )
  return error instanceof RateLimitedError
}

/** How often it may be done before it is stopped, up to 60 times. */
async function countUntilStopped(attempt: (index: number) => Promise<boolean>): Promise<number> {
  for (let done = 0; done < 60; done += 1) if (await attempt(done)) return done
  return 60
}

const weak = 'qwertyuiop'

describe.each([
  // A weak password is refused after it was counted, and before the slow hashing.
  { useCase: register, input: (email: string) => registration(email, { password: weak }), max: 5 },
  { useCase: resendVerification, input: (email: string) => ({ email }), max: 5 },
  { useCase: requestPasswordReset, input: (email: string) => ({ email }), max: 5 },
  { useCase: signIn, input: (email: string) => ({ email, password }), max: 10 },
])('$useCase.name', ({ useCase, input, max }) => {
  it('is stopped for one account wherever it is tried from, in any spelling', async () => {
    const email = newEmail()
    const tries = await countUntilStopped((index) =>
      isStopped(useCase, input(index % 2 ? email : email.toUpperCase()), `192.0.2.${index}`),
    )
    expect(tries).toBe(max)
    expect(await isStopped(useCase, input(newEmail()), ELSEWHERE)).toBe(false)
  })
})

describe.each([
  { useCase: register, input: () => registration(newEmail(), { password: weak }), max: 20 },
  { useCase: resendVerification, input: () => ({ email: newEmail() }), max: 20 },
  { useCase: requestPasswordReset, input: () => ({ email: newEmail() }), max: 20 },
  { useCase: resetPassword, input: () => ({ token: 'wrong', password }), max: 20 },
  { useCase: signIn, input: () => ({ email: newEmail(), password }), max: 50 },
  { useCase: verifyEmail, input: () => ({ token: 'wrong' }), max: 60 },
])('$useCase.name', ({ useCase, input, max }) => {
  it('is stopped for one address whatever account is tried', async () => {
    expect(await countUntilStopped(() => isStopped(useCase, input(), HERE))).toBe(max)
    expect(await isStopped(useCase, input(), ELSEWHERE)).toBe(false)
  })
})

it('lets the owner of an account in by a reset, however long others have been guessing', async () => {
  const email = await registerAndVerify()
  const guess = (index: number) => isStopped(signIn, { email, password }, `192.0.2.${index}`)
  const wrong = { email, password: 'not the right one' }
  for (let tries = 0; tries < 10; tries += 1) await isStopped(signIn, wrong, ELSEWHERE)
  expect(await guess(1)).toBe(true)
  await callAs(null, requestPasswordReset, { email })
  const token = await mailedToken(email)
  await callAs(null, resetPassword, { token, password: newPassword })
  const answer = await callAs(null, signIn, { email, password: newPassword })
  expect(answer.redirectTo).toBe('/dashboard')
})
