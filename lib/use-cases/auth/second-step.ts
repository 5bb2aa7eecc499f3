import * as z from 'zod'
import { recordWrongCode } from '@/lib/auth/failed-sign-in'
import { findHalfSignIn, signedOutHeaders } from '@/lib/auth/half-sign-in'
import { getIdentity } from '@/lib/auth/identity'
import { identityErrorCode } from '@/lib/auth/identity-errors'
import { undoIfChanged, watchPassword } from '@/lib/auth/password-watch'
import { tidyRecoveryCode } from '@/lib/auth/recovery-codes'
import { safeRedirectPath } from '@/lib/auth/safe-redirect'
import { findSecondFactor, takeCode } from '@/lib/auth/second-factor'
import { defineUseCase } from '@/lib/core/define-use-case'
import { ConflictError, RateLimitedError, ValidationError } from '@/lib/core/errors'
import type { Transaction } from '@/lib/db/client'
import { recoveryCodeUsedMail } from '@/lib/emails/account-mails'
import { AuditRepository } from '@/lib/repositories/audit-repository'
import { signedInSchema } from '@/lib/schemas/account'
import { recoveryStepSchema, secondStepSchema } from '@/lib/schemas/second-factor'
import { accountEntry } from '../account/account-entry'
import { sendAll } from './send-all'

const WINDOW_SECONDS = 15 * 60
/** Per address here; per account Better Auth counts wrong codes in a row and locks after ten. */
const LIMITS = [{ per: 'address', max: 50, windowSeconds: WINDOW_SECONDS }] as const

const WRONG = ['INVALID_CODE', 'INVALID_BACKUP_CODE']
const OVER = [
  'INVALID_TWO_FACTOR_COOKIE',
  'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE',
  'TOTP_NOT_ENABLED',
  'BACKUP_CODES_NOT_ENABLED',
]

/** The second step of signing in, with a code of the app: opens the session. */
export const giveCode = defineUseCase({
  name: 'auth.giveCode',
  kind: 'write',
  access: 'anyone',
  input: secondStepSchema,
  output: z.object({ redirectTo: z.string(), user: signedInSchema }),
  limits: LIMITS,
  authorize: () => null,
  run: async ({ tx, now, input: { code, next }, caller }) => {
    const headers = signedOutHeaders(caller)
    const user = await getHalfSignIn(headers, tx)
    // Not locked: Better Auth counts on the same row, over a connection of its own.
    const factor = await findSecondFactor(user.id, tx)
    const watched = await watchPassword(user.email, tx)
    // Better Auth takes a code as often as it is given while it lasts.
    if (factor?.isOn && (await takeCode(factor, code, { tx, now })) === 'used') {
      await recordWrongCode(user.id, { with: 'code' })
      throw new ValidationError({ code: [{ key: 'codeUsed' }] })
    }
    const { token } = await getIdentity()
      .api.verifyTOTP({ body: { code }, headers })
      .catch(refusing({ userId: user.id, tx, now, wrong: 'codeWrong' }))
    if (await undoIfChanged(watched, { email: user.email, token }, tx))
      throw new ConflictError('secondStepExpired')
    return { redirectTo: safeRedirectPath(next), user }
  },
})

/** The second step without the phone: a recovery code, which is then used up. Its owner is told. */
export const giveRecoveryCode = defineUseCase({
  name: 'auth.giveRecoveryCode',
  kind: 'write',
  access: 'anyone',
  input: recoveryStepSchema,
  output: z.object({ redirectTo: z.string(), user: signedInSchema, left: z.int() }),
  limits: LIMITS,
  authorize: () => null,
  run: async ({ tx, now, input: { code, next }, caller, after }) => {
    const headers = signedOutHeaders(caller)
    const user = await getHalfSignIn(headers, tx)
    const watched = await watchPassword(user.email, tx)
    const { token = null } = await getIdentity()
      .api.verifyBackupCode({ body: { code: tidyRecoveryCode(code) }, headers })
      .catch(refusing({ userId: user.id, tx, now, wrong: 'recoveryCodeWrong' }))
    if (await undoIfChanged(watched, { email: user.email, token }, tx))
      throw new ConflictError('secondStepExpired')
    const left = (await findSecondFactor(user.id, tx))?.recoveryCodes.length ?? 0
    const entry = accountEntry({ userId: user.id }, 'recovery_code_used', { left })
    await new AuditRepository(tx).record(entry)
    after(sendAll([() => recoveryCodeUsedMail(user, left)]))
    return { redirectTo: safeRedirectPath(next), user, left }
  },
})

async function getHalfSignIn(headers: Headers, tx: Transaction) {
  const half = await findHalfSignIn(headers, tx)
  if (!half) throw new ConflictError('secondStepExpired')
  return half
}

/** Puts Better Auth's refusal into ours; what is none is passed on. */
const refusing =
  (about: {
    userId: string
    tx: Transaction
    now: Date
    wrong: 'codeWrong' | 'recoveryCodeWrong'
  }) =>
  async (error: unknown): Promise<never> => {
    const code = identityErrorCode(error)
    if (code === null) throw error
    if (WRONG.includes(code)) {
      const kind = about.wrong === 'codeWrong' ? 'code' : 'recovery_code'
      await recordWrongCode(about.userId, { with: kind })
      throw new ValidationError({ code: [{ key: about.wrong }] })
    }
    if (OVER.includes(code)) throw new ConflictError('secondStepExpired')
    if (code !== 'ACCOUNT_TEMPORARILY_LOCKED') throw error
    const factor = await findSecondFactor(about.userId, about.tx)
    const waitMs = (factor?.lockedUntil?.getTime() ?? 0) - about.now.getTime()
    throw new RateLimitedError(Math.max(1, Math.ceil(waitMs / 1000)))
  }
