import type { Transaction } from '@/lib/db/client'
import type { MeasurementUnit } from '@/lib/domain/measurements'
import { roundTo, toKg, type WeightUnit } from '@/lib/domain/units'
import type { AthleteScope } from '@/lib/policies/scope'
import { MeasurementRepository } from '@/lib/repositories/measurement-repository'
import { ProfileRepository } from '@/lib/repositories/profile-repository'

interface Inside {
  tx: Transaction
  scope: AthleteScope
}

interface Weighed {
  value: number
  unit: MeasurementUnit
}

/**
 * Keeps the profile's body weight the newest measured one, after a change of the measurements.
 * Without any left, a weight that was only in the profile stays. The profile must be locked.
 */
export async function followMeasuredWeight({ tx, scope }: Inside, gone?: Weighed): Promise<void> {
  const profiles = new ProfileRepository(tx, scope)
  const newest = await new MeasurementRepository(tx, scope).findNewest('body_weight')
  if (newest) return profiles.update({ bodyWeightKg: keptKg(newest) })
  const { bodyWeightKg } = await profiles.get()
  if (gone && bodyWeightKg === keptKg(gone)) await profiles.update({ bodyWeightKg: null })
}

/** Kilograms with the two decimals that are kept: one decimal in any unit comes back as typed. */
const keptKg = ({ value, unit }: Weighed): number => roundTo(toKg(value, weightUnit(unit)), 0.01)

const weightUnit = (unit: MeasurementUnit): WeightUnit => (unit === 'lb' ? 'lb' : 'kg')

/**
 * Writes a body weight from the profile down as today's measurement, or as the newest's where
 * today went back behind it with a change of the time zone. The profile must be locked.
 */
export async function measureBodyWeight(
  { tx, scope }: Inside,
  { today, ...weighed }: { value: number; unit: WeightUnit; today: string },
): Promise<void> {
  const measurements = new MeasurementRepository(tx, scope)
  const newest = await measurements.findNewest('body_weight')
  const measuredOn = newest && newest.measuredOn > today ? newest.measuredOn : today
  await measurements.put({ kind: 'body_weight', ...weighed, measuredOn })
  await followMeasuredWeight({ tx, scope })
}
