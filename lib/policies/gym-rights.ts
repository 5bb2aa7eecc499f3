import { createAccessControl } from 'better-auth/plugins/access'
import { GYM_ROLES, type GymRole } from '@/lib/core/gym'

const STATEMENTS = {
  organization: ['update', 'delete', 'handOver'],
  /** `list` is everybody by name, `contact` their addresses too; staff is seen by all members. */
  member: ['list', 'contact', 'update', 'delete'],
  invitation: ['create', 'cancel'],
  routine: ['read', 'write'],
  trail: ['read'],
} as const

/** What can be done in a gym at all, in the terms of Better Auth. */
export const gymAccess = createAccessControl(STATEMENTS)

/** What each role may do; the only place that says it. */
export const gymRoles = {
  owner: gymAccess.newRole({
    organization: ['update', 'delete', 'handOver'],
    member: ['list', 'contact', 'update', 'delete'],
    invitation: ['create', 'cancel'],
    routine: ['read', 'write'],
    trail: ['read'],
  }),
  admin: gymAccess.newRole({
    organization: ['update'],
    member: ['list', 'contact', 'update', 'delete'],
    invitation: ['create', 'cancel'],
    routine: ['read', 'write'],
  }),
  trainer: gymAccess.newRole({ member: ['list'], routine: ['read', 'write'] }),
  member: gymAccess.newRole({}),
}

type Statements = typeof STATEMENTS
export type GymRight = {
  [Thing in keyof Statements]: `${Thing}:${Statements[Thing][number]}`
}[keyof Statements]

/** Whether a role may do something in its gym; policies decide by it, and screens hide by it. */
export function hasGymRight(role: GymRole, right: GymRight): boolean {
  const [thing = '', act = ''] = right.split(':')
  return gymRoles[role].authorize({ [thing]: [act] }).success
}

/** The roles that somebody may give, change and take away: those below their own. */
export function rolesInReach(role: GymRole): readonly GymRole[] {
  return hasGymRight(role, 'member:update') ? GYM_ROLES.slice(GYM_ROLES.indexOf(role) + 1) : []
}
