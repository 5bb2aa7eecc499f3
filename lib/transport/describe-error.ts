import { createTranslator } from 'next-intl'
import type * as z from 'zod'
import {
  AppError,
  type FieldMessage,
  RateLimitedError,
  UnavailableError,
  ValidationError,
} from '@/lib/core/errors'
import { newId } from '@/lib/core/id'
import type { PublicError } from '@/lib/core/result'
import { isDatabaseUnavailable } from '@/lib/db/database-errors'
import { MOST_WEIGHT, TOO_HEAVY } from '@/lib/domain/set-limits'
import { formatInches } from '@/lib/domain/typed-height'
import { formatDuration, formatHours } from '@/lib/domain/typed-number'
import { type ErrorMessageKey, type FieldMessageKey, messages } from '@/lib/i18n/messages'
import { log } from '@/lib/services/log'

const t = createTranslator({ locale: 'en', messages })

/** A sentence of the catalogue that mentions nothing. */
export const sentence = (key: ErrorMessageKey): string => t(`errors.${key}`)

/**
 * Puts a failure into words for the person. What is not an AppError becomes one generic sentence
 * with an id; the log has the same id and the cause.
 */
export function describeError(thrown: unknown): PublicError {
  const error = isDatabaseUnavailable(thrown) ? new UnavailableError() : thrown
  if (!(error instanceof AppError)) {
    const id = newId()
    log.error({ id, err: error }, 'unexpected failure')
    return { code: 'internal', key: 'internal', message: t('errors.internal', { id }), id }
  }
  const described: PublicError = {
    code: error.code,
    key: error.key,
    message: t(`errors.${error.key}`, error.values),
  }
  if (error instanceof ValidationError) described.fields = describeFields(error.fields)
  if (error instanceof RateLimitedError || error instanceof UnavailableError) {
    described.retryAfterSeconds = error.retryAfterSeconds
  }
  return described
}

function describeFields(fields: ValidationError['fields']): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(fields).map(([path, list]) => [
      path,
      list.map(({ key, values }) => t(`fields.${key}`, values)),
    ]),
  )
}

/** Turns Zod's issues into sentences by field path; `raw` tells a missing value from a wrong one. */
export function toValidationError(error: z.ZodError, raw: unknown): ValidationError {
  const fields = new Map<string, FieldMessage[]>()
  for (const issue of error.issues) {
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys : null
    const paths = unknown?.map((key) => [...issue.path, key]) ?? [issue.path]
    for (const path of paths.map(fieldPath))
      fields.set(path, [
        ...(fields.get(path) ?? []),
        describeWeight(issue, raw) ?? describeIssue(issue, valueAt(raw, issue.path)),
      ])
  }
  return new ValidationError(Object.fromEntries(fields))
}

function fieldPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((joined, part) => {
    if (typeof part === 'number') return `${joined}[${part}]`
    return joined ? `${joined}.${String(part)}` : String(part)
  }, '')
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, part) => (typeof at === 'object' && at !== null ? Reflect.get(at, part) : undefined),
    value,
  )
}

type Issue = z.core.$ZodIssue

/** A weight has one limit in the schema, that of pounds, and is told the limit of its own unit. */
function describeWeight(issue: Issue, raw: unknown): FieldMessage | null {
  if (issue.code !== 'too_big' || issue.maximum !== MOST_WEIGHT.lb) return null
  const unit = valueAt(raw, [...issue.path.slice(0, -1), 'weightUnit'])
  return TOO_HEAVY[unit === 'lb' ? 'lb' : 'kg']
}

/** Fields that people type in a way of their own, by the unit that their name ends with. */
const TYPED: Record<string, { format(limit: number): string; key: FieldMessageKey }> = {
  Seconds: { format: formatDuration, key: 'duration' },
  Inches: { format: formatInches, key: 'height' },
  Length: { format: formatHours, key: 'workoutLength' },
}

function describeIssue(issue: Issue, value: unknown): FieldMessage {
  const isMissing = value == null || (typeof value === 'string' && value.trim() === '')
  const [, ending = ''] = /(Seconds|Inches|Length)$/.exec(String(issue.path.at(-1))) ?? []
  const typed = TYPED[ending]
  const bound = (limit: number) => typed?.format(limit) ?? limit
  switch (issue.code) {
    case 'too_small':
      return describeBound(issue.origin, bound(Number(issue.minimum)), 'small')
    case 'too_big':
      return describeBound(issue.origin, bound(Number(issue.maximum)), 'big')
    case 'not_multiple_of':
      return { key: 'step', values: { limit: issue.divisor } }
    case 'invalid_format':
      if (isMissing) return { key: 'required' }
      return {
        key: issue.format === 'email' ? 'email' : issue.format === 'date' ? 'date' : 'invalid',
      }
    case 'invalid_value':
      return { key: isMissing ? 'required' : 'choice' }
    case 'invalid_type':
      if (isMissing) return { key: 'required' }
      if (typed && typeof value === 'string') return { key: typed.key }
      if (issue.expected === 'int') return { key: 'wholeNumber' }
      return { key: issue.expected === 'number' ? 'number' : 'invalid' }
    case 'unrecognized_keys':
      return { key: 'unknownField' }
    case 'custom':
      return customMessage(issue.params)
    default:
      return { key: 'invalid' }
  }
}

function describeBound(
  origin: string,
  limit: number | string,
  side: 'small' | 'big',
): FieldMessage {
  if (origin === 'string') {
    if (side === 'small' && limit === 1) return { key: 'required' }
    return { key: side === 'small' ? 'tooShort' : 'tooLong', values: { limit } }
  }
  if (origin === 'array') return { key: side === 'small' ? 'tooFew' : 'tooMany', values: { limit } }
  return { key: side === 'small' ? 'atLeast' : 'atMost', values: { limit } }
}

function customMessage(params: Record<string, unknown> | undefined): FieldMessage {
  const key = params?.key
  return { key: isFieldMessageKey(key) ? key : 'invalid' }
}

const isFieldMessageKey = (key: unknown): key is FieldMessageKey =>
  typeof key === 'string' && Object.hasOwn(messages.fields, key)
