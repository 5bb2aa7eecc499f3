import type { Tracking } from '@/lib/schemas/exercise'
import type { Standing } from './records'
import { distanceUnitFor } from './set-fields'
import { formatDuration } from './typed-number'
import { type DistanceUnit, shownDistance, type WeightUnit } from './units'
import { weightText } from './weight-text'
import { withUnit } from './with-unit'

/** The exercise and the units in which a person reads its records. */
export interface RecordReader {
  tracking: Tracking
  weightUnit: WeightUnit
  distanceUnit: DistanceUnit
}

const metersText = (meters: number, { tracking, distanceUnit }: RecordReader): string => {
  const unit = distanceUnitFor(tracking, distanceUnit)
  return withUnit(shownDistance(meters, unit), unit)
}

/** What of a record's kind its name says: reps, or the distance of a best time ("5 km"). */
export const recordBucket = (
  { kind, bucket }: Pick<Standing, 'kind' | 'bucket'>,
  reader: RecordReader,
): string => (kind === 'fastest_distance' ? metersText(bucket, reader) : String(bucket))

/** A value of a record in the units of a person: "85 kg", "24:31", "12". */
export function recordValue(
  { kind, value }: Pick<Standing, 'kind' | 'value'>,
  reader: RecordReader,
): string {
  const { weightUnit: unit } = reader
  switch (kind) {
    case 'max_reps':
      return String(value)
    case 'longest_distance':
      return metersText(value, reader)
    case 'longest_duration':
    case 'fastest_distance':
      return formatDuration(value)
    case 'e1rm':
      return weightText(value, { unit, what: 'estimate' })
    case 'set_volume':
      return weightText(value, { unit, what: 'volume' })
    default:
      return weightText(value, { unit, what: 'load' })
  }
}
