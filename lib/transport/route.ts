import 'server-only'
import { UnavailableError } from '@/lib/core/errors'
import { to } from '@/lib/core/result'
import { describeError } from './describe-error'

/** An answer that worked: `{ success: true, data, timestamp }`. */
function succeed(data: unknown): Response {
  return Response.json(
    { success: true, data, timestamp: new Date().toISOString() },
    { headers: { 'cache-control': 'no-store' } },
  )
}

/** 503 in the same envelope, with when to ask again. */
function answerUnavailable(): Response {
  const { code, message, retryAfterSeconds = 5 } = describeError(new UnavailableError())
  const timestamp = new Date().toISOString()
  return Response.json(
    { success: false, error: { code: code.toUpperCase(), message, details: null, timestamp } },
    {
      status: 503,
      headers: { 'cache-control': 'no-store', 'retry-after': String(retryAfterSeconds) },
    },
  )
}

/**
 * A route for machines that watch the server; without sign-in, and it tells nothing else.
 * `status` names what is well; `check` says whether it is, and a failure of it means that it is not.
 */
export function probe(status: string, check: () => Promise<boolean> = async () => true) {
  return async (): Promise<Response> => {
    const [error, isWell] = await to(check())
    return error === null && isWell ? succeed({ status }) : answerUnavailable()
  }
}
