import type { Instrumentation } from 'next'
import { log } from '@/lib/services/log'
import { endStreams } from '@/lib/transport/open-streams'
import { logRequests } from '@/lib/transport/request-log'
import { protectAnswers } from '@/lib/transport/security-headers'
import { overwriteForwardedAddress } from '@/lib/transport/socket-address'

/** Runs once in a server process, before its first request. */
export function register(): void {
  overwriteForwardedAddress()
  protectAnswers()
  logRequests()
  // An open stream would keep Next waiting for its end.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, endStreams)
}

/** What nobody caught. The route's pattern only: a path has ids and, in mailed links, tokens. */
export const onRequestError: Instrumentation.onRequestError = (error, request, context) => {
  const digest = error instanceof Error ? Reflect.get(error, 'digest') : undefined
  const { routePath, routeType } = context
  log.error(
    { digest, method: request.method, routePath, routeType, err: error },
    'a request failed',
  )
}
