import 'server-only'
import type { IncomingMessage } from 'node:http'
import { newId } from '@/lib/core/id'
import { requestTraces } from '@/lib/core/request-trace'
import { log } from '@/lib/services/log'
import { onHttp } from './on-http'

const IDS = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** The path without its ids and its query, which may hold a token of a mailed link. */
export const routeOf = (url: string): string => (url.split('?')[0] ?? '').replaceAll(IDS, '[id]')

/**
 * Logs one line for each request that is answered, and lets the answer say that line's id in
 * `X-Request-Id`; the files of the build are left out.
 */
export function logRequests(): void {
  const traces = new WeakMap<IncomingMessage, ReturnType<typeof requestTraces.getStore>>()
  onHttp('request.start', (request, response) => {
    if (request.url?.startsWith('/_next/')) return
    const trace = { id: newId(), startedAt: performance.now(), queries: 0, actorId: null }
    traces.set(request, trace)
    requestTraces.enterWith(trace)
    response.setHeader('X-Request-Id', trace.id)
  })
  onHttp('response.finish', (request, response) => {
    const trace = traces.get(request)
    if (!trace) return
    const { startedAt, ...about } = trace
    log.info(
      {
        ...about,
        method: request.method,
        route: routeOf(request.url ?? ''),
        status: response.statusCode,
        ms: Math.round(performance.now() - startedAt),
      },
      'request',
    )
  })
}
