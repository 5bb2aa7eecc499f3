import { getIdentity, identityHeaders } from '@/lib/auth/identity'
import { defineUseCase } from '@/lib/core/define-use-case'
import { ConflictError, NotFoundError } from '@/lib/core/errors'
import { PROVIDER_NAMES } from '@/lib/core/providers'
import { providerLinkedMail } from '@/lib/emails/account-mails'
import { ownData } from '@/lib/policies/own-data'
import { AccountRepository } from '@/lib/repositories/account-repository'
import { AuditRepository } from '@/lib/repositories/audit-repository'
import { ConnectionRepository } from '@/lib/repositories/connection-repository'
import { connectionIdSchema, providerAddressSchema, providerSchema } from '@/lib/schemas/connection'
import { accountEntry } from '../account/account-entry'
import { assertOffered, getAddress } from '../auth/provider-sign-in'
import { sendAll } from '../auth/send-all'
import { findWaysIn } from './ways-in'

const WINDOW_SECONDS = 15 * 60

/** Where to go to add a provider; the link is made when the browser comes back from there. */
export const linkProvider = defineUseCase({
  name: 'security.linkProvider',
  kind: 'write',
  access: 'user',
  needsFreshSession: true,
  input: providerSchema,
  output: providerAddressSchema,
  limits: [{ per: 'account', max: 20, windowSeconds: WINDOW_SECONDS }],
  authorize: ({ actor, input }) => {
    assertOffered(input.provider)
    return ownData(actor)
  },
  run: async ({ input: { provider }, caller }) => {
    const { url } = await getIdentity().api.linkSocialAccount({
      body: {
        provider,
        callbackURL: '/settings/security?connected=1',
        errorCallbackURL: '/auth/error?from=settings',
        disableRedirect: true,
      },
      headers: identityHeaders(caller),
    })
    return { address: getAddress(url) }
  },
})

/** Takes a provider away, as long as there is another way in. */
export const unlinkProvider = defineUseCase({
  name: 'security.unlinkProvider',
  kind: 'write',
  access: 'user',
  needsFreshSession: true,
  input: connectionIdSchema,
  output: connectionIdSchema,
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, actor, input, after }) => {
    // Of two at once, one sees what the other has left.
    await new AccountRepository(tx, scope).lock()
    const { connections, isOtherThan } = await findWaysIn(tx, scope)
    const connection = connections.find(({ id }) => id === input.id)
    if (!connection) throw new NotFoundError()
    if (!isOtherThan(input.id)) throw new ConflictError('lastWayIn')
    const { provider } = connection
    await new ConnectionRepository(tx, scope).delete(input.id)
    await new AuditRepository(tx).record(accountEntry(actor, 'provider_unlinked', { provider }))
    after(sendAll([() => providerLinkedMail(actor, PROVIDER_NAMES[provider], false)]))
    return input
  },
})
