import { quantileSorted } from 'd3-array'

const STEPS = 5
const ROUND = [1, 2, 3, 4, 5, 6, 8, 10]

/** So many values that a rare exceptional one should not pale all others. */
const MANY = 20

/**
 * The upper bounds of steps 1 to 4 of five equal steps of round size (step 5 has none), so that
 * step 5 begins about where the values end. Values of zero and less take no part.
 */
export function stepBounds(values: readonly number[]): number[] {
  const sorted = values.filter((value) => value > 0).toSorted((a, b) => a - b)
  const most = sorted.length < MANY ? sorted.at(-1) : quantileSorted(sorted, 0.95)
  // Sets count as halves as well, and a part of one is no bound that says anything.
  const areHalves = sorted.every((value) => Number.isInteger(value * 2))
  const size = roundUp((most ?? STEPS) / STEPS)
  const step = areHalves ? Math.max(1, size) : size
  return Array.from({ length: STEPS - 1 }, (_, index) => precise(step * (index + 1)))
}

/** 0 for nothing, else 1 to 5. */
export const stepOf = (value: number, bounds: readonly number[]): number =>
  value <= 0 ? 0 : 1 + bounds.filter((bound) => value > bound).length

function roundUp(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size))
  return precise(power * (ROUND.find((round) => precise(power * round) >= size) ?? 10))
}

/** Without the dust of floating point: 0.3, not 0.30000000000000004. */
const precise = (value: number): number => Number(value.toPrecision(12))
