import type { getTranslations } from 'next-intl/server'
import type { Actor } from '@/lib/core/actor'
import { distanceUnitFor } from '@/lib/domain/set-fields'
import { formatDuration } from '@/lib/domain/typed-number'
import { fromKg, fromMeters, roundTo } from '@/lib/domain/units'
import type { Tracking } from '@/lib/schemas/exercise'
import type { LoggedRecord } from '@/lib/schemas/workout'

type Translate = Awaited<ReturnType<typeof getTranslations<'workout'>>>
type AnyRecord = Pick<LoggedRecord, 'kind' | 'bucket'>

/** How a person sees the figures of a record: distances by what the exercise counts. */
interface Seen {
  tracking: Tracking
  actor: Pick<Actor, 'weightUnit' | 'distanceUnit'>
}

const metersText = (meters: number, { tracking, actor }: Seen): string => {
  const unit = distanceUnitFor(tracking, actor.distanceUnit)
  return `${roundTo(unit === 'm' ? meters : fromMeters(meters, unit), 0.01)} ${unit}`
}

/** What kind of record it is: "Heaviest weight", "Best for 5 reps", "Fastest 5 km". */
export function recordName(t: Translate, record: AnyRecord, seen: Seen): string {
  const bucket =
    record.kind === 'fastest_distance' ? metersText(record.bucket, seen) : String(record.bucket)
  return t(`records.${record.kind}`, { bucket })
}

/** A value of a record in the person's units: "85 kg", "24:31", "12". */
export function recordValue(kind: AnyRecord['kind'], value: number, seen: Seen): string {
  switch (kind) {
    case 'max_reps':
      return String(value)
    case 'longest_distance':
      return metersText(value, seen)
    case 'longest_duration':
    case 'fastest_distance':
      return formatDuration(value)
    default: {
      const { weightUnit } = seen.actor
      return `${roundTo(fromKg(value, weightUnit), 0.01)} ${weightUnit}`
    }
  }
}

/** What stood before it, in words. */
export const recordBefore = (
  t: Translate,
  { kind, previousValue }: Pick<LoggedRecord, 'kind' | 'previousValue'>,
  seen: Seen,
): string =>
  previousValue === null
    ? t('records.first')
    : t('records.before', { value: recordValue(kind, previousValue, seen) })

/** The whole of it: "Heaviest weight: 85 kg, before: 82.5 kg". */
export const recordText = (t: Translate, record: LoggedRecord, seen: Seen): string =>
  `${recordName(t, record, seen)}: ${recordValue(record.kind, record.value, seen)}, ${recordBefore(t, record, seen)}`
