import pino, { type Logger } from 'pino'
import { databaseErrorCode } from '@/lib/db/database-errors'
import { getEnv } from '@/lib/env'

let logger: Logger | undefined

/** Opened at first use, so that a wrong setting is told by the start and not by an import. */
function open(): Logger {
  logger ??= pino({
    level: getEnv().LOG_LEVEL,
    base: null,
    serializers: { err: describeFailure },
  })
  return logger
}

/** Structured log on stdout, one JSON line an event; ids only, never secrets or people's words. */
export const log = {
  info: (about: Record<string, unknown>, message: string): void => open().info(about, message),
  /** @param about an error under `err` is told without what it says of people */
  error: (about: Record<string, unknown>, message: string): void => open().error(about, message),
}

/** A failed statement repeats its parameters in its message, and a mail server the address. */
export function describeFailure(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error }
  const query: unknown = Reflect.get(error, 'query')
  const isOfDatabase = typeof query === 'string' || error.name === 'PostgresError'
  return {
    type: error.name,
    ...(isOfDatabase ? { query } : { message: error.message.replace(/\S+@\S+/g, '…@…') }),
    code: databaseErrorCode(error) ?? undefined,
    stack: error.stack?.match(/^\s+at .*$/gm)?.map((line) => line.trim()),
  }
}
