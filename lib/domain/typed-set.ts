import type { FieldMessage } from '@/lib/core/errors'
import type { Tracking } from '@/lib/schemas/exercise'
import { distanceUnitFor, type SetField, setFields } from './set-fields'
import { hasTwoDecimals } from './set-limits'
import { figureIssues } from './training/figure-issues'
import { parseTypedDuration, parseTypedNumber } from './typed-number'
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
    const figure = field === 'distance' ? 'distanceMeters' : field
    const issue =
      typeof parsed === 'number'
        ? figureIssues({ ...NOTHING, weightUnit: about.weightUnit, [figure]: parsed })[field]
        : parsed
    if (typeof parsed === 'number' && !issue) return parsed
    if (issue) issues[field] = issue
    return null
  }
  const values = {
    weight: read('weight', parseWeight),
    reps: read('reps', parsePlain),
    durationSeconds: read('durationSeconds', parseSeconds),
    distanceMeters: read('distance', (text) => parseMeters(text, about, texts.distanceMeters)),
    rpe: read('rpe', parsePlain),
  }
  return { values, issues }
}

type Parsed = number | FieldMessage

const NOTHING: TypedValues = {
  ...{ weight: null, reps: null, durationSeconds: null, distanceMeters: null, rpe: null },
}

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

const NO_NUMBER: FieldMessage = { key: 'number' }

function parseWeight(text: string, { tracking }: About): Parsed {
  const weight = parseTypedNumber(text)
  if (weight === null) return NO_NUMBER
  return tracking === 'assisted_bodyweight' ? Math.abs(weight) : weight
}

const parsePlain = (text: string): Parsed => parseTypedNumber(text) ?? NO_NUMBER

function parseSeconds(text: string): Parsed {
  const seconds = parseTypedDuration(text)
  return seconds !== null && Number.isInteger(seconds) ? seconds : { key: 'duration' }
}

function parseMeters(
  text: string,
  { tracking, distanceUnit }: About,
  shown: number | null = null,
): Parsed {
  const unit = distanceUnitFor(tracking, distanceUnit)
  const distance = parseTypedNumber(text)
  if (distance === null) return NO_NUMBER
  if (shown !== null && shownDistance(shown, unit) === distance) return shown
  return distance < 0 || hasTwoDecimals(distance)
    ? toMeters(distance, unit)
    : { key: 'twoDecimals' }
}
