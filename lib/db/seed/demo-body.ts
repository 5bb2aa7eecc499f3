import type { Transaction } from '@/lib/db/client'
import { bodyMeasurements } from '@/lib/db/schema/body'
import { addDays } from '@/lib/domain/local-date'
import { roundTo } from '@/lib/domain/units'

/** What the demo athlete weighs at the end, in kilograms. */
export const DEMO_BODY_WEIGHT_KG = 78

/** Half a year of weighing on Sundays and of a tape measure once a month; the same at every start. */
export async function seedDemoBody(
  tx: Transaction,
  athlete: { userId: string; today: string; weeks: number },
): Promise<void> {
  const { userId, today, weeks } = athlete
  const rows: (typeof bodyMeasurements.$inferInsert)[] = []
  for (let back = weeks; back >= 0; back--) {
    const measuredOn = addDays(today, -7 * back)
    const ripple = back === 0 ? 0 : Math.sin(back * 1.7) * 0.5
    const weight = roundTo(DEMO_BODY_WEIGHT_KG + back * 0.14 + ripple, 0.1)
    rows.push({ userId, measuredOn, kind: 'body_weight', value: weight, unit: 'kg' })
    if (back % 4 === 0) {
      const waist = roundTo(82 + back * 0.2, 0.5)
      rows.push({ userId, measuredOn, kind: 'waist', value: waist, unit: 'cm' })
    }
  }
  await tx.insert(bodyMeasurements).values(rows)
}
