/** SQLSTATEs and socket errors that mean "no database", not "wrong statement". */
const UNAVAILABLE =
  /^(08...|57P0[123]|53...|55P03|57014|ECONN\w+|EPIPE|ENOTFOUND|CONNECT\w*|CONNECTION_\w+)$/
const RETRYABLE = /^(40001|40P01)$/

/** The code of a PostgreSQL error, which Drizzle wraps in `cause`. */
export function databaseErrorCode(error: unknown): string | null {
  for (let at = error; typeof at === 'object' && at !== null; at = Reflect.get(at, 'cause')) {
    const code: unknown = Reflect.get(at, 'code')
    if (typeof code === 'string') return code
  }
  return null
}

/** The unique constraint or index that a statement ran into, else null. */
export function violatedUnique(error: unknown): string | null {
  for (let at = error; typeof at === 'object' && at !== null; at = Reflect.get(at, 'cause')) {
    if (Reflect.get(at, 'code') === '23505') return String(Reflect.get(at, 'constraint_name'))
  }
  return null
}

export const isDatabaseUnavailable = (error: unknown): boolean =>
  UNAVAILABLE.test(databaseErrorCode(error) ?? '')

/** Two requests that did the same at once; whoever came second finds what the first one did. */
const RACED = ['operations_pkey', 'workout_sessions_one_in_progress']

/** A deadlock, a serialization failure or a race: the same transaction may pass on a second try. */
export const isRetryable = (error: unknown): boolean =>
  RETRYABLE.test(databaseErrorCode(error) ?? '') || RACED.includes(violatedUnique(error) ?? '')
