import { UnavailableError } from '@/lib/core/errors'
import { databaseErrorCode, isDatabaseUnavailable } from '@/lib/db/database-errors'
import { profiles, users } from '@/lib/db/schema/identity'

/** What an actor is made of besides the way they signed in. */
export const personColumns = {
  userId: users.id,
  name: users.name,
  email: users.email,
  role: profiles.role,
  timeZone: profiles.timeZone,
  locale: profiles.locale,
  weightUnit: profiles.weightUnit,
  distanceUnit: profiles.distanceUnit,
  firstDayOfWeek: profiles.firstDayOfWeek,
  dayCutoffHour: profiles.dayCutoffHour,
  bodyWeightKg: profiles.bodyWeightKg,
}

/** What Drizzle throws repeats the statement's parameters, here the token, and would be logged. */
export function hideToken(error: unknown): never {
  if (isDatabaseUnavailable(error)) throw new UnavailableError()
  throw new Error(`Who is asking cannot be read: ${databaseErrorCode(error)}`)
}
