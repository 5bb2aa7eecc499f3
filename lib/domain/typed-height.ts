import { parseTypedNumber } from './typed-number'
import { roundTo } from './units'

const CM_PER_IN = 2.54
const INCHES_PER_FOOT = 12

const FEET_MARK = `(?:['’′]|ft\\.?|feet|foot)`
const INCH_MARK = `(?:["”″]|['’′]{2}|inches|inch|in\\.?)`
const NUMBER = `\\d{1,3}(?:[.,]\\d{1,2})?`
/** Whole feet with a mark or a space behind them, then inches if there are any. */
const FEET_AND_INCHES = new RegExp(
  `^(?<feet>\\d)(?:\\s*${FEET_MARK}$|(?:\\s*${FEET_MARK}\\s*|\\s+)(?<inches>${NUMBER})\\s*${INCH_MARK}?$)`,
)
const INCHES = new RegExp(`^(?<inches>${NUMBER})\\s*${INCH_MARK}?$`)

/** Inches from `5'11"`, `5 11`, `5ft 11in`, `6'` or `71`; null for anything else. */
export function parseTypedInches(text: string): number | null {
  const typed = text.trim().toLowerCase()
  const match = FEET_AND_INCHES.exec(typed) ?? INCHES.exec(typed)
  if (!match) return null
  const { feet, inches = '0' } = match.groups ?? {}
  const rest = parseTypedNumber(inches) ?? 0
  if (feet === undefined) return rest
  return rest < INCHES_PER_FOOT ? Number(feet) * INCHES_PER_FOOT + rest : null
}

/** `5'11"`; half inches as `5'11.5"`. */
export function formatInches(inches: number): string {
  const rounded = roundTo(inches, 0.5)
  const feet = Math.floor(rounded / INCHES_PER_FOOT)
  return `${feet}'${rounded - feet * INCHES_PER_FOOT}"`
}

/** Centimetres with the two decimals that are kept. */
export const inchesToCm = (inches: number): number => roundTo(inches * CM_PER_IN, 0.01)

/** To the half inch, as a height is typed. */
export const cmToInches = (cm: number): number => roundTo(cm / CM_PER_IN, 0.5)
