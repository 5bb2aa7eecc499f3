import type { Actor } from '@/lib/core/actor'
import { defineUseCase } from '@/lib/core/define-use-case'
import { ConflictError, ForbiddenError } from '@/lib/core/errors'
import { GYM_ROLES, type GymRole } from '@/lib/core/gym'
import type { Transaction } from '@/lib/db/client'
import {
  gymHandedOverMail,
  gymReceivedMail,
  gymRemovedMail,
  gymRoleChangedMail,
} from '@/lib/emails/gym-mails'
import { holdGym, holdGymRight } from '@/lib/policies/gym'
import { type GymRight, rolesInReach } from '@/lib/policies/gym-rights'
import type { GymScope } from '@/lib/policies/scope'
import { GymRepository } from '@/lib/repositories/gym-repository'
import { InvitationRepository } from '@/lib/repositories/invitation-repository'
import { gymAddressSchema, gymIdSchema, gymMemberSchema, memberRoleSchema } from '@/lib/schemas/gym'
import { sendAll } from '../auth/send-all'
import { recordInGym } from './gym-audit'

/** Each of them sends a mail. */
const MAIL_LIMITS = [{ per: 'account', max: 100, windowSeconds: 3600 }] as const

interface Inside {
  tx: Transaction
  actor: Actor
  scope: GymScope
}

interface Context {
  tx: Transaction
  actor: Actor
  input: { gymId: string }
}

const hold = (context: Context, right: GymRight) =>
  holdGymRight(context, { gymId: context.input.gymId }, right)

/**
 * Gives a member another role, below one's own; only whoever stands below can be given one. What
 * they had sent and could not send in it is cancelled. They are told by mail.
 */
export const changeMemberRole = defineUseCase({
  name: 'gym.changeRole',
  kind: 'write',
  access: 'user',
  input: memberRoleSchema,
  output: memberRoleSchema,
  limits: MAIL_LIMITS,
  authorize: (context) => hold(context, 'member:update'),
  run: async ({ tx, scope, actor, input, after }) => {
    const { gymId, memberId, memberRole: to } = input
    const gyms = new GymRepository(tx, scope)
    const { role: from, email } = await gyms.getMember(memberId)
    refuseOutOfReach(scope, [from, to])
    if (from === to) return input
    await gyms.setRole(memberId, to)
    await cancelBeyond({ tx, scope, actor }, { inviterId: memberId, role: to })
    await recordInGym(
      { tx, actor, gymId },
      {
        ...{ action: 'member_role_changed', subjectType: 'user', subjectId: memberId },
        ...{ ownerId: memberId, details: { from, to } },
      },
    )
    const gym = { name: (await gyms.get()).name, slug: scope.slug }
    after(sendAll([() => gymRoleChangedMail({ email }, { gym, role: to })]))
    return input
  },
})

/** Ends somebody's membership, which they are told by mail; their open invitations end with it. */
export const removeMember = defineUseCase({
  name: 'gym.removeMember',
  kind: 'write',
  access: 'user',
  input: gymMemberSchema,
  output: gymMemberSchema,
  limits: MAIL_LIMITS,
  authorize: (context) => hold(context, 'member:delete'),
  run: async ({ tx, scope, actor, input, after }) => {
    const { gymId, memberId } = input
    const gyms = new GymRepository(tx, scope)
    const { role, email } = await gyms.getMember(memberId)
    refuseOutOfReach(scope, [role])
    await end({ tx, scope, actor }, memberId)
    await recordInGym(
      { tx, actor, gymId },
      {
        ...{ action: 'member_removed', subjectType: 'user', subjectId: memberId },
        ...{ ownerId: memberId, details: { role } },
      },
    )
    const { name } = await gyms.get()
    after(sendAll([() => gymRemovedMail({ email }, name)]))
    return input
  },
})

/** Leaves a gym; its owner hands it over or deletes it first. */
export const leaveGym = defineUseCase({
  name: 'gym.leave',
  kind: 'write',
  access: 'user',
  input: gymIdSchema,
  output: gymIdSchema,
  authorize: (context) => holdGym(context, context.input),
  run: async ({ tx, scope, actor, input }) => {
    if (scope.role === 'owner') throw new ConflictError('ownerCannotLeave')
    await end({ tx, scope, actor }, actor.userId)
    await recordInGym(
      { tx, actor, gymId: input.gymId },
      {
        ...{ action: 'member_left', subjectType: 'user', subjectId: actor.userId },
        ...{ ownerId: actor.userId, details: { role: scope.role } },
      },
    )
    return input
  },
})

/** Makes another member the owner and oneself an admin; both are told by mail. */
export const handOverGym = defineUseCase({
  name: 'gym.handOver',
  kind: 'write',
  access: 'user',
  needsFreshSession: true,
  input: gymMemberSchema,
  output: gymAddressSchema,
  limits: [{ per: 'account', max: 10, windowSeconds: 3600 }],
  authorize: (context) => hold(context, 'organization:handOver'),
  run: async ({ tx, scope, actor, input, after }) => {
    const { gymId, memberId } = input
    const gyms = new GymRepository(tx, scope)
    // Whoever deletes their account looks at the gyms they own, and must see this one or be gone.
    const heir = await gyms.holdMember(memberId)
    const answer = { gymId, slug: scope.slug }
    if (heir.role === 'owner') return answer
    // One owner at a time, says an index, so the old one goes first.
    await gyms.setRole(actor.userId, 'admin')
    await gyms.setRole(memberId, 'owner')
    await cancelBeyond({ tx, scope, actor }, { inviterId: actor.userId, role: 'admin' })
    const entry = {
      action: 'gym_handed_over',
      subjectType: 'organization',
      subjectId: gymId,
    } as const
    for (const ownerId of [actor.userId, memberId])
      await recordInGym({ tx, actor, gymId }, { ...entry, ownerId, details: { to: memberId } })
    const { name } = await gyms.get()
    const gym = { name, slug: scope.slug }
    after(
      sendAll([
        () => gymHandedOverMail(actor, { gym, to: heir.name }),
        () => gymReceivedMail(heir, { gym, from: actor.name }),
      ]),
    )
    return answer
  },
})

function refuseOutOfReach({ role }: GymScope, wanted: readonly GymRole[]): void {
  const reach = rolesInReach(role)
  if (wanted.some((each) => !reach.includes(each))) throw new ForbiddenError('gymRole')
}

async function end(inside: Inside, memberId: string): Promise<void> {
  await new GymRepository(inside.tx, inside.scope).removeMember(memberId)
  await cancelBeyond(inside, { inviterId: memberId, role: null })
}

/** What somebody has sent and could not send any more; `role` is null for who is out. */
async function cancelBeyond(
  { tx, scope, actor }: Inside,
  { inviterId, role }: { inviterId: string; role: GymRole | null },
): Promise<void> {
  const reach = role === null ? [] : rolesInReach(role)
  const lost = GYM_ROLES.filter((each) => !reach.includes(each))
  const canceled = await new InvitationRepository(tx, scope).cancelSentBy(inviterId, lost)
  for (const subjectId of canceled)
    await recordInGym(
      { tx, actor, gymId: scope.gymId },
      {
        ...{ action: 'invitation_canceled', subjectType: 'invitation', subjectId },
        ...{ ownerId: inviterId, details: { with: 'rights' } },
      },
    )
}
