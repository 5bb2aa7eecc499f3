import 'server-only'
import { getEnv } from '@/lib/env'
import { onHttp } from './on-http'

/**
 * Puts the socket's address over whatever `x-forwarded-for` a client sent, before anything reads
 * it. With trusted proxies in front the header is theirs and stays.
 */
export function overwriteForwardedAddress(): void {
  if (getEnv().TRUSTED_PROXY_HOPS > 0) return
  onHttp('request.start', (request) => {
    request.headers['x-forwarded-for'] = request.socket.remoteAddress ?? ''
  })
}
