import * as z from 'zod'
import { assertPasskeysOffered, finishRegistration, startRegistration } from '@/lib/auth/passkeys'
import { defineUseCase } from '@/lib/core/define-use-case'
import { ConflictError, NotFoundError } from '@/lib/core/errors'
import { passkeyChangedMail } from '@/lib/emails/account-mails'
import { ownData } from '@/lib/policies/own-data'
import { AccountRepository } from '@/lib/repositories/account-repository'
import { AuditRepository } from '@/lib/repositories/audit-repository'
import { PasskeyRepository } from '@/lib/repositories/passkey-repository'
import { addPasskeySchema, creationOptionsSchema, passkeyIdSchema } from '@/lib/schemas/passkey'
import { accountEntry } from '../account/account-entry'
import { sendAll } from '../auth/send-all'
import { findWaysIn } from './ways-in'

const WINDOW_SECONDS = 15 * 60
const LIMITS = [{ per: 'account', max: 20, windowSeconds: WINDOW_SECONDS }] as const
/** More than anybody has devices. */
const MOST_PASSKEYS = 20

/** What a browser needs to make a passkey; it is added by what the browser makes of it. */
export const startPasskey = defineUseCase({
  name: 'security.startPasskey',
  kind: 'write',
  access: 'user',
  needsFreshSession: true,
  input: z.strictObject({}),
  output: creationOptionsSchema,
  limits: LIMITS,
  authorize: ({ actor }) => {
    assertPasskeysOffered()
    return ownData(actor)
  },
  run: async ({ tx, scope, actor }) => {
    const known = await new PasskeyRepository(tx, scope).list()
    if (known.length >= MOST_PASSKEYS) throw new ConflictError('passkeysFull')
    return { options: await startRegistration(actor, known, tx) }
  },
})

/** Adds what the browser has made; the owner is told. */
export const addPasskey = defineUseCase({
  name: 'security.addPasskey',
  kind: 'write',
  access: 'user',
  needsFreshSession: true,
  input: addPasskeySchema,
  output: z.object({}),
  limits: LIMITS,
  authorize: ({ actor }) => {
    assertPasskeysOffered()
    return ownData(actor)
  },
  run: async ({ tx, scope, actor, input: { name, response }, after }) => {
    const made = await finishRegistration(actor.userId, response, tx)
    await new PasskeyRepository(tx, scope).add({ ...made, name })
    await new AuditRepository(tx).record(accountEntry(actor, 'passkey_added'))
    after(sendAll([() => passkeyChangedMail(actor, name, true)]))
    return {}
  },
})

/** Takes a passkey away, as long as there is another way in. */
export const removePasskey = defineUseCase({
  name: 'security.removePasskey',
  kind: 'write',
  access: 'user',
  needsFreshSession: true,
  input: passkeyIdSchema,
  output: passkeyIdSchema,
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, actor, input, after }) => {
    // Of two at once, one sees what the other has left.
    await new AccountRepository(tx, scope).lock()
    const { passkeys, isOtherThan } = await findWaysIn(tx, scope)
    const passkey = passkeys.find(({ id }) => id === input.id)
    if (!passkey) throw new NotFoundError()
    if (!isOtherThan(passkey.id)) throw new ConflictError('lastWayIn')
    await new PasskeyRepository(tx, scope).delete(passkey.id)
    await new AuditRepository(tx).record(accountEntry(actor, 'passkey_removed'))
    after(sendAll([() => passkeyChangedMail(actor, passkey.name, false)]))
    return input
  },
})
