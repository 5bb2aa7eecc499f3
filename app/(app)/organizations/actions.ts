'use server'

import { action, whenGone } from '@/lib/transport/action'
import { changeMemberRole, handOverGym, leaveGym, removeMember } from '@/lib/use-cases/gyms/members'
import { acceptInvitation, declineInvitation } from '@/lib/use-cases/gyms/received-invitations'
import { cancelInvitation, inviteMember } from '@/lib/use-cases/gyms/sent-invitations'
import { createGym, deleteGym, renameGym, setActiveGym } from '@/lib/use-cases/gyms/write-gyms'

export const setActiveGymAction = action(setActiveGym, {
  redirectTo: ({ slug }) => (slug ? `/organizations/${slug}` : '/organizations'),
})
export const createGymAction = action(createGym, {
  redirectTo: ({ slug }) => `/organizations/${slug}?notice=created`,
})
export const renameGymAction = action(renameGym, {
  redirectTo: ({ slug }) => `/organizations/${slug}/settings?notice=saved`,
})
export const deleteGymAction = action(deleteGym, {
  redirectTo: '/organizations?notice=deleted',
  redirectOnError: whenGone('/organizations?notice=deleted'),
})
export const leaveGymAction = action(leaveGym, {
  redirectTo: '/organizations?notice=left',
  redirectOnError: whenGone('/organizations?notice=left'),
})
export const handOverGymAction = action(handOverGym, {
  redirectTo: ({ slug }) => `/organizations/${slug}?notice=handedOver`,
})
export const changeMemberRoleAction = action(changeMemberRole, { refresh: true })
export const removeMemberAction = action(removeMember, { refresh: true })
export const inviteMemberAction = action(inviteMember, { refresh: true })
export const cancelInvitationAction = action(cancelInvitation, { refresh: true })
export const acceptInvitationAction = action(acceptInvitation, {
  redirectTo: ({ slug, isNew }) => `/organizations/${slug}?notice=${isNew ? 'joined' : 'already'}`,
})
export const declineInvitationAction = action(declineInvitation, {
  redirectTo: '/organizations?notice=declined',
})
