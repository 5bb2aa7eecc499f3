import * as z from 'zod'
import { defineUseCase } from '@/lib/core/define-use-case'
import { ConflictError } from '@/lib/core/errors'
import { rolesInReach } from '@/lib/policies/gym-rights'
import { findInvited, holdInvited } from '@/lib/policies/invited'
import { ownData } from '@/lib/policies/own-data'
import { MembershipRepository } from '@/lib/repositories/membership-repository'
import {
  findInvitationAddress,
  ReceivedInvitationRepository,
} from '@/lib/repositories/received-invitation-repository'
import {
  acceptedInvitationSchema,
  invitationIdSchema,
  receivedInvitationSchema,
  shownInvitationSchema,
} from '@/lib/schemas/gym'
import { recordInGym } from './gym-audit'

const MOST_MEMBERS = 500
const HOUR_SECONDS = 3600
const answerLimits = [{ per: 'account', max: 100, windowSeconds: HOUR_SECONDS }] as const

/** The open invitations to one's own confirmed address. */
export const listMyInvitations = defineUseCase({
  name: 'gym.listMyInvitations',
  kind: 'read',
  access: 'user',
  input: z.strictObject({}),
  output: z.object({ invitations: z.array(receivedInvitationSchema) }),
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, now }) => ({
    invitations: await new MembershipRepository(tx, scope).listInvitations(now),
  }),
})

/**
 * An invitation on its page. Who is not signed in with the address it went to learns that address
 * and nothing else, and of one that is over, or that never was, not even that.
 */
export const getInvitation = defineUseCase({
  name: 'gym.getInvitation',
  kind: 'read',
  access: 'anyone',
  input: invitationIdSchema,
  output: shownInvitationSchema,
  limits: [{ per: 'address', max: 120, windowSeconds: HOUR_SECONDS }],
  authorize: ({ tx, actor, input }) =>
    actor ? findInvited({ tx, actor }, input.invitationId) : null,
  run: async ({ tx, scope, now, input: { invitationId } }) => {
    if (!scope) {
      const found = await findInvitationAddress(tx, invitationId)
      const isOpen = found?.status === 'pending' && found.expiresAt > now
      return { email: isOpen ? found.email : null, isOpen, yours: null }
    }
    const received = await new ReceivedInvitationRepository(tx, scope).get()
    const { email, gymName, role, invitedBy, expiresAt } = received
    const slug = received.ownRole ? received.gymSlug : null
    const yours = { gymName, role, invitedBy, expiresAt, slug }
    return { email, isOpen: isOpenFor(received, now), yours }
  },
})

type Received = Awaited<ReturnType<ReceivedInvitationRepository['get']>>

/** Unanswered, in time, and from somebody who may still send it. */
const isOpenFor = ({ status, expiresAt, inviterRole, role }: Received, now: Date): boolean =>
  status === 'pending' &&
  expiresAt > now &&
  inviterRole !== null &&
  rolesInReach(inviterRole).includes(role)

/** Joins a gym by an invitation, once. Who is in it already stays what they are. */
export const acceptInvitation = defineUseCase({
  name: 'gym.acceptInvitation',
  kind: 'write',
  access: 'user',
  input: invitationIdSchema,
  output: acceptedInvitationSchema,
  limits: answerLimits,
  authorize: ({ tx, actor, input }) => holdInvited({ tx, actor }, input.invitationId),
  run: async ({ tx, scope, actor, now }) => {
    const received = new ReceivedInvitationRepository(tx, scope)
    const invitation = await received.get()
    const { gymId } = scope
    const answer = { gymId, slug: invitation.gymSlug }
    if (invitation.ownRole) {
      await received.settle('accepted')
      return { ...answer, isNew: false }
    }
    if (!isOpenFor(invitation, now)) throw new ConflictError('invitationOver')
    if ((await received.countMembers()) >= MOST_MEMBERS) throw new ConflictError('gymFull')
    await received.join(invitation.role)
    await received.settle('accepted')
    await new MembershipRepository(tx, ownData(actor)).setActive(actor.sessionId, gymId)
    const subject = { subjectType: 'invitation', subjectId: scope.invitationId } as const
    await recordInGym(
      { tx, actor, gymId },
      {
        ...{ action: 'invitation_accepted', ...subject },
        ...{ ownerId: actor.userId, details: { role: invitation.role } },
      },
    )
    return { ...answer, isNew: true }
  },
})

/** Says no to an invitation; it cannot be accepted any more. */
export const declineInvitation = defineUseCase({
  name: 'gym.declineInvitation',
  kind: 'write',
  access: 'user',
  input: invitationIdSchema,
  output: invitationIdSchema,
  limits: answerLimits,
  authorize: ({ tx, actor, input }) => holdInvited({ tx, actor }, input.invitationId),
  run: async ({ tx, scope, actor, input }) => {
    const received = new ReceivedInvitationRepository(tx, scope)
    const { status } = await received.get()
    if (status === 'rejected') return input
    if (status !== 'pending') throw new ConflictError('invitationOver')
    await received.settle('rejected')
    await recordInGym(
      { tx, actor, gymId: scope.gymId },
      {
        ...{ action: 'invitation_declined', subjectType: 'invitation' },
        ...{ subjectId: scope.invitationId, ownerId: actor.userId },
      },
    )
    return input
  },
})
