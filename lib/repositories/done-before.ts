import { type SQL, sql } from 'drizzle-orm'
import { exerciseLogs } from '@/lib/db/schema/training'

/** How often a person has done each exercise in a finished workout, and in which one last. */
export const doneBefore = (athleteId: string): SQL => sql`(
  select l.exercise_id, count(*)::int as times, max(l.performed_on) as last_on,
    (array_agg(l.id order by l.session_started_at desc))[1] as last_log_id
  from ${exerciseLogs} l
  where l.user_id = ${athleteId} and l.performed_on is not null and l.deleted_at is null
  group by l.exercise_id)`
