import type { ErrorCode } from './errors'

/** What a person may learn about a failure; plain data, safe to send to a browser. */
export interface PublicError {
  code: ErrorCode
  /** Which sentence of the catalogue it is, for code that must tell failures apart. */
  key: string
  /** One sentence in the reader's language. */
  message: string
  /** Sentences by field path, e.g. `sets[0].reps`. */
  fields?: Record<string, readonly string[]>
  /** What was typed, by field path, so that a form can show it again; never passwords. */
  values?: Record<string, string>
  /** Reference of an unexpected failure; the log has the same one. */
  id?: string
  /** Seconds to wait before another try is worth it. */
  retryAfterSeconds?: number
}

export type Result<T> = readonly [error: null, data: T] | readonly [error: PublicError, data: null]

/** Turns a promise into a tuple; the error is whatever was thrown. */
export async function to<T>(
  promise: Promise<T>,
): Promise<[error: unknown, data: null] | [error: null, data: T]> {
  try {
    return [null, await promise]
  } catch (error) {
    return [error ?? new Error('Rejected with nothing'), null]
  }
}

/** Turns a call into a tuple; the error is whatever was thrown. */
export function toSync<T>(call: () => T): [error: unknown, data: null] | [error: null, data: T] {
  try {
    return [null, call()]
  } catch (error) {
    return [error ?? new Error('Threw nothing'), null]
  }
}
