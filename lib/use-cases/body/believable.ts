import type { Actor } from '@/lib/core/actor'
import { ValidationError } from '@/lib/core/errors'
import { localDate } from '@/lib/domain/local-date'
import { MEASUREMENT_LIMITS, type MeasurementKind, unitsOf } from '@/lib/domain/measurements'
import type { Measurement } from '@/lib/schemas/measurement'

/** The day on the person's calendar: whoever steps on a scale after midnight means the new day. */
export const calendarDay = ({ timeZone }: Pick<Actor, 'timeZone'>, now: Date): string =>
  localDate({ instant: now, timeZone, dayCutoffHour: 0 })

/** @throws ValidationError in words, for a unit of another kind and a value no body has */
export function assertBelievable(measured: {
  kind: MeasurementKind
  value: number
  unit: Measurement['unit']
  /** The field that says the value, where it is not called so. */
  field?: string
}): void {
  const { kind, value, unit, field = 'value' } = measured
  if (!unitsOf(kind).includes(unit)) throw new ValidationError({ unit: [{ key: 'choice' }] })
  const { min, max } = MEASUREMENT_LIMITS[unit]
  if (value < min)
    throw new ValidationError({ [field]: [{ key: 'atLeast', values: { limit: min } }] })
  if (value > max)
    throw new ValidationError({ [field]: [{ key: 'atMost', values: { limit: max } }] })
}
