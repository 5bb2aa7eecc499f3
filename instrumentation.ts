import type { Instrumentation } from 'next'
import { log } from '@/lib/services/log'
import { logRequests } from '@/lib/transport/request-log'
import { overwriteForwardedAddress } from '@/lib/transport/socket-address'

/** Runs once in a server process, before its first request. */
export function register(): void {
  overwriteForwardedAddress()
  logRequests()
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
