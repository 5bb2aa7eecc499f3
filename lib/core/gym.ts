/** What somebody is in a gym, from the most to the least; a gym has exactly one owner. */
export const GYM_ROLES = ['owner', 'admin', 'trainer', 'member'] as const
export type GymRole = (typeof GYM_ROLES)[number]

/** A gym as one of its members finds the way to it. */
export interface GymPlace {
  id: string
  slug: string
  name: string
  role: GymRole
}

/** What an invitation can offer; an owner comes about by handing over alone. */
export const INVITED_ROLES = ['admin', 'trainer', 'member'] as const

export const INVITATION_STATUSES = ['pending', 'accepted', 'rejected', 'canceled'] as const
