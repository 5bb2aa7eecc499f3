import { sql } from 'drizzle-orm'
import { check, date, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { MEASUREMENT_KINDS, MEASUREMENT_UNITS } from '@/lib/domain/measurements'
import { createdAt, decimal, idColumn, updatedAt } from './columns'
import { users } from './identity'

/** What a person measured of their body, one value a kind and day, in the unit it was typed in. */
export const bodyMeasurements = pgTable(
  'body_measurements',
  {
    id: idColumn(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    measuredOn: date('measured_on', { mode: 'string' }).notNull(),
    kind: text('kind', { enum: MEASUREMENT_KINDS }).notNull(),
    value: decimal('value', { precision: 7, scale: 2 }).notNull(),
    unit: text('unit', { enum: MEASUREMENT_UNITS }).notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    unique('body_measurements_once_a_day').on(t.userId, t.kind, t.measuredOn),
    index('body_measurements_day_index').on(t.userId, t.measuredOn, t.id),
    check('body_measurements_value_range', sql`${t.value} > 0 and ${t.value} <= 1000`),
    check(
      'body_measurements_unit_of_kind',
      sql`${t.unit} = any (case ${t.kind} when 'body_weight' then array['kg', 'lb'] when 'body_fat' then array['percent'] else array['cm', 'in'] end)`,
    ),
  ],
)
