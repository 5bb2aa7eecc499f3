import { date, index, integer, pgTable, primaryKey, smallint, uuid } from 'drizzle-orm/pg-core'
import { decimal, performanceColumns } from './columns'
import { users } from './identity'
import { exercises } from './library'

/** The first day of a calendar month. */
const month = () => date('month', { mode: 'string' }).notNull()

const owner = () =>
  uuid('user_id')
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' })

/** A person's finished workouts, summed by calendar month, so that all time reads few rows. */
export const trainingMonths = pgTable(
  'training_months',
  {
    userId: owner(),
    month: month(),
    workoutCount: integer('workout_count').notNull(),
    /** Workouts by day of the week, 0 = Sunday. */
    workoutsByDay: smallint('workouts_by_day').array().notNull(),
    durationSeconds: integer('duration_s').notNull(),
    volumeKg: decimal('volume_kg', { precision: 14, scale: 2 }).notNull(),
    setCount: integer('set_count').notNull(),
    repCount: integer('rep_count').notNull(),
    distanceMeters: decimal('distance_m', { precision: 14, scale: 2 }).notNull(),
    /** Of those workouts that say how it was, from 1 exhausted to 5 excellent. */
    feelingSum: integer('feeling_sum').notNull(),
    feelingCount: integer('feeling_count').notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.month] })],
)

/** The same by exercise: sums, and the best set of the month. */
export const exerciseMonths = pgTable(
  'exercise_months',
  {
    userId: owner(),
    exerciseId: uuid('exercise_id')
      .notNull()
      .references(() => exercises.id, { onDelete: 'cascade' }),
    month: month(),
    ...performanceColumns,
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.exerciseId, t.month] }),
    index('exercise_months_exercise_index').on(t.exerciseId),
  ],
)
