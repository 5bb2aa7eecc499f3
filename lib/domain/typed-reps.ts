import type { Target } from '@/lib/schemas/plan'

type Reps = Pick<Target, 'repsMin' | 'repsMax' | 'isAmrap'>

const MOST_REPS = 100
const TYPED_REPS = /^(?<min>\d{1,3})?\s*(?:[-–]\s*(?<max>\d{1,3})|(?<more>\+))?$/

/**
 * The reps a set asks for as coaches write them: `8`, `8-12`, `5+` (at least five, then as many as
 * possible) or `+` (as many as possible). Null for anything else and outside 1 to 100; a range
 * counts upwards.
 */
export function parseTypedReps(text: string): Reps | null {
  const trimmed = text.trim()
  if (trimmed === '') return { repsMin: null, repsMax: null, isAmrap: false }
  const { min, max, more } = TYPED_REPS.exec(trimmed)?.groups ?? {}
  if (min === undefined && more === undefined) return null
  const repsMin = min === undefined ? null : Number(min)
  const repsMax = max === undefined ? null : Number(max)
  const isBelievable = (reps: number | null) => reps === null || (reps >= 1 && reps <= MOST_REPS)
  if (!isBelievable(repsMin) || !isBelievable(repsMax)) return null
  if (repsMin !== null && repsMax !== null && repsMax < repsMin) return null
  return { repsMin, repsMax: repsMax === repsMin ? null : repsMax, isAmrap: more !== undefined }
}

/** What `parseTypedReps` reads back as the same; empty where no reps are asked for. */
export function repsText({ repsMin, repsMax, isAmrap }: Reps): string {
  const least = repsMin ?? ''
  if (isAmrap) return `${least}+`
  return repsMax === null || repsMax === repsMin ? String(least) : `${least}–${repsMax}`
}
