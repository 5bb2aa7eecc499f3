import 'server-only'
import { subscribe } from 'node:diagnostics_channel'
import { IncomingMessage } from 'node:http'
import { getEnv } from '@/lib/env'

/**
 * Puts the socket's address over whatever `x-forwarded-for` a client sent, before anything reads
 * it. With trusted proxies in front the header is theirs and stays.
 */
export function overwriteForwardedAddress(): void {
  if (getEnv().TRUSTED_PROXY_HOPS > 0) return
  subscribe('http.server.request.start', (started) => {
    const request = typeof started === 'object' && started && Reflect.get(started, 'request')
    if (!(request instanceof IncomingMessage)) return
    request.headers['x-forwarded-for'] = request.socket.remoteAddress ?? ''
  })
}
