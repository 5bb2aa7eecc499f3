import * as z from 'zod'
import {
  gymMemberSchema,
  gymSchema,
  gymSummarySchema,
  listedMemberSchema,
  memberRoleSchema,
  newInvitationSchema,
  receivedInvitationSchema,
  sentInvitationSchema,
} from '@/lib/schemas/gym'
import { idSchema } from '@/lib/schemas/text'
import { changeMemberRole, handOverGym, leaveGym, removeMember } from '@/lib/use-cases/gyms/members'
import { getGym, listMyGyms, listSentInvitations } from '@/lib/use-cases/gyms/read-gyms'
import {
  acceptInvitation,
  declineInvitation,
  listMyInvitations,
} from '@/lib/use-cases/gyms/received-invitations'
import { cancelInvitation, inviteMember } from '@/lib/use-cases/gyms/sent-invitations'
import { createGym, deleteGym, renameGym } from '@/lib/use-cases/gyms/write-gyms'
import { endpoint, mapped, showing } from '../endpoint'

const byId = { params: { id: 'gymId' } } as const
const byMember = { params: { id: 'gymId', userId: 'memberId' } } as const
const gymInput = z.strictObject({ gymId: idSchema })
const shown = showing(getGym, ({ gymId }: { gymId: string }) => ({ gymId }))
const role = memberRoleSchema.shape.memberRole

/** Gyms under the contract's names: a role is a `role` there. */
export const gymEndpoints = {
  'GET /api/organizations': endpoint(listMyGyms, {
    summary: 'The gyms you are in, by name.',
    answer: mapped(z.array(gymSummarySchema), ({ gyms }) => gyms),
  }),
  'POST /api/organizations': endpoint(createGym, {
    summary: 'Opens a gym, which you own.',
    answer: shown,
    status: 201,
  }),
  'GET /api/organizations/:id': endpoint(getGym, {
    summary: 'A gym, with as much of it as your role shows.',
    input: gymInput,
    answer: mapped(gymSchema, (gym) => gym),
    ...byId,
  }),
  'PATCH /api/organizations/:id': endpoint(renameGym, {
    summary: 'Changes the name of a gym, or its part of the address.',
    answer: shown,
    ...byId,
  }),
  'DELETE /api/organizations/:id': endpoint(deleteGym, {
    summary:
      'Deletes a gym for good, for its owner; only for who has signed in within the last hour.',
    ...byId,
  }),
  'GET /api/organizations/:id/members': endpoint(getGym, {
    summary: 'The staff of a gym; for the staff, everybody.',
    input: gymInput,
    answer: mapped(z.array(listedMemberSchema), ({ members }) => members),
    ...byId,
  }),
  'PATCH /api/organizations/:id/members/:userId': endpoint(changeMemberRole, {
    summary: 'Gives a member another role, below your own.',
    input: gymMemberSchema
      .extend({ role })
      .transform(({ role: memberRole, ...ids }) => ({ ...ids, memberRole })),
    answer: shown,
    ...byMember,
  }),
  'DELETE /api/organizations/:id/members/:userId': endpoint(removeMember, {
    summary: 'Removes a member whose role is below your own.',
    ...byMember,
  }),
  'POST /api/organizations/:id/leave': endpoint(leaveGym, {
    summary: 'Leaves a gym; its owner hands it over first.',
    ...byId,
  }),
  'PUT /api/organizations/:id/owner': endpoint(handOverGym, {
    summary: 'Hands a gym over to a member; only for who has signed in within the last hour.',
    input: z
      .strictObject({ gymId: idSchema, userId: idSchema })
      .transform(({ userId: memberId, gymId }) => ({ gymId, memberId })),
    answer: shown,
    ...byId,
  }),
  'GET /api/organizations/:id/invitations': endpoint(listSentInvitations, {
    summary: 'The invitations of a gym that nobody has answered.',
    answer: mapped(z.array(sentInvitationSchema), ({ invitations }) => invitations),
    ...byId,
  }),
  'POST /api/organizations/:id/invitations': endpoint(inviteMember, {
    summary: 'Invites an address, or renews its invitation; known or not, the answer is the same.',
    input: newInvitationSchema
      .omit({ memberRole: true })
      .extend({ role })
      .transform(({ role: memberRole, ...to }) => ({ ...to, memberRole })),
    status: 201,
    ...byId,
  }),
  'DELETE /api/organizations/:id/invitations/:invitationId': endpoint(cancelInvitation, {
    summary: 'Takes an invitation back.',
    ...byId,
  }),
  'GET /api/invitations': endpoint(listMyInvitations, {
    summary: 'The open invitations to your address.',
    answer: mapped(z.array(receivedInvitationSchema), ({ invitations }) => invitations),
  }),
  'POST /api/invitations/:id/accept': endpoint(acceptInvitation, {
    summary: 'Joins a gym by an invitation, once.',
    params: { id: 'invitationId' },
  }),
  'POST /api/invitations/:id/decline': endpoint(declineInvitation, {
    summary: 'Declines an invitation.',
    params: { id: 'invitationId' },
  }),
}
