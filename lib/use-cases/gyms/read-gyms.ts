import * as z from 'zod'
import { defineUseCase } from '@/lib/core/define-use-case'
import { GYM_ROLES } from '@/lib/core/gym'
import { assertGymMember, assertGymRight } from '@/lib/policies/gym'
import { hasGymRight } from '@/lib/policies/gym-rights'
import { ownData } from '@/lib/policies/own-data'
import { GymRepository } from '@/lib/repositories/gym-repository'
import { InvitationRepository } from '@/lib/repositories/invitation-repository'
import { MembershipRepository } from '@/lib/repositories/membership-repository'
import {
  gymIdSchema,
  gymKeySchema,
  gymSchema,
  gymSummarySchema,
  sentInvitationSchema,
} from '@/lib/schemas/gym'
import { idSchema } from '@/lib/schemas/text'

/** The gyms one is in, by name, and which of them this session looks at. */
export const listMyGyms = defineUseCase({
  name: 'gym.listMine',
  kind: 'read',
  access: 'user',
  input: z.strictObject({}),
  output: z.object({ gyms: z.array(gymSummarySchema), activeGymId: idSchema.nullable() }),
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, actor }) => {
    const memberships = new MembershipRepository(tx, scope)
    const activeGymId = await memberships.getActive(actor.sessionId)
    return { gyms: await memberships.list(), activeGymId }
  },
})

/** Those who run a gym: every member may know their names. */
const STAFF = GYM_ROLES.filter((role) => role !== 'member')

/** A gym with as much of it as one's role shows. */
export const getGym = defineUseCase({
  name: 'gym.get',
  kind: 'read',
  access: 'user',
  input: gymKeySchema,
  output: gymSchema,
  authorize: (context) => assertGymMember(context, context.input),
  run: async ({ tx, scope, now }) => {
    const { gymId: id, slug, role } = scope
    const gyms = new GymRepository(tx, scope)
    const people = await gyms.listMembers(hasGymRight(role, 'member:list') ? GYM_ROLES : STAFF)
    const isTold = hasGymRight(role, 'member:contact')
    return {
      ...{ id, slug, role },
      ...(await gyms.get()),
      members: people.map(({ email, ...person }) => ({ ...person, email: isTold ? email : null })),
      invitations: hasGymRight(role, 'invitation:create')
        ? await new InvitationRepository(tx, scope).listPending()
        : null,
      contents: hasGymRight(role, 'organization:delete') ? await gyms.countContents(now) : null,
    }
  },
})

/** The invitations of a gym that nobody has answered, for those who may send some. */
export const listSentInvitations = defineUseCase({
  name: 'gym.listInvitations',
  kind: 'read',
  access: 'user',
  input: gymIdSchema,
  output: z.object({ invitations: z.array(sentInvitationSchema) }),
  authorize: (context) => assertGymRight(context, context.input, 'invitation:create'),
  run: async ({ tx, scope }) => ({
    invitations: await new InvitationRepository(tx, scope).listPending(),
  }),
})
