import type { getTranslations } from 'next-intl/server'
import type { Actor } from '@/lib/core/actor'
import { distanceUnitFor } from '@/lib/domain/set-fields'
import { formatDuration } from '@/lib/domain/typed-number'
import { fromKg, fromMeters, roundTo } from '@/lib/domain/units'
import type { ExerciseLog, LoggedRecord } from '@/lib/schemas/workout'

type Translate = Awaited<ReturnType<typeof getTranslations<'workout'>>>

/** A record in words and in the person's units: "Heaviest weight 85 kg, before: 82.5 kg". */
export function recordText(
  t: Translate,
  of: { record: LoggedRecord; log: ExerciseLog; actor: Actor },
): string {
  const { record, log, actor } = of
  const meters = (value: number, unit = distanceUnitFor(log.tracking, actor.distanceUnit)) =>
    `${roundTo(unit === 'm' ? value : fromMeters(value, unit), 0.01)} ${unit}`
  const show = (value: number): string => {
    switch (record.kind) {
      case 'max_reps':
        return String(value)
      case 'longest_distance':
        return meters(value)
      case 'longest_duration':
      case 'fastest_distance':
        return formatDuration(value)
      default:
        return `${roundTo(fromKg(value, actor.weightUnit), 0.01)} ${actor.weightUnit}`
    }
  }
  const bucket = record.kind === 'fastest_distance' ? meters(record.bucket) : String(record.bucket)
  const before =
    record.previousValue === null
      ? t('records.first')
      : t('records.before', { value: show(record.previousValue) })
  return `${t(`records.${record.kind}`, { bucket })}: ${show(record.value)}, ${before}`
}
