import { listProviders } from '@/lib/auth/offered-providers'
import { arePasskeysOffered } from '@/lib/auth/passkeys'
import type { Transaction } from '@/lib/db/client'
import type { AthleteScope } from '@/lib/policies/scope'
import { AccountRepository } from '@/lib/repositories/account-repository'
import { ConnectionRepository } from '@/lib/repositories/connection-repository'
import { PasskeyRepository } from '@/lib/repositories/passkey-repository'

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
  return { connections, passkeys, isOtherThan }
}
