import type { FieldMessage } from '@/lib/core/errors'
import type { Tracking } from '@/lib/schemas/exercise'
import { distanceUnitFor, type SetField, setFields } from './set-fields'
import {
  hasTwoDecimals,
  MOST_METERS,
  MOST_REPS_DONE,
  MOST_SECONDS,
  MOST_WEIGHT,
  RPE,
} from './set-limits'
import { formatDuration, parseTypedDuration, parseTypedNumber } from './typed-number'
import { type DistanceUnit, shownDistance, toMeters, type WeightUnit } from './units'

export type TypedField = SetField | 'rpe'

/** What stands in the fields of a row; a field that is not there is an empty one. */
export interface TypedTexts extends Partial<Record<TypedField, string>> {
  /** Where the text of `distance` comes from: unchanged, it is these metres and not its two decimals. */
  distanceMeters?: number | null
}

/** The figures of a set: the weight in its own unit, seconds and metres. */
export interface TypedValues {
  weight: number | null
  reps: number | null
  durationSeconds: number | null
  distanceMeters: number | null
  rpe: number | null
}

interface About {
  tracking: Tracking
  weightUnit: WeightUnit
  distanceUnit: DistanceUnit
}

/**
 * What a person typed into the row of a set. The first field of a row may say all of it: `100x8@9`,
 * `100 × 8 @ 8,5`, `8@9` where only reps are counted, `20x1:30@7`, `5,2x26:00`; what it leaves out
 * is read from its own field. Help on an assisted exercise may be typed as `-20`. Empty is null, and
 * so is a field with an issue; an issue names a sentence of `fields`. Linear in the texts' lengths.
 */
export function parseTypedSet(
  texts: TypedTexts,
  about: About,
): { values: TypedValues; issues: Partial<Record<TypedField, FieldMessage>> } {
  const row = { ...texts, ...shorthand(texts, about.tracking) }
  const issues: Partial<Record<TypedField, FieldMessage>> = {}
  const read = (field: TypedField, parse: (text: string, about: About) => Parsed) => {
    const text = row[field]?.trim() ?? ''
    if (text === '') return null
    const parsed = parse(text, about)
    if (typeof parsed === 'number') return parsed
    issues[field] = parsed
    return null
  }
  const values = {
    weight: read('weight', parseWeight),
    reps: read('reps', parseReps),
    durationSeconds: read('durationSeconds', parseSeconds),
    distanceMeters: read('distance', (text) => parseMeters(text, about, texts.distanceMeters)),
    rpe: read('rpe', parseRpe),
  }
  return { values, issues }
}

type Parsed = number | FieldMessage

/** The fields that the first one says all by itself; none where it says only its own. */
function shorthand(texts: TypedTexts, tracking: Tracking): TypedTexts {
  const fields = setFields(tracking)
  const text = texts[fields[0] ?? 'reps'] ?? ''
  const [figures = '', rpe, ...more] = text.split('@')
  const parts = figures.split(/[x×*]/i)
  const isEach = [...parts, rpe ?? '0'].every((part) => part.trim() !== '')
  if (more.length > 0 || parts.length > fields.length || !isEach) return {}
  return {
    ...Object.fromEntries(parts.map((part, index) => [fields[index], part])),
    ...(rpe === undefined ? {} : { rpe }),
  }
}

const atLeast = (limit: string | number): FieldMessage => ({ key: 'atLeast', values: { limit } })
const atMost = (limit: string | number): FieldMessage => ({ key: 'atMost', values: { limit } })

function parseWeight(text: string, { tracking, weightUnit }: About): Parsed {
  const typed = parseTypedNumber(text)
  if (typed === null) return { key: 'number' }
  const weight = tracking === 'assisted_bodyweight' ? Math.abs(typed) : typed
  if (weight < 0) return atLeast(0)
  if (weight > MOST_WEIGHT[weightUnit])
    return weightUnit === 'kg' ? { key: 'weightTooHeavy' } : atMost(MOST_WEIGHT.lb)
  return hasTwoDecimals(weight) ? weight : { key: 'twoDecimals' }
}

function parseReps(text: string): Parsed {
  const reps = parseTypedNumber(text)
  if (reps === null) return { key: 'number' }
  if (!Number.isInteger(reps)) return { key: 'wholeNumber' }
  if (reps < 0) return atLeast(0)
  return reps > MOST_REPS_DONE ? atMost(MOST_REPS_DONE) : reps
}

function parseSeconds(text: string): Parsed {
  const seconds = parseTypedDuration(text)
  if (seconds === null || !Number.isInteger(seconds)) return { key: 'duration' }
  return seconds > MOST_SECONDS ? atMost(formatDuration(MOST_SECONDS)) : seconds
}

function parseMeters(
  text: string,
  { tracking, distanceUnit }: About,
  shown: number | null = null,
): Parsed {
  const unit = distanceUnitFor(tracking, distanceUnit)
  const distance = parseTypedNumber(text)
  if (distance === null) return { key: 'number' }
  if (distance < 0) return atLeast(0)
  if (!hasTwoDecimals(distance)) return { key: 'twoDecimals' }
  if (shown !== null && shownDistance(shown, unit) === distance) return shown
  const meters = toMeters(distance, unit)
  return meters > MOST_METERS ? { key: 'distanceTooLong' } : meters
}

function parseRpe(text: string): Parsed {
  const rpe = parseTypedNumber(text)
  if (rpe === null) return { key: 'number' }
  if (rpe < RPE.min) return atLeast(RPE.min)
  if (rpe > RPE.max) return atMost(RPE.max)
  return Number.isInteger(rpe / RPE.step) ? rpe : { key: 'step', values: { limit: RPE.step } }
}
