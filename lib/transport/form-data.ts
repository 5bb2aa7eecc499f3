import { parseSubmission } from '@conform-to/dom/future'
import { configureCoercion } from '@conform-to/zod/v4/future'
import * as z from 'zod'
import { ValidationError } from '@/lib/core/errors'
import { toSync } from '@/lib/core/result'
import { parseTypedInches } from '@/lib/domain/typed-height'
import { parseTypedDuration, parseTypedMinutes, parseTypedNumber } from '@/lib/domain/typed-number'

const { coerceFormValue } = configureCoercion({
  stripEmptyString: (value) => (value.trim() === '' ? undefined : value),
  // What is no number stays text, so that the schema refuses it as such.
  type: {
    number: (text) => parseTypedNumber(text) ?? (text as unknown as number),
    boolean: (text) => BOOLEANS[text] ?? (text as unknown as boolean),
  },
  customize: (schema) => {
    const parse = schema instanceof z.ZodType && PARSERS[String(schema.meta()?.unit)]
    return parse ? readTyped(parse) : null
  },
})

/** What a ticked box sends, and one whose tick means no. */
const BOOLEANS: Record<string, boolean> = { on: true, true: true, false: false }

type Parser = (text: string) => number | null

/** How people type what is kept in a unit: `1:30`, `1 h 15 min`, `5'11"`. */
const PARSERS: Record<string, Parser> = {
  seconds: parseTypedDuration,
  minutes: parseTypedMinutes,
  inches: parseTypedInches,
}

const readTyped = (parse: Parser) => (value: unknown) => {
  if (typeof value !== 'string') return value
  return value.trim() === '' ? undefined : (parse(value) ?? value)
}

/** The same schema for values that arrive as text: comma or dot, `1:30`, empty means absent. */
export const formSchema = (schema: z.ZodType): z.ZodType => coerceFormValue(schema)

/**
 * A posted form as an object: `blocks[0].sets` becomes nested. React's own `$ACTION_*` fields
 * arrive only without JavaScript and are no part of it.
 * @throws ValidationError for a name that no field of ours has, such as `__proto__`
 */
export function readForm(formData: FormData): Record<string, unknown> {
  const skipEntry = (name: string) => name.startsWith('$ACTION')
  const [error, submission] = toSync(() => parseSubmission(formData, { skipEntry }))
  if (error !== null || submission === null)
    throw new ValidationError({ form: [{ key: 'unknownField' }] })
  return submission.payload
}

/**
 * What was typed, by field name, to be shown again after an error; passwords never. Several
 * choices under one name stand on a line each.
 */
export function typedValues(formData: FormData): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [name, value] of formData) {
    if (typeof value !== 'string' || /^\$ACTION|password/i.test(name)) continue
    values[name] = Object.hasOwn(values, name) ? `${values[name]}\n${value}` : value
  }
  return values
}
