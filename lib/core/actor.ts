import type { DistanceUnit, WeightUnit } from '@/lib/domain/units'

export const ROLES = ['athlete', 'coach'] as const
export type Role = (typeof ROLES)[number]

/** What an API key may do: read, write, and either of them as a coach. */
export const KEY_SCOPES = ['read', 'write', 'coach'] as const
export type KeyScope = (typeof KEY_SCOPES)[number]

/** The signed-in person behind a call, read from the database with every request. */
export interface Actor {
  userId: string
  /** The session, or the key in its place. */
  sessionId: string
  name: string
  email: string
  role: Role
  /** When the password was last given in this session; long ago for a key. */
  authenticatedAt: Date
  /** What the key they came with may do; null for a session, which may do what its person may. */
  keyScopes: readonly KeyScope[] | null
  timeZone: string
  locale: string
  weightUnit: WeightUnit
  distanceUnit: DistanceUnit
  /** 0 = Sunday. */
  firstDayOfWeek: number
  /** A workout before this hour belongs to the day before. */
  dayCutoffHour: number
  /** Kilograms; null while unknown. */
  bodyWeightKg: number | null
}
