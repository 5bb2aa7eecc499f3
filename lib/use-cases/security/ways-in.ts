import * as z from 'zod'
import { listProviders } from '@/lib/auth/offered-providers'
import { arePasskeysOffered } from '@/lib/auth/passkeys'
import { defineUseCase } from '@/lib/core/define-use-case'
import type { Transaction } from '@/lib/db/client'
import { ownData } from '@/lib/policies/own-data'
import type { AthleteScope } from '@/lib/policies/scope'
import { AccountRepository } from '@/lib/repositories/account-repository'
import { ConnectionRepository } from '@/lib/repositories/connection-repository'
import { PasskeyRepository } from '@/lib/repositories/passkey-repository'
import { waysInSchema } from '@/lib/schemas/ways-in'

/**
 * Everything somebody can sign in with.
 * @returns with `isOtherThan`, whether one is left without that connection or passkey; a provider
 * without keys lets nobody in, and no passkey does where browsers make none, so they count for nothing
 */
export async function findWaysIn(tx: Transaction, scope: AthleteScope) {
  const hasPassword = (await new AccountRepository(tx, scope).findPasswordHash()) !== null
  const connections = await new ConnectionRepository(tx, scope).list()
  const passkeys = await new PasskeyRepository(tx, scope).list()
  const offered = listProviders()
  const open = [
    ...connections.filter(({ provider }) => offered.includes(provider)),
    ...(arePasskeysOffered() ? passkeys : []),
  ]
  const isOtherThan = (id: string) => hasPassword || open.some((each) => each.id !== id)
  return { hasPassword, connections, passkeys, isOtherThan }
}

/** Everything somebody can sign in with, what of it may be taken away, and what could be added. */
export const listWaysIn = defineUseCase({
  name: 'security.listWaysIn',
  kind: 'read',
  access: 'user',
  needsSession: true,
  input: z.strictObject({}),
  output: waysInSchema,
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope }) => {
    const { isOtherThan, ...found } = await findWaysIn(tx, scope)
    const isLinked = (provider: string) =>
      found.connections.some((connection) => connection.provider === provider)
    const saying = <T extends { id: string }>(each: T) => ({
      ...each,
      isRemovable: isOtherThan(each.id),
    })
    return {
      ...found,
      connections: found.connections.map(saying),
      available: listProviders().filter((provider) => !isLinked(provider)),
      passkeys: found.passkeys.map(saying),
      arePasskeysOffered: arePasskeysOffered(),
    }
  },
})
