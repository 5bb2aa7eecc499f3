import type { FieldMessage } from '@/lib/core/errors'
import type { SetField } from '@/lib/domain/set-fields'
import {
  hasTwoDecimals,
  MOST_METERS,
  MOST_REPS_DONE,
  MOST_SECONDS,
  MOST_WEIGHT,
  RPE,
  TOO_HEAVY,
} from '@/lib/domain/set-limits'
import { formatDuration } from '@/lib/domain/typed-number'
import type { SetValues } from './training'

export type FigureIssues = Partial<Record<SetField | 'rpe' | 'notes', FieldMessage>>
type Check = (value: number) => FieldMessage | null

const atMost = (limit: number | string): FieldMessage => ({ key: 'atMost', values: { limit } })
const within =
  (min: number, max: number, beyond: FieldMessage = atMost(max)): Check =>
  (value) => {
    if (value < min) return { key: 'atLeast', values: { limit: min } }
    return value > max ? beyond : null
  }
const whole: Check = (value) => (Number.isInteger(value) ? null : { key: 'wholeNumber' })
const twoDecimals: Check = (value) => (hasTwoDecimals(value) ? null : { key: 'twoDecimals' })
const byHalves: Check = (value) =>
  Number.isInteger(value / RPE.step) ? null : { key: 'step', values: { limit: RPE.step } }

/** What the limits of the tables refuse in a set, by field; empty where it can be kept. */
export function figureIssues(
  set: Pick<
    SetValues,
    'reps' | 'weight' | 'weightUnit' | 'durationSeconds' | 'distanceMeters' | 'rpe'
  >,
): FigureIssues {
  const issues: FigureIssues = {}
  const check = (field: SetField | 'rpe', value: number | null, checks: readonly Check[]) => {
    if (value === null) return
    const found = checks.map((find) => find(value)).find((issue) => issue !== null)
    const issue = Number.isFinite(value) ? found : { key: 'number' as const }
    if (issue) issues[field] = issue
  }
  const heaviest = within(0, MOST_WEIGHT[set.weightUnit], TOO_HEAVY[set.weightUnit])
  check('reps', set.reps, [whole, within(0, MOST_REPS_DONE)])
  check('weight', set.weight, [heaviest, twoDecimals])
  check('durationSeconds', set.durationSeconds, [
    whole,
    within(0, MOST_SECONDS, atMost(formatDuration(MOST_SECONDS))),
  ])
  check('distance', set.distanceMeters, [
    within(0, MOST_METERS, { key: 'distanceTooLong' }),
    twoDecimals,
  ])
  check('rpe', set.rpe, [within(RPE.min, RPE.max), byHalves])
  return issues
}

const MOST_NOTES = 2000

/** What a note cannot be kept for: NUL has no place in PostgreSQL, a lone surrogate is no character. */
export function noteIssue(text: string, limit = MOST_NOTES): FieldMessage | null {
  if (text.length > limit) return { key: 'tooLong', values: { limit } }
  return text.includes('\0') || /\p{Surrogate}/u.test(text) ? { key: 'unreadable' } : null
}
