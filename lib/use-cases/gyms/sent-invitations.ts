import * as z from 'zod'
import { defineUseCase } from '@/lib/core/define-use-case'
import { ConflictError, ForbiddenError, ValidationError } from '@/lib/core/errors'
import type { Transaction } from '@/lib/db/client'
import { gymInvitationMail } from '@/lib/emails/gym-mails'
import { holdGymRight } from '@/lib/policies/gym'
import { rolesInReach } from '@/lib/policies/gym-rights'
import { GymRepository } from '@/lib/repositories/gym-repository'
import { InvitationRepository } from '@/lib/repositories/invitation-repository'
import { newInvitationSchema, sentInvitationIdSchema } from '@/lib/schemas/gym'
import { idSchema, instantSchema } from '@/lib/schemas/text'
import { countAttempt } from '@/lib/services/rate-limiter'
import { sendAll } from '../auth/send-all'
import { recordInGym } from './gym-audit'

const HOUR_SECONDS = 3600
const DAY_SECONDS = 24 * HOUR_SECONDS
const DAYS_OPEN = 7
const MOST_OPEN = 100

/**
 * Invites whoever has an address, with an account or without one: the answer is the same. One is
 * open at a time; inviting again renews it and mails it again.
 */
export const inviteMember = defineUseCase({
  name: 'gym.invite',
  kind: 'write',
  access: 'user',
  input: newInvitationSchema,
  output: z.object({ id: idSchema, email: z.string(), expiresAt: instantSchema }),
  limits: [
    { per: 'address', max: 100, windowSeconds: HOUR_SECONDS },
    { per: 'account', max: 30, windowSeconds: HOUR_SECONDS },
  ],
  authorize: (context) =>
    holdGymRight(context, { gymId: context.input.gymId }, 'invitation:create'),
  run: async ({ tx, scope, actor, now, input: { gymId, email, memberRole: role }, after }) => {
    const sent = new InvitationRepository(tx, scope)
    const gyms = new GymRepository(tx, scope)
    const before = await sent.findPending(email)
    const reach = rolesInReach(scope.role)
    if ([role, before?.role ?? role].some((each) => !reach.includes(each)))
      throw new ForbiddenError('gymRole')
    if (await gyms.hasMemberWithEmail(email))
      throw new ValidationError({ email: [{ key: 'alreadyMember' }] })
    if (!before && (await sent.countOpen(now)) >= MOST_OPEN)
      throw new ConflictError('tooManyInvitations')
    await countMail({ gymId, email }, tx)

    const expiresAt = new Date(now.getTime() + DAYS_OPEN * DAY_SECONDS * 1000)
    const invitation = { email, role, expiresAt }
    if (before) await sent.renew(before.id, invitation)
    const id = before?.id ?? (await sent.create(invitation))
    await recordInGym(
      { tx, actor, gymId },
      {
        ...{ action: 'member_invited', subjectType: 'invitation', subjectId: id },
        ...{ ownerId: actor.userId, details: { role, isAgain: before !== null } },
      },
    )
    const { name: gymName } = await gyms.get()
    after(
      sendAll([() => gymInvitationMail({ email }, { id, gymName, role, invitedBy: actor.name })]),
    )
    return { id, email, expiresAt }
  },
})

/** Counted once it is sure to be sent, so that a stranger's tries use up nobody's. */
async function countMail(
  { gymId, email }: { gymId: string; email: string },
  tx: Transaction,
): Promise<void> {
  const count = (name: string, who: string, max: number) =>
    countAttempt({ name, who, limit: { per: 'account', max, windowSeconds: DAY_SECONDS } }, tx)
  await count('gym.invite.gym', gymId, 200)
  await count('gym.invite.invited', email, 5)
}

/** Takes an invitation back; its link is dead from then on. */
export const cancelInvitation = defineUseCase({
  name: 'gym.cancelInvitation',
  kind: 'write',
  access: 'user',
  input: sentInvitationIdSchema,
  output: sentInvitationIdSchema,
  authorize: (context) =>
    holdGymRight(context, { gymId: context.input.gymId }, 'invitation:cancel'),
  run: async ({ tx, scope, actor, input }) => {
    const { gymId, invitationId } = input
    const sent = new InvitationRepository(tx, scope)
    const { role, inviterId } = await sent.getPending(invitationId)
    if (!rolesInReach(scope.role).includes(role)) throw new ForbiddenError('gymRole')
    await sent.cancel(invitationId)
    await recordInGym(
      { tx, actor, gymId },
      {
        ...{ action: 'invitation_canceled', subjectType: 'invitation', subjectId: invitationId },
        ownerId: inviterId,
      },
    )
    return input
  },
})
