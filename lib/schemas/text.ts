import * as z from 'zod'

/** NUL cannot be stored by PostgreSQL and a lone surrogate is no character at all. */
const isStorable = (value: string): boolean =>
  !value.includes('\0') && !/\p{Surrogate}/u.test(value)

/**
 * Text as a person typed it, without the space around it: `min` to `max` characters.
 * Refuses what no database or page could show.
 */
export const text = ({ min = 0, max }: { min?: number; max: number }) =>
  z
    .string()
    .trim()
    .min(min)
    .max(max)
    .refine(isStorable, { params: { key: 'unreadable' } })

/** Free text that may be left out: absent is the empty string. */
export const optionalText = (max: number) => text({ max }).default('')

export const idSchema = z.uuid()

export const localDateSchema = z.iso.date()

/** An instant, ISO 8601 on the wire and a Date in code. */
export const instantSchema = z.codec(z.iso.datetime(), z.date(), {
  decode: (iso) => new Date(iso),
  encode: (date) => date.toISOString(),
})
