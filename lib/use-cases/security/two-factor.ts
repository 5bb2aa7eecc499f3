import * as z from 'zod'
import { isFresh } from '@/lib/auth/guards'
import { getIdentity } from '@/lib/auth/identity'
import {
  dropUnfinished,
  findSecondFactor,
  isBeingSetUp,
  lockSecondFactor,
  replaceRecoveryCodes,
  startSecondFactor,
  takeCode,
  takeRecoveryCode,
  turnOff,
  turnOn,
} from '@/lib/auth/second-factor'
import { totpAddress, typedSecret } from '@/lib/auth/totp'
import { defineUseCase } from '@/lib/core/define-use-case'
import { NotFoundError, ValidationError } from '@/lib/core/errors'
import { recoveryCodesMadeMail, twoFactorChangedMail } from '@/lib/emails/account-mails'
import { ownData } from '@/lib/policies/own-data'
import { AccountRepository } from '@/lib/repositories/account-repository'
import { AuditRepository } from '@/lib/repositories/audit-repository'
import {
  anyCodeSchema,
  authenticatorCodeSchema,
  recoveryCodesSchema,
  startTwoFactorSchema,
  twoFactorSchema,
} from '@/lib/schemas/second-factor'
import { accountEntry } from '../account/account-entry'
import { sendAll } from '../auth/send-all'

const WINDOW_SECONDS = 15 * 60
const LIMITS = [{ per: 'account', max: 10, windowSeconds: WINDOW_SECONDS }] as const

/** How far somebody is with the second step; the key is shown to a fresh session while it is set up. */
export const getTwoFactor = defineUseCase({
  name: 'security.getTwoFactor',
  kind: 'read',
  access: 'user',
  needsSession: true,
  input: z.strictObject({}),
  output: twoFactorSchema,
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, actor, now }) => {
    const factor = await findSecondFactor(actor.userId, tx)
    const isPending = factor !== null && isBeingSetUp(factor, now) && isFresh(actor)
    return {
      isOn: factor?.isOn ?? false,
      setup: isPending
        ? { address: totpAddress(factor.secret, actor.email), key: typedSecret(factor.secret) }
        : null,
      recoveryCodesLeft: factor?.isOn ? factor.recoveryCodes.length : 0,
    }
  },
})

/** Makes a new key for an authenticator app, which asks for nothing before its first code. */
export const startTwoFactor = defineUseCase({
  name: 'security.startTwoFactor',
  kind: 'write',
  access: 'user',
  needsFreshSession: true,
  input: startTwoFactorSchema,
  output: z.object({}),
  limits: LIMITS,
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, actor, input: { password: given = '' } }) => {
    const hash = await new AccountRepository(tx, scope).findPasswordHash()
    if (hash !== null) {
      if (!given) throw new ValidationError({ password: [{ key: 'required' }] })
      const { password } = await getIdentity().$context
      if (!(await password.verify({ hash, password: given })))
        throw new ValidationError({ password: [{ key: 'passwordWrong' }] })
    }
    await startSecondFactor(actor.userId, tx)
    return {}
  },
})

/** Leaves off setting it up; what is on stays on. */
export const cancelTwoFactor = defineUseCase({
  name: 'security.cancelTwoFactor',
  kind: 'write',
  access: 'user',
  needsSession: true,
  input: z.strictObject({}),
  output: z.object({}),
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, actor }) => {
    await dropUnfinished(actor.userId, tx)
    return {}
  },
})

/** A first code shows that the app has the key: from now on every sign-in asks for one. */
export const confirmTwoFactor = defineUseCase({
  name: 'security.confirmTwoFactor',
  kind: 'write',
  access: 'user',
  needsFreshSession: true,
  input: authenticatorCodeSchema,
  output: recoveryCodesSchema,
  limits: LIMITS,
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, actor, now, input: { code }, after }) => {
    const factor = await lockSecondFactor(actor.userId, tx)
    if (!factor || !isBeingSetUp(factor, now)) throw new NotFoundError('twoFactorNotStarted')
    const taken = await takeCode(factor, code, { tx, now })
    if (taken !== 'taken') throw wrongCode(taken)
    const recoveryCodes = await turnOn(factor, tx)
    await new AuditRepository(tx).record(accountEntry(actor, 'two_factor_enabled'))
    after(sendAll([() => twoFactorChangedMail(actor, true)]))
    return { recoveryCodes }
  },
})

/** New recovery codes in place of the older ones. */
export const makeRecoveryCodes = defineUseCase({
  name: 'security.makeRecoveryCodes',
  kind: 'write',
  access: 'user',
  needsFreshSession: true,
  input: authenticatorCodeSchema,
  output: recoveryCodesSchema,
  limits: LIMITS,
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, actor, now, input: { code }, after }) => {
    const factor = await lockSecondFactor(actor.userId, tx)
    if (!factor?.isOn) throw new NotFoundError('twoFactorOff')
    const taken = await takeCode(factor, code, { tx, now })
    if (taken !== 'taken') throw wrongCode(taken)
    const recoveryCodes = await replaceRecoveryCodes(factor, tx)
    await new AuditRepository(tx).record(accountEntry(actor, 'recovery_codes_made'))
    after(sendAll([() => recoveryCodesMadeMail(actor)]))
    return { recoveryCodes }
  },
})

/** Back to the password alone; takes a code of the app, or a recovery code for a lost phone. */
export const turnOffTwoFactor = defineUseCase({
  name: 'security.turnOffTwoFactor',
  kind: 'write',
  access: 'user',
  needsFreshSession: true,
  input: anyCodeSchema,
  output: z.object({}),
  limits: LIMITS,
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, actor, now, input, after }) => {
    const factor = await lockSecondFactor(actor.userId, tx)
    if (!factor?.isOn) throw new NotFoundError('twoFactorOff')
    const code = input.anyCode.replaceAll(/\s/g, '')
    const taken = await takeCode(factor, code, { tx, now })
    const isShown = taken === 'taken' || (await takeRecoveryCode(factor, code, tx))
    if (!isShown) throw wrongCode(taken, 'anyCode')
    await turnOff(factor, tx)
    await new AuditRepository(tx).record(accountEntry(actor, 'two_factor_disabled'))
    after(sendAll([() => twoFactorChangedMail(actor, false)]))
    return {}
  },
})

const wrongCode = (taken: 'used' | 'wrong' | 'taken', field = 'code') =>
  new ValidationError({ [field]: [{ key: taken === 'used' ? 'codeUsed' : 'codeWrong' }] })
