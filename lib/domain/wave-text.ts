import type { WaveSet } from './progression'

const MOST_WEEKS = 12
const MOST_SETS = 20
const SET = /^(?<percent>\d{1,3}(?:[.,]\d{1,2})?)%?[x×](?<reps>\d{1,3})(?<more>\+)?$/i

/** Waves that people know by name. */
export const WAVE_PRESETS = {
  '531': '65x5 75x5 85x5+ / 70x3 80x3 90x3+ / 75x5 85x3 95x1+ / 40x5 50x5 60x5',
} as const

/**
 * A wave as coaches write it: weeks apart by `/` or a new line, sets as per cent × reps, `+` for as
 * many as possible: `65x5 75x5 85x5+ / 70x3 80x3 90x3+`. Null for anything else: 1 to 12 weeks of 1
 * to 20 sets, 1 to 150 % with two decimals, 1 to 100 reps.
 */
export function parseWave(text: string): WaveSet[][] | null {
  const weeks = text
    .trim()
    .split(/\s*\/\s*|\s*\n\s*/)
    .map(parseWeek)
  if (weeks.length > MOST_WEEKS || weeks.some((week) => week === null)) return null
  return weeks.filter((week) => week !== null)
}

function parseWeek(text: string): WaveSet[] | null {
  const sets = text.split(/\s+/).map(parseSet)
  if (sets.length > MOST_SETS || sets.some((set) => set === null)) return null
  return sets.filter((set) => set !== null)
}

function parseSet(text: string): WaveSet | null {
  const { percent = '', reps = '', more } = SET.exec(text)?.groups ?? {}
  const set = {
    percent: Number(percent.replace(',', '.')),
    reps: Number(reps),
    isAmrap: more !== undefined,
  }
  const isBelievable = set.percent >= 1 && set.percent <= 150 && set.reps >= 1 && set.reps <= 100
  return isBelievable ? set : null
}

/** What `parseWave` reads back as the same. */
export const formatWave = (weeks: readonly (readonly WaveSet[])[], between = ' / '): string =>
  weeks
    .map((week) =>
      week.map(({ percent, reps, isAmrap }) => `${percent}x${reps}${isAmrap ? '+' : ''}`).join(' '),
    )
    .join(between)
