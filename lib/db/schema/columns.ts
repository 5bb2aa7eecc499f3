import { customType, integer, timestamp, uuid } from 'drizzle-orm/pg-core'
import { newId } from '@/lib/core/id'

/** Primary key: a UUIDv7 made in code, since whoever creates a row names it. */
export const idColumn = () => uuid('id').primaryKey().$defaultFn(newId)

export const instant = (name: string) => timestamp(name, { withTimezone: true })

export const createdAt = () => instant('created_at').notNull().defaultNow()

export const updatedAt = () =>
  instant('updated_at')
    .notNull()
    .defaultNow()
    .$onUpdate(() => new Date())

/**
 * `numeric` read as a JavaScript number. Every such column carries a range check, which also
 * keeps NaN out.
 */
export const decimal = customType<{
  data: number
  driverData: string
  config: { precision: number; scale: number }
}>({
  dataType: (config) => `numeric(${config?.precision ?? 10}, ${config?.scale ?? 2})`,
  fromDriver: Number,
  toDriver: String,
})

/** Sums over done working sets, and the best of one set; null where there was none of its kind. */
export const performanceColumns = {
  setCount: integer('set_count').notNull().default(0),
  repCount: integer('rep_count').notNull().default(0),
  volumeKg: decimal('volume_kg', { precision: 12, scale: 2 }).notNull().default(0),
  distanceMeters: decimal('distance_m', { precision: 12, scale: 2 }).notNull().default(0),
  durationSeconds: integer('duration_s').notNull().default(0),
  bestWeightKg: decimal('best_weight_kg', { precision: 12, scale: 5 }),
  /** By Epley, in kilograms. */
  bestOneRepMaxKg: decimal('best_e1rm_kg', { precision: 14, scale: 4 }),
  bestReps: integer('best_reps'),
  bestDistanceMeters: decimal('best_distance_m', { precision: 9, scale: 2 }),
  bestDurationSeconds: integer('best_duration_s'),
}
