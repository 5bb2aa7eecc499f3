import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterEach, expect, it, vi } from 'vitest'
import { rereadEnv } from '@/lib/env'
import { overwriteForwardedAddress } from './socket-address'

afterEach(() => {
  vi.unstubAllEnvs()
  rereadEnv()
})

/** The header as a handler sees it that a client sent with an address of its choice. */
async function forwardedFor(): Promise<string> {
  const server = createServer((request, response) => {
    response.end(String(request.headers['x-forwarded-for']))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const answer = await fetch(`http://127.0.0.1:${port}`, {
    headers: { 'x-forwarded-for': '203.0.113.7' },
  })
  server.close()
  return answer.text()
}

it('believes nobody but the socket, unless a proxy is trusted', async () => {
  vi.stubEnv('TRUSTED_PROXY_HOPS', '1')
  rereadEnv()
  overwriteForwardedAddress()
  expect(await forwardedFor()).toBe('203.0.113.7')
  vi.stubEnv('TRUSTED_PROXY_HOPS', '0')
  rereadEnv()
  overwriteForwardedAddress()
  expect(await forwardedFor()).toBe('127.0.0.1')
})
