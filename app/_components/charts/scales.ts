import { extent } from 'd3-array'
import { scaleLinear, scaleUtc } from 'd3-scale'

/** Places are percent of the plot, from the left and from the top, to two decimals. */
const toPercent = (share: number): number => Math.round(share * 10_000) / 100

const DAY_MS = 86_400_000

interface ValueTick {
  /** Percent from the top. */
  at: number
  label: string
  isZero: boolean
}

export interface ValueAxis {
  /** Percent from the top. */
  at: (value: number) => number
  ticks: readonly ValueTick[]
}

/**
 * The axis of values: a few round numbers around everything to be shown. Whole numbers get no ticks
 * between them, and no two ticks read the same.
 */
export function valueAxis(input: {
  values: readonly number[]
  isFromZero: boolean
  formatValue: (value: number) => string
}): ValueAxis {
  const scale = scaleLinear().domain(domainOf(input.values, input.isFromZero)).nice(4)
  const [low = 0, high = 1] = scale.domain()
  const at = (value: number) => toPercent((high - value) / (high - low))
  const areWhole = input.values.every(Number.isInteger)
  const ticks = scale
    .ticks(4)
    .filter((value) => !areWhole || Number.isInteger(value))
    .map((value) => ({ at: at(value), label: input.formatValue(value), isZero: value === 0 }))
  return { at, ticks: ticks.filter(({ label }, index) => label !== ticks[index - 1]?.label) }
}

/** Differences below this are rounding. */
const DUST = 1e-9

/** Never empty: equal values get room around them, so that the line runs through the middle. */
function domainOf(values: readonly number[], isFromZero: boolean): [number, number] {
  const [low = 0, high = 0] = extent(isFromZero ? [...values, 0] : values)
  const size = Math.max(Math.abs(low), Math.abs(high))
  if (size < DUST) return [0, 1]
  if (high - low > size * DUST) return [low, high]
  return [low - size * 0.05, high + size * 0.05]
}

export interface TimeTick {
  /** Percent from the left. */
  at: number
  date: Date
  step: 'day' | 'month' | 'year'
  /** The first tick of the axis and the first of each year also name the year. */
  isNewYear: boolean
}

/** The axis of days from the first to the last of `dates` (ISO), for a narrow and a wide plot. */
export function timeAxis(dates: readonly string[]) {
  const [first = 0, last = 0] = extent(dates, (date) => Date.parse(date))
  const isOneDay = first === last
  const scale = scaleUtc()
    .domain(isOneDay ? [first - DAY_MS, last + DAY_MS] : [first, last])
    .range([0, 1])
  const at = (date: string | Date) => toPercent(scale(new Date(date)))
  const ticks = (count: number, most: number): TimeTick[] => {
    // Few ticks may mean none: April alone between January and June. Then the next finer ones.
    const found = isOneDay
      ? undefined
      : [count, count + 2, count + 5]
          .map((wanted) => scale.ticks(wanted).filter((day) => day.getTime() % DAY_MS === 0))
          .find((days) => days.length > 1)
    const days = found ? spread(found, most) : [...new Set([first, last])].map((ms) => new Date(ms))
    const step = found ? stepOf(found) : 'day'
    return days.map((date, index) => ({
      at: at(date),
      date,
      step,
      isNewYear: step !== 'year' && date.getUTCFullYear() !== days[index - 1]?.getUTCFullYear(),
    }))
  }
  return { at, narrow: ticks(3, 7), wide: ticks(6, 12) }
}

/** Every so many of them that no more are left than may stand side by side. */
const spread = (days: readonly Date[], most: number): Date[] =>
  days.filter((_, index) => index % Math.ceil(days.length / most) === 0)

function stepOf(days: readonly Date[]): TimeTick['step'] {
  if (days.some((day) => day.getUTCDate() !== 1)) return 'day'
  return days.some((day) => day.getUTCMonth() !== 0) ? 'month' : 'year'
}

/** Every how many of `count` labels of a length stand side by side without touching. */
export function labelStep(input: {
  count: number
  longest: number
  widthPx: number
  letterPx: number
}): number {
  const labelPx = input.longest * input.letterPx + 8
  const fitting = Math.max(1, Math.floor(input.widthPx / labelPx))
  return Math.max(1, Math.ceil(input.count / fitting))
}
