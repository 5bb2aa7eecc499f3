import { daysBetween } from './local-date'

/** How much of the difference one day takes over: a tenth, as in The Hacker's Diet (John Walker). */
const DAILY_SHARE = 0.1

interface Measured {
  /** `YYYY-MM-DD`. */
  date: string
  value: number
}

/**
 * The exponentially smoothed course of values by date, oldest first: it begins at the first one,
 * and a value after a gap of n days takes over 1 − 0.9ⁿ of the difference.
 */
export function smooth(points: readonly Measured[]): Measured[] {
  let before: Measured | null = null
  return points.map(({ date, value }) => {
    before = { date, value: before ? approach(before, { date, value }) : value }
    return before
  })
}

function approach(before: Measured, { date, value }: Measured): number {
  const kept = (1 - DAILY_SHARE) ** daysBetween(before.date, date)
  return before.value * kept + value * (1 - kept)
}
