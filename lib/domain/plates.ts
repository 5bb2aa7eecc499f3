import type { BarAndPlates } from './gear'

/** A bar with plates, or what stands in a rack as it is: `rack`, lightest first. */
export type Loadable = Pick<BarAndPlates, 'bar' | 'plates'> & {
  rack?: readonly number[] | undefined
  /** The step of + and − in the unit of the bar where the equipment is unknown; any weight can be its start. */
  step?: number
}

/** Which plates go on one side of the bar, heaviest first, and what that comes to in all. */
export interface LoadedBar {
  perSide: number[]
  total: number
  isExact: boolean
}

/**
 * The plates that load a bar to `target`, as few as there can be and of equals the heavier ones;
 * where it cannot be met, the nearest total that can be loaded, of two as near the lower. Below the
 * bar it is the bar alone. Exact over the whole inventory, which greedy choice is not; every figure
 * in the one unit of the bar, read to two decimals.
 */
export function loadBar({ target, bar, plates, rack }: Loadable & { target: number }): LoadedBar {
  if (rack) return nearestInRack(rack, target)
  const table = tabulate(plates, hundredths(target) - hundredths(bar))
  const wanted = Math.max(0, hundredths(target) - hundredths(bar))
  const [below, above] = neighbours(table, wanted)
  const isLower = above === null || wanted - below * table.step <= above * table.step - wanted
  const sum = isLower ? below : above
  return {
    perSide: platesOf(table, sum),
    total: totalOf(sum, table, bar),
    isExact: totalOf(sum, table, bar) === hundredths(target) / 100,
  }
}

/** The next total above (1) or below (−1) `load` that can be loaded; null at either end. */
export function nextLoadable({
  load,
  direction,
  bar,
  plates,
  rack,
  step,
}: Loadable & { load: number; direction: 1 | -1 }): number | null {
  if (step) {
    const next = hundredths(load + direction * step) / 100
    return next < 0 ? null : next
  }
  if (rack)
    return (
      (direction === 1
        ? rack.find((weight) => weight > load)
        : rack.findLast((weight) => weight < load)) ?? null
    )
  const onBar = hundredths(load) - hundredths(bar)
  if (onBar < 0) return direction === 1 ? bar : null
  const table = tabulate(plates, onBar)
  const place = onBar / table.step
  const isLoadable = (sum: number) => table.fewest[sum] !== UNREACHABLE
  if (direction === 1) {
    for (let sum = Math.floor(place) + 1; sum < table.fewest.length; sum++)
      if (isLoadable(sum)) return totalOf(sum, table, bar)
    return null
  }
  for (let sum = Math.min(Math.ceil(place), table.fewest.length) - 1; sum >= 0; sum--)
    if (isLoadable(sum)) return totalOf(sum, table, bar)
  return null
}

function nearestInRack(rack: readonly number[], target: number): LoadedBar {
  const total = rack.reduce(
    (best, weight) => (Math.abs(weight - target) < Math.abs(best - target) ? weight : best),
    rack[0] ?? 0,
  )
  return { perSide: [], total, isExact: total === target }
}

const UNREACHABLE = 0xffff
const hundredths = (weight: number): number => Math.round(weight * 100)

/** Sums of one side, counted in the plates' greatest common divisor. */
interface Table {
  /** What one count adds to the bar in hundredths, both sides together. */
  step: number
  /** Lightest first: the weight, its size in counts, and how many are used for each sum. */
  denominations: { weight: number; size: number; used: Uint8Array }[]
  /** The fewest plates for each sum. */
  fewest: Uint16Array
}

/**
 * Dynamic programming over the sums of one side, up to the first that is not below `onBar`
 * hundredths: without its last plate it would be, so the heaviest plate beyond is far enough.
 */
function tabulate(plates: BarAndPlates['plates'], onBar: number): Table {
  const usable = plates
    .map(({ weight, count }) => ({ weight, pairs: Math.floor(count / 2) }))
    .filter(({ weight, pairs }) => hundredths(weight) > 0 && pairs > 0)
    .sort((a, b) => a.weight - b.weight)
  const unit = usable.reduce((gcd, { weight }) => divisor(gcd, hundredths(weight)), 0) || 1
  const sizes = usable.map(({ weight }) => hundredths(weight) / unit)
  const all = usable.reduce((sum, { pairs }, index) => sum + pairs * (sizes[index] ?? 0), 0)
  const enough = Math.ceil(Math.max(0, onBar) / (2 * unit)) + (sizes.at(-1) ?? 0)
  const length = Math.min(all, enough) + 1

  let fewest = new Uint16Array(length).fill(UNREACHABLE)
  fewest[0] = 0
  const denominations = usable.map(({ weight, pairs }, index) => {
    const size = sizes[index] ?? 0
    const { used, sums } = withPlates(fewest, { size, pairs })
    fewest = sums
    return { weight, size, used }
  })
  return { step: 2 * unit, denominations, fewest }
}

/** The sums with up to `pairs` more plates of a size, using many of them where that is as good. */
function withPlates(before: Uint16Array, { size, pairs }: { size: number; pairs: number }) {
  const sums = before.slice()
  const used = new Uint8Array(before.length)
  for (let from = 0; from < before.length; from++) {
    const count = before[from] ?? UNREACHABLE
    if (count === UNREACHABLE) continue
    for (let more = 1; more <= pairs; more++) {
      const sum = from + more * size
      if (sum >= before.length) break
      const best = sums[sum] ?? UNREACHABLE
      const isBetter = count + more < best || (count + more === best && more > (used[sum] ?? 0))
      if (!isBetter) continue
      sums[sum] = count + more
      used[sum] = more
    }
  }
  return { sums, used }
}

/** The loadable sums next to `wanted` hundredths on the bar: at most that, and more than that. */
function neighbours(
  { fewest, step }: Table,
  wanted: number,
): [below: number, above: number | null] {
  let below = Math.min(Math.floor(wanted / step), fewest.length - 1)
  let above = below + 1
  while (fewest[below] === UNREACHABLE) below--
  while (fewest[above] === UNREACHABLE) above++
  return [below, above < fewest.length ? above : null]
}

function platesOf({ denominations }: Table, sum: number): number[] {
  let rest = sum
  return denominations.toReversed().flatMap(({ weight, size, used }) => {
    const count = used[rest] ?? 0
    rest -= count * size
    return Array.from({ length: count }, () => weight)
  })
}

const totalOf = (sum: number, { step }: Table, bar: number): number =>
  (hundredths(bar) + sum * step) / 100

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b))
