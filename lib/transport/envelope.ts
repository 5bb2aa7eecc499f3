import 'server-only'
import type { ErrorCode } from '@/lib/core/errors'
import type { PublicError } from '@/lib/core/result'
import type { ErrorMessageKey } from '@/lib/i18n/messages'
import { describeError, sentence } from './describe-error'

/** Where a list goes on. */
export interface Pagination {
  limit: number
  total?: number
  nextCursor?: string
  page?: number
  totalPages?: number
}

export const STATUS = {
  validation: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
} as const satisfies Record<ErrorCode, number>

/** Sentences that clients of the API rely on, where the screens say more. */
const SENTENCES: Partial<Record<string, ErrorMessageKey>> = {
  validation: 'requestInvalid',
  internal: 'requestFailed',
  rateLimited: 'tooManyRequests',
}

/** What fails otherwise than its kind says: a finished workout is bad input, not a conflict. */
type CodeOverrides = Partial<Record<ErrorMessageKey, ErrorCode>>
const CODES: CodeOverrides = { sessionCompleted: 'validation' }

/** An answer that worked: `{ success: true, data, pagination?, timestamp }`. */
export function succeed(
  answer: { data: unknown; pagination?: Pagination | undefined },
  status = 200,
): Response {
  const body = { success: true, ...answer, timestamp: new Date().toISOString() }
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } })
}

/** A failure in the envelope: words and a code, never a stack, a statement or a person. */
export function fail(
  thrown: unknown,
  about: { codes?: CodeOverrides | undefined; invalid?: ErrorMessageKey | undefined } = {},
): Response {
  const error = describeError(thrown)
  const codes: Partial<Record<string, ErrorCode>> = { ...CODES, ...about.codes }
  const code = codes[error.key] ?? error.code
  const key = error.key === 'validation' && about.invalid ? about.invalid : SENTENCES[error.key]
  const message = key ? sentence(key) : error.message
  const timestamp = new Date().toISOString()
  const headers = new Headers({ 'cache-control': 'no-store' })
  if (error.retryAfterSeconds) headers.set('retry-after', String(error.retryAfterSeconds))
  return Response.json(
    { success: false, error: { code, message, details: detailsOf(error), timestamp } },
    { status: STATUS[code], headers },
  )
}

function detailsOf({ fields, id }: PublicError): Record<string, unknown> | null {
  if (id) return { id }
  if (!fields) return null
  const named = Object.entries(fields).map(([path, sentences]) => [path || 'body', sentences])
  return { validationErrors: Object.fromEntries(named) }
}
