import type { ErrorMessageKey, FieldMessageKey } from '@/lib/i18n/messages'

export type ErrorCode =
  | 'validation'
  | 'unauthorized'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'too_large'
  | 'rate_limited'
  | 'internal'
  | 'unavailable'

export type MessageValues = Record<string, string | number>

/** A sentence of the catalogue that a field shows, with what it mentions. */
export interface FieldMessage {
  key: FieldMessageKey
  values?: MessageValues
}

/**
 * A failure that has a sentence for the person it happened to. `key` names the sentence in the
 * catalogue (`errors.<key>`); the transport puts it into words.
 */
export abstract class AppError extends Error {
  abstract readonly code: ErrorCode

  constructor(
    readonly key: ErrorMessageKey,
    readonly values: MessageValues = {},
  ) {
    super(key)
    this.name = new.target.name
  }
}

export class ValidationError extends AppError {
  readonly code = 'validation'

  /** @param fields sentences by field path (`email`, `sets[0].reps`) */
  constructor(
    readonly fields: Record<string, readonly FieldMessage[]> = {},
    key: ErrorMessageKey = 'validation',
  ) {
    super(key)
  }
}

export class NotFoundError extends AppError {
  readonly code = 'not_found'
  constructor(key: ErrorMessageKey = 'notFound') {
    super(key)
  }
}

export class UnauthorizedError extends AppError {
  readonly code = 'unauthorized'
  constructor(key: ErrorMessageKey = 'unauthorized') {
    super(key)
  }
}

export class ForbiddenError extends AppError {
  readonly code = 'forbidden'
  constructor(key: ErrorMessageKey = 'forbidden', values?: MessageValues) {
    super(key, values)
  }
}

export class ConflictError extends AppError {
  readonly code = 'conflict'
}

/** A body of more than 1 MB. */
export class TooLargeError extends AppError {
  readonly code = 'too_large'
  constructor() {
    super('tooLarge')
  }
}

export class RateLimitedError extends AppError {
  readonly code = 'rate_limited'
  constructor(readonly retryAfterSeconds: number) {
    super('rateLimited', { minutes: Math.max(1, Math.ceil(retryAfterSeconds / 60)) })
  }
}

export class UnavailableError extends AppError {
  readonly code = 'unavailable'
  readonly retryAfterSeconds = 5
  constructor() {
    super('unavailable')
  }
}
