import { sql } from 'drizzle-orm'
import { UnavailableError } from '@/lib/core/errors'
import type { GymPlace } from '@/lib/core/gym'
import { databaseErrorCode, isDatabaseUnavailable } from '@/lib/db/database-errors'
import { profiles, users } from '@/lib/db/schema/identity'
import { members, organizations } from '@/lib/db/schema/organizations'

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

/** The gyms of the person in the row, by name. */
export const gymsOfPerson = sql<GymPlace[]>`(
  select coalesce(json_agg(json_build_object(
    'id', ${organizations.id}, 'slug', ${organizations.slug},
    'name', ${organizations.name}, 'role', ${members.role})
    order by lower(${organizations.name}), ${organizations.id}), '[]')
  from ${members} join ${organizations} on ${organizations.id} = ${members.organizationId}
  where ${members.userId} = ${users.id})`

/** What Drizzle throws repeats the statement's parameters, here the token, and would be logged. */
export function hideToken(error: unknown): never {
  if (isDatabaseUnavailable(error)) throw new UnavailableError()
  throw new Error(`Who is asking cannot be read: ${databaseErrorCode(error)}`)
}
