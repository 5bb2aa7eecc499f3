import type { SetField } from '@/lib/domain/set-fields'
import { formatDuration, parseTypedDuration, parseTypedNumber } from '@/lib/domain/typed-number'

/** Where a rating begins that was not given yet; the scale ends at 10. */
const FIRST_RPE = 7

/** What stands in a field after a step up or down; nothing goes below zero. */
export function stepText(text: string, field: SetField | 'rpe', delta: number): string {
  if (field === 'durationSeconds')
    return formatDuration(Math.max(0, (parseTypedDuration(text) ?? 0) + delta))
  const value = parseTypedNumber(text)
  if (field === 'rpe') {
    if (value === null) return String(FIRST_RPE)
    return String(Math.min(10, Math.max(1, value + delta)))
  }
  return String(Math.max(0, Math.round(((value ?? 0) + delta) * 100) / 100))
}
