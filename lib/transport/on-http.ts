import 'server-only'
import { subscribe } from 'node:diagnostics_channel'
import { IncomingMessage, ServerResponse } from 'node:http'

/** Calls back for every request of this process, before Next sees it or once it is answered. */
export function onHttp(
  moment: 'request.start' | 'response.finish',
  tell: (request: IncomingMessage, response: ServerResponse) => void,
): void {
  subscribe(`http.server.${moment}`, (message) => {
    const [request, response] = [partOf(message, 'request'), partOf(message, 'response')]
    if (request instanceof IncomingMessage && response instanceof ServerResponse)
      tell(request, response)
  })
}

const partOf = (message: unknown, name: string): unknown =>
  typeof message === 'object' && message !== null ? Reflect.get(message, name) : undefined
