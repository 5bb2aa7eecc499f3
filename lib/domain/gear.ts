import { parseTypedNumber } from './typed-number'
import { convertWeight, READ_STEP, type WeightUnit } from './units'

/** Plates of one weight; `count` is all of them, those for both sides together. */
export interface PlateStock {
  weight: number
  count: number
}

/** A bar and the plates for it, in one unit. */
export interface BarAndPlates {
  bar: number
  plates: readonly PlateStock[]
  /** Weights of the dumbbells, lightest first; none where a person listed none. */
  dumbbells?: readonly number[] | undefined
}

/** What lies beside the bar where a person trains, in either unit. */
export type Gear = Record<WeightUnit, BarAndPlates>

/** The heaviest bar that an exercise can have of its own, in either unit. */
export const MOST_BAR = 500

/** The weight of a bar as it is said in another unit: 20 kg are 44 lb. */
export const barInUnit = (bar: number, from: WeightUnit, to: WeightUnit): number =>
  Math.min(MOST_BAR, convertWeight(bar, { from, to, step: READ_STEP }))

/** A comma before a space or between whole lists separates; one between digits is a decimal mark. */
const BETWEEN = /[\s;]+|,\s+/

/**
 * Weights as a person lists them: `10, 12, 12.5, 14`, `10 12 12,5 14`. Each once, lightest first.
 * Null where a part is no weight.
 */
export function parseDumbbells(text: string): number[] | null {
  const parts = text
    .split(BETWEEN)
    .flatMap((part) => (part.split(',').length > 2 ? part.split(',') : part.replace(/,$/, '')))
    .filter(Boolean)
  const weights = parts.map(parseTypedNumber)
  if (!weights.every((weight) => weight !== null && weight > 0)) return null
  return [...new Set(weights.filter((weight) => weight !== null))].sort((a, b) => a - b)
}
