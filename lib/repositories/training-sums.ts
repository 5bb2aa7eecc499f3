import { type SQL, sql } from 'drizzle-orm'
import { trainingMonths } from '@/lib/db/schema/statistics'
import { workoutSessions } from '@/lib/db/schema/training'
import { FEELING_SCORES } from '@/lib/domain/feelings'

const DAYS = [0, 1, 2, 3, 4, 5, 6]

const number = (of: SQL, name: string) => sql<number>`${of}`.mapWith(Number).as(name)
const numbers = (of: readonly SQL[], name: string) =>
  sql<number[]>`array[${sql.join([...of], sql`, `)}]`.as(name)

const feelingScore = sql`case ${workoutSessions.feeling} ${sql.join(
  Object.entries(FEELING_SCORES).map(([feeling, score]) =>
    sql.raw(`when '${feeling}' then ${score}`),
  ),
  sql` `,
)} end`

/** What the selected sessions come to together; 0 where there is none. */
export const sumsOfSessions = {
  workoutCount: number(sql`count(*)`, 'workout_count'),
  workoutsByDay: numbers(
    DAYS.map(
      (day) =>
        sql`count(*) filter (where extract(dow from ${workoutSessions.localDate}) = ${sql.raw(`${day}`)})::int`,
    ),
    'workouts_by_day',
  ),
  durationSeconds: number(sql`coalesce(sum(${workoutSessions.durationSeconds}), 0)`, 'duration_s'),
  volumeKg: number(sql`coalesce(sum(${workoutSessions.volumeKg}), 0)`, 'volume_kg'),
  setCount: number(sql`coalesce(sum(${workoutSessions.setCount}), 0)`, 'set_count'),
  repCount: number(sql`coalesce(sum(${workoutSessions.repCount}), 0)`, 'rep_count'),
  distanceMeters: number(sql`coalesce(sum(${workoutSessions.distanceMeters}), 0)`, 'distance_m'),
  feelingSum: number(sql`coalesce(sum(${feelingScore}), 0)`, 'feeling_sum'),
  feelingCount: number(sql`count(${workoutSessions.feeling})`, 'feeling_count'),
}

const total = (column: SQL, name: string) => number(sql`coalesce(sum(${column}), 0)`, name)

/** The same of the selected months. */
export const sumsOfMonths = {
  workoutCount: total(sql`${trainingMonths.workoutCount}`, 'workout_count'),
  workoutsByDay: numbers(
    DAYS.map(
      (day) =>
        sql`coalesce(sum((${trainingMonths.workoutsByDay})[${sql.raw(`${day + 1}`)}]), 0)::int`,
    ),
    'workouts_by_day',
  ),
  durationSeconds: total(sql`${trainingMonths.durationSeconds}`, 'duration_s'),
  volumeKg: total(sql`${trainingMonths.volumeKg}`, 'volume_kg'),
  setCount: total(sql`${trainingMonths.setCount}`, 'set_count'),
  repCount: total(sql`${trainingMonths.repCount}`, 'rep_count'),
  distanceMeters: total(sql`${trainingMonths.distanceMeters}`, 'distance_m'),
  feelingSum: total(sql`${trainingMonths.feelingSum}`, 'feeling_sum'),
  feelingCount: total(sql`${trainingMonths.feelingCount}`, 'feeling_count'),
}
