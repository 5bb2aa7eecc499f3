import * as z from 'zod'
import { MailedLinks } from '@/lib/auth/mailed-links'
import { dropLinks } from '@/lib/auth/reset-links'
import { defineUseCase } from '@/lib/core/define-use-case'
import { ConflictError } from '@/lib/core/errors'
import type { Transaction } from '@/lib/db/client'
import { accountDeletedMail, accountDeletionMail } from '@/lib/emails/account-mails'
import { ownData } from '@/lib/policies/own-data'
import type { AthleteScope } from '@/lib/policies/scope'
import { AccountRepository } from '@/lib/repositories/account-repository'
import { AuditRepository } from '@/lib/repositories/audit-repository'
import { ErasureRepository } from '@/lib/repositories/erasure-repository'
import { mailedLinkSchema } from '@/lib/schemas/account'
import { tellOfPerson } from '@/lib/services/notices'
import { sendAll } from '../auth/send-all'
import { accountEntry } from './account-entry'

const HOUR_SECONDS = 3600

/** Asks to delete one's account: mails a link that does it. */
export const requestAccountDeletion = defineUseCase({
  name: 'account.requestDeletion',
  kind: 'write',
  access: 'user',
  needsFreshSession: true,
  input: z.strictObject({}),
  output: z.object({ email: z.string() }),
  limits: [{ per: 'account', max: 5, windowSeconds: HOUR_SECONDS }],
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, actor, after }) => {
    await lockLonelyGyms(tx, scope)
    const token = await new MailedLinks(tx, 'deletion').make(actor.userId)
    await new AuditRepository(tx).record(accountEntry(actor, 'account_deletion_requested'))
    after(sendAll([() => accountDeletionMail(actor, token)]))
    return { email: actor.email }
  },
})

/**
 * Deletes the account a link was mailed to, with everything in it. Only the trail stays, which knows
 * ids alone. Answers whose it was if it was that of this browser, which then has things to forget.
 */
export const deleteAccount = defineUseCase({
  name: 'account.delete',
  kind: 'write',
  access: 'anyone',
  input: mailedLinkSchema,
  output: z.object({ leaver: z.string().nullable() }),
  limits: [{ per: 'address', max: 60, windowSeconds: HOUR_SECONDS }],
  authorize: () => null,
  run: async ({ tx, actor, input: { token }, after }) => {
    const { userId } = await new MailedLinks(tx, 'deletion').use(token)
    const scope = ownData({ userId })
    const account = new AccountRepository(tx, scope)
    const { email } = await account.lock()
    const gymIds = await lockLonelyGyms(tx, scope)
    const isOfThisBrowser = actor?.userId === userId
    const trail = new AuditRepository(tx)
    for (const line of await linesOfGyms({ account, userId, gymIds })) await trail.record(line)
    await dropLinks(userId, tx)
    await new ErasureRepository(tx, scope).erase(email, gymIds)
    const by = { userId, sessionId: isOfThisBrowser ? actor.sessionId : null }
    await trail.record(accountEntry(by, 'account_deleted'))
    await tellOfPerson(tx, userId)
    after(sendAll([() => accountDeletedMail({ email })]))
    return { leaver: isOfThisBrowser ? userId : null }
  },
})

/** What the gyms are told that lose a member, or go along with their owner. */
async function linesOfGyms(about: {
  account: AccountRepository
  userId: string
  gymIds: readonly string[]
}) {
  const { account, userId, gymIds } = about
  const stays = ({ gymId }: { gymId: string }) => !gymIds.includes(gymId)
  const memberships = (await account.listMemberships()).filter(stays)
  const invitations = (await account.listSentInvitations()).filter(stays)
  return [
    ...gymIds.map((gymId) => ({
      ...accountEntry({ userId }, 'gym_deleted'),
      ...{ subjectType: 'organization' as const, subjectId: gymId, organizationId: gymId },
    })),
    ...memberships.map(({ gymId, role }) => ({
      ...accountEntry({ userId }, 'member_left', { role }),
      organizationId: gymId,
    })),
    ...invitations.map(({ id, gymId }) => ({
      ...accountEntry({ userId }, 'invitation_canceled', { with: 'account' }),
      ...{ subjectType: 'invitation' as const, subjectId: id, organizationId: gymId },
    })),
  ]
}

/**
 * The gyms that would go along with their owner.
 * @throws ConflictError where others belong to one
 */
async function lockLonelyGyms(tx: Transaction, scope: AthleteScope): Promise<string[]> {
  const gyms = await new AccountRepository(tx, scope).lockOwnGyms()
  if (gyms.some(({ others }) => others > 0)) throw new ConflictError('gymInTheWay')
  return gyms.map(({ id }) => id)
}
