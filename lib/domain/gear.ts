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

const steps = (from: number, to: number, step: number): number[] =>
  Array.from({ length: (to - from) / step + 1 }, (_, at) => from + at * step)

/** The dumbbells of most gyms: close to each other where they are light. */
const USUAL_RACK = {
  kg: [...steps(1, 10, 1), ...steps(12.5, 100, 2.5)],
  lb: [3, 5, 8, 10, 12, ...steps(15, 200, 5)],
}

/** The same with the usual dumbbells where a person listed none. */
export function withRack(gear: Gear): Gear {
  const racked = (unit: WeightUnit) => {
    const { dumbbells = [], ...rest } = gear[unit]
    return { ...rest, dumbbells: dumbbells.length > 0 ? dumbbells : USUAL_RACK[unit] }
  }
  return { kg: racked('kg'), lb: racked('lb') }
}

/** What most gyms have, for whoever said nothing else. */
export const USUAL_GEAR: Gear = {
  kg: {
    bar: 20,
    plates: [
      { weight: 25, count: 8 },
      { weight: 20, count: 8 },
      { weight: 15, count: 4 },
      { weight: 10, count: 4 },
      { weight: 5, count: 4 },
      { weight: 2.5, count: 4 },
      { weight: 1.25, count: 4 },
    ],
  },
  lb: {
    bar: 45,
    plates: [
      { weight: 45, count: 12 },
      { weight: 35, count: 4 },
      { weight: 25, count: 4 },
      { weight: 10, count: 4 },
      { weight: 5, count: 4 },
      { weight: 2.5, count: 4 },
    ],
  },
}
