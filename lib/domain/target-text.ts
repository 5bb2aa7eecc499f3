import type { Tracking } from '@/lib/schemas/exercise'
import type { PlannedExercise, Target } from '@/lib/schemas/plan'
import { targetOf } from './plan-sets'
import { distanceUnitFor } from './set-fields'
import { formatDuration } from './typed-number'
import { repsText } from './typed-reps'
import { type DistanceUnit, fromMeters, toMeters } from './units'
import { withUnit } from './with-unit'

/** Two decimals at most, without zeros that say nothing. */
const short = (value: number): string => String(Number(value.toFixed(2)))

/**
 * A planned distance in the unit it reads best in: the person's own where its two decimals say it
 * exactly, else metres (400 m is no round number of miles).
 */
export function plannedDistance(
  meters: number,
  { tracking, unit }: { tracking: Tracking; unit: DistanceUnit },
): { text: string; unit: DistanceUnit | 'm' } {
  const own = distanceUnitFor(tracking, unit)
  if (own === 'm' || meters < 1000) return { text: short(meters), unit: 'm' }
  const text = short(fromMeters(meters, own))
  return toMeters(Number(text), own) === meters
    ? { text, unit: own }
    : { text: short(meters), unit: 'm' }
}

/** Under a minute in seconds, since `0:30` beside reps reads like a count. */
const timeText = (seconds: number): string =>
  seconds < 60 ? withUnit(seconds, 's') : formatDuration(seconds)

/** What one set asks for, in one short line: `8–12 · 60 kg · RPE 8`, `5+ · 85 %`, `400 m · 1:30`. */
export function targetText(
  target: Target,
  about: { tracking: Tracking; unit: DistanceUnit },
): string {
  const { weight, weightUnit, percentOfMax, rpe, durationSeconds, distanceMeters } = target
  const distance = distanceMeters === null ? null : plannedDistance(distanceMeters, about)
  return [
    repsText(target),
    distance && withUnit(distance.text, distance.unit),
    durationSeconds !== null && timeText(durationSeconds),
    weight !== null && (weightUnit ? withUnit(short(weight), weightUnit) : short(weight)),
    percentOfMax !== null && withUnit(short(percentOfMax), '%'),
    rpe !== null && withUnit('RPE', short(rpe)),
  ]
    .filter(Boolean)
    .join(' · ')
}

/** The sets of a line, equal ones in a row counted together: three of `5 · 60 kg`, one of `5+`. */
export function lineTexts(
  line: Omit<PlannedExercise, 'exerciseId'>,
  about: { tracking: Tracking; unit: DistanceUnit },
): { count: number; text: string }[] {
  if (line.setList.length === 0) {
    return [{ count: line.sets, text: targetText(targetOf(line), about) }]
  }
  return inARow(line.setList.map((set) => targetText(set, about)))
}

/** Equal texts in a row counted together, in their order. */
export function inARow(texts: readonly string[]): { count: number; text: string }[] {
  const groups: { count: number; text: string }[] = []
  for (const text of texts) {
    const last = groups.at(-1)
    if (last?.text === text) last.count += 1
    else groups.push({ count: 1, text })
  }
  return groups
}

/** Groups of sets in one line: `3 × 5 · 60 kg`, and `9, 8, 8 · 60 kg` where nothing but the reps differs. */
export function setsText(groups: readonly { count: number; text: string }[]): string {
  const parts = groups.map(({ text }) => text.split(' · '))
  const [, ...shared] = parts[0] ?? []
  const isByReps = parts.every(
    ([reps, ...others]) => /^\d+$/.test(reps ?? '') && others.join() === shared.join(),
  )
  if (groups.length > 1 && isByReps) {
    const reps = groups.flatMap(({ count }, at) => Array(count).fill(parts[at]?.[0]))
    return [reps.join(', '), ...shared].join(' · ')
  }
  return groups.map(({ count, text }) => withUnit(count, withUnit('×', text))).join(', ')
}

const NO_LOAD = { weight: null, weightUnit: null, percentOfMax: null, rpe: null }

/** The same without loads and effort, for the overview of a program. */
export const lineTextsWithoutLoad = (
  line: Omit<PlannedExercise, 'exerciseId'>,
  about: { tracking: Tracking; unit: DistanceUnit },
): { count: number; text: string }[] =>
  lineTexts(
    { ...line, ...NO_LOAD, setList: line.setList.map((set) => ({ ...set, ...NO_LOAD })) },
    about,
  )
