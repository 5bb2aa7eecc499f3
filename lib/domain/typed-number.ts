const GROUPED_BY_SPACES = /\d{1,3}(?:[ \u00a0\u202f]\d{3})+/
/** Dots before a decimal comma or commas before a decimal dot. */
const GROUPED_BY_MARKS = /\d{1,3}(?<mark>[.,])\d{3}(?:\k<mark>\d{3})*(?=[.,])(?!\k<mark>)/
const WHOLE = `${GROUPED_BY_SPACES.source}|${GROUPED_BY_MARKS.source}|\\d+`
const TYPED_NUMBER = new RegExp(`^(?<sign>[+−-])?(?<whole>${WHOLE})?(?:[.,](?<fraction>\\d+))?$`)

/**
 * The number a person typed, with decimal comma or dot and thousands separated by spaces or by
 * the other mark: `102,5`, `102.5`, `1 000,5`, `1.000,5`. One mark alone is the decimal mark.
 * Null for what is no plain number (letters, exponents, nothing). Linear in the text's length.
 */
export function parseTypedNumber(text: string): number | null {
  const { sign = '+', whole = '', fraction = '' } = TYPED_NUMBER.exec(text.trim())?.groups ?? {}
  if (!whole && !fraction) return null
  const value = Number(`${whole.replace(/\D/g, '')}.${fraction}`)
  if (!Number.isFinite(value)) return null
  return sign !== '+' && value !== 0 ? -value : value
}

/** Seconds from `90`, `1:30`, `1:02:03` or `59,5`; null for anything else. */
export function parseTypedDuration(text: string): number | null {
  const parts = text.trim().split(':')
  if (parts.length === 1) {
    const seconds = parseTypedNumber(text)
    return seconds !== null && seconds >= 0 ? seconds : null
  }
  if (
    parts.length > 3 ||
    !parts.every((part, i) => (i === 0 ? /^\d+$/ : /^[0-5]?\d$/).test(part))
  ) {
    return null
  }
  const seconds = parts.reduce((total, part) => total * 60 + Number(part), 0)
  return Number.isFinite(seconds) ? seconds : null
}

const TYPED_WORKOUT_TIME =
  /^(?:(?<hours>\d{1,3})\s*(?::|h)\s*)?(?:(?<minutes>\d{1,4})\s*(?:min|m)?)?$/i

/** Seconds from how long a workout took: `75`, `1:15` or `1 h 15 min`; null for anything else. */
export function parseTypedMinutes(text: string): number | null {
  const groups = TYPED_WORKOUT_TIME.exec(text.trim())?.groups
  if (!groups || (!groups.hours && !groups.minutes)) return null
  const [hours, minutes] = [Number(groups.hours ?? 0), Number(groups.minutes ?? 0)]
  return groups.hours && minutes > 59 ? null : (hours * 60 + minutes) * 60
}

/** Seconds as h:mm, as `parseTypedMinutes` reads it. */
export const formatHours = (seconds: number): string =>
  `${Math.floor(seconds / 3600)}:${String(Math.floor(seconds / 60) % 60).padStart(2, '0')}`

/** Seconds as m:ss, from an hour on h:mm:ss; fractions are dropped. */
export function formatDuration(seconds: number): string {
  const whole = Math.floor(seconds)
  const two = (value: number) => String(value).padStart(2, '0')
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`
}
