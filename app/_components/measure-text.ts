import type { getFormatter } from 'next-intl/server'
import type { Actor } from '@/lib/core/actor'
import type { Performance } from '@/lib/domain/session-totals'
import { distanceUnitFor } from '@/lib/domain/set-fields'
import { formatDuration } from '@/lib/domain/typed-number'
import { fromMeters } from '@/lib/domain/units'
import { shownWeight } from '@/lib/domain/weight-text'
import type { Tracking } from '@/lib/schemas/exercise'

type Formatter = Awaited<ReturnType<typeof getFormatter>>

interface Shown {
  /** A kept figure in the unit the person reads it in. */
  toShown(value: number): number
  /** Such a figure in words. */
  text(shown: number): string
}

/** How a figure of an exercise is shown: kilograms, metres and seconds in the person's units. */
export function measureShown(
  measure: keyof Performance,
  about: { tracking: Tracking; actor: Actor; format: Formatter },
): Shown {
  const { tracking, actor, format } = about
  const number = (value: number, digits: number) =>
    format.number(value, { maximumFractionDigits: digits })
  const weight = (what: 'estimate' | 'load' | 'volume'): Shown => ({
    toShown: (kg) => shownWeight(kg, { unit: actor.weightUnit, what }),
    text: (value) => `${number(value, 2)} ${actor.weightUnit}`,
  })
  switch (measure) {
    case 'bestOneRepMaxKg':
      return weight('estimate')
    case 'bestWeightKg':
      return weight('load')
    case 'volumeKg':
      return weight('volume')
    case 'bestDistanceMeters':
    case 'distanceMeters': {
      const unit = distanceUnitFor(tracking, actor.distanceUnit)
      return {
        toShown: (meters) => (unit === 'm' ? meters : fromMeters(meters, unit)),
        text: (value) => `${number(value, 2)} ${unit}`,
      }
    }
    case 'bestDurationSeconds':
    case 'durationSeconds':
      return { toShown: (seconds) => seconds, text: formatDuration }
    default:
      return { toShown: (count) => count, text: (value) => number(value, 0) }
  }
}
