import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createClient } from '@redis/client'
import { findFreePort } from '@/lib/db/embedded-server'

export interface RedisServer {
  url: string
  empty(): Promise<void>
  stop(): Promise<void>
}

/** The program of that name on this machine; null where there is none. */
export const findRedisServer = (): string | null =>
  spawnSync('redis-server', ['--version']).status === 0 ? 'redis-server' : null

/** A Redis of its own that keeps nothing. */
export async function startRedis(program: string): Promise<RedisServer> {
  const port = await findFreePort()
  const options = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
  ]
  const server = spawn(program, options, { stdio: 'ignore' })
  const url = `redis://127.0.0.1:${port}`
  const client = createClient({ url })
  client.on('error', () => {})
  await client.connect()
  return {
    url,
    empty: async () => void (await client.flushAll()),
    stop: async () => {
      await client.close()
      const ended = once(server, 'exit')
      server.kill()
      await ended
    },
  }
}
