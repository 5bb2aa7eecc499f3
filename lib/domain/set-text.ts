import type { Tracking } from '@/lib/schemas/exercise'
import type { LoggedSet } from '@/lib/schemas/workout'
import { distanceUnitFor, type SetField, setFields } from './set-fields'
import { formatDuration } from './typed-number'
import { shownDistance } from './units'
import { withUnit } from './with-unit'

type Figures = Pick<
  LoggedSet,
  'weight' | 'weightUnit' | 'reps' | 'durationSeconds' | 'distanceMeters'
>

/** A figure of a set as it stands in its field; empty where there is none. */
export function fieldText(set: Figures, field: SetField, distanceUnit: 'm' | 'km' | 'mi'): string {
  switch (field) {
    case 'weight':
      return set.weight === null ? '' : String(set.weight)
    case 'reps':
      return set.reps === null ? '' : String(set.reps)
    case 'durationSeconds':
      return set.durationSeconds === null ? '' : formatDuration(set.durationSeconds)
    case 'distance':
      return set.distanceMeters === null
        ? ''
        : String(shownDistance(set.distanceMeters, distanceUnit))
  }
}

/**
 * A set in one short line: `82.5 × 5`, `+10 × 8`, `1:30`, `5 km · 25:00`.
 *
 * @param own the unit that need not be said; null has the unit of a weight said always
 */
export function setText(
  set: Figures,
  tracking: Tracking,
  own: { weightUnit: 'kg' | 'lb' | null; distanceUnit: 'km' | 'mi' },
): string {
  const distanceUnit = distanceUnitFor(tracking, own.distanceUnit)
  const sign =
    tracking === 'weighted_bodyweight' ? '+' : tracking === 'assisted_bodyweight' ? '−' : ''
  const texts = setFields(tracking).flatMap((field) => {
    const text = fieldText(set, field, distanceUnit)
    if (text === '') return []
    if (field === 'weight')
      return [`${sign}${set.weightUnit === own.weightUnit ? text : withUnit(text, set.weightUnit)}`]
    return [field === 'distance' ? withUnit(text, distanceUnit) : text]
  })
  return texts.join(tracking === 'distance_duration' ? ' · ' : ' × ')
}
