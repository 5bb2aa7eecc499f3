import { once } from 'node:events'
import { createServer, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

/** What becomes of a request on its way; a function changes the text of the answer. */
type Way = 'through' | 'late' | 'silence' | 'failure' | ((text: string) => string)

/** Longer than the service worker waits for a workout. */
const LATE_MS = 3000

/** The server under test behind another address, where a request may be left without an answer. */
export async function startSlowProxy(target: string) {
  let decide: (path: string) => Way = () => 'through'
  const server = createServer(async (asked, answer) => {
    const way = decide(asked.url ?? '/')
    if (way === 'late') await sleep(LATE_MS)
    if (way === 'silence') return
    if (way === 'failure') {
      answer.writeHead(503, { 'content-type': 'text/html' }).end('<h1>Out of order</h1>')
      return
    }
    if (typeof way === 'function') {
      void change(new URL(asked.url ?? '/', target), way).then(({ type, text }) =>
        answer.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache' }).end(text),
      )
      return
    }
    const { url, method, headers } = asked
    const passed = request(new URL(url ?? '/', target), { method, headers }, (got) => {
      answer.writeHead(got.statusCode ?? 502, got.headers)
      got.pipe(answer)
    })
    passed.on('error', () => answer.destroy())
    answer.on('close', () => passed.destroy())
    asked.pipe(passed)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port')
  return {
    url: `http://localhost:${address.port}`,
    /** From now on this decides, by the path of a request. */
    route: (next: (path: string) => Way) => {
      decide = next
    },
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

async function change(address: URL, way: (text: string) => string) {
  const answer = await fetch(address)
  return { type: answer.headers.get('content-type') ?? '', text: way(await answer.text()) }
}
