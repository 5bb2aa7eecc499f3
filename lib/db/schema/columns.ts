import { customType, timestamp, uuid } from 'drizzle-orm/pg-core'
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
