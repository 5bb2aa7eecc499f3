import { addDays } from '@/lib/domain/local-date'
import type { Measurement } from '@/lib/schemas/measurement'

/** What the demo athlete weighs today. */
export const DEMO_BODY_WEIGHT_KG = 78

const WEEKS = 30
const START = { bodyWeightKg: 82.5, waistCm: 89 }
const END = { bodyWeightKg: DEMO_BODY_WEIGHT_KG, waistCm: 84.5 }

type Measured = Omit<Measurement, 'id'>

/** A body over half a year: weighed every third day, around the waist every fourth week. */
export function demoMeasurements(today: string, chance: () => number): Measured[] {
  const days = WEEKS * 7
  const at = (from: number, to: number, back: number) => to + ((from - to) * back) / days
  const measured: Measured[] = []
  for (let back = days; back >= 0; back--) {
    const measuredOn = addDays(today, -back)
    if (back % 3 === 0) {
      const noise = back === 0 ? 0 : (chance() - 0.5) * 1.6
      const value = round(at(START.bodyWeightKg, END.bodyWeightKg, back) + noise)
      measured.push({ kind: 'body_weight', value, unit: 'kg', measuredOn })
    }
    if (back % 28 === 0) {
      const value = round(at(START.waistCm, END.waistCm, back))
      measured.push({ kind: 'waist', value, unit: 'cm', measuredOn })
    }
  }
  return measured
}

const round = (value: number): number => Math.round(value * 10) / 10
