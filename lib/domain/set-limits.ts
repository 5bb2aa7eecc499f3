import type { FieldMessage } from '@/lib/core/errors'
import type { WeightUnit } from './units'

/** The heaviest weight that can be meant, by its unit. */
export const MOST_WEIGHT = { kg: 1500, lb: 3306 } as const
/** What is said of a weight beyond the limit, by the unit it was typed in. */
export const TOO_HEAVY: Record<WeightUnit, FieldMessage> = {
  kg: { key: 'weightTooHeavy' },
  lb: { key: 'atMost', values: { limit: '3,306\u00a0lb' } },
}
/** As done; what a plan asks for stays within 100. What is asked about first: `believable.ts`. */
export const MOST_REPS_DONE = 1000
export const MOST_SECONDS = 86_400
export const MOST_METERS = 500_000
/** Characters of the note on a set. */
export const MOST_SET_NOTE = 500
export const RPE = { min: 1, max: 10, step: 0.5 } as const

/** More decimals are refused rather than rounded away. */
export const hasTwoDecimals = (value: number): boolean => Number(value.toFixed(2)) === value

/** What a progression rule may add, in either unit. */
export const STEP_LIMITS = { least: 0.25, most: 100 } as const
