import type { DistanceUnit, WeightUnit } from '@/lib/domain/units'

export type Role = 'athlete' | 'coach'

/** The signed-in person behind a call, read from the database with every request. */
export interface Actor {
  userId: string
  sessionId: string
  name: string
  email: string
  role: Role
  /** When the password was last given in this session. */
  authenticatedAt: Date
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
