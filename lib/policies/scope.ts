import type { GymRole } from '@/lib/core/gym'

/**
 * Whose rows a repository may touch. Only lib/policies makes one, after it has decided, so a
 * query without an owner does not compile.
 */
declare const minted: unique symbol

export interface AthleteScope {
  readonly athleteId: string
  readonly [minted]: 'athlete'
}

/** A gym, as one of its members who may do what was asked. */
export interface GymScope {
  readonly gymId: string
  readonly slug: string
  readonly memberId: string
  readonly role: GymRole
  readonly [minted]: 'gym'
}

/** Where a routine is: in somebody's own library or in a gym's. */
export type RoutineScope = AthleteScope | GymScope

/** One invitation, as the person to whose confirmed address it went. */
export interface InvitedScope {
  readonly invitationId: string
  readonly gymId: string
  readonly invitedId: string
  readonly [minted]: 'invited'
}
