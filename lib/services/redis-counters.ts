import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { createClient } from '@redis/client'
import type { Counters } from './counters'

const TIMEOUT_MS = 2000
const PREFIX = 'gym-tracker:limit:'

const open = (url: string) => {
  const client = createClient({
    url,
    commandOptions: { timeout: TIMEOUT_MS },
    socket: { connectTimeout: TIMEOUT_MS },
  })
  // A call that finds it away says so.
  client.on('error', () => {})
  // It goes on trying by itself; only the first time is waited for.
  const firstTry = Promise.race([client.connect(), sleep(TIMEOUT_MS)]).then(
    () => undefined,
    () => undefined,
  )
  return { url, client, firstTry }
}

// On globalThis, because each of Next's bundles has its own copy of this module.
const kept = globalThis as typeof globalThis & { gymTrackerRedis?: ReturnType<typeof open> }

/** Counts in Redis: a key appears with its window and is gone with it. */
export function redisCounters(url: string): Counters {
  if (kept.gymTrackerRedis?.url !== url) kept.gymTrackerRedis = open(url)
  const { client, firstTry } = kept.gymTrackerRedis
  const ready = async () => {
    await firstTry
    // A call would wait for it to come back.
    if (!client.isReady) throw new Error('Redis is away')
  }
  return {
    increment: async (key, windowSeconds) => {
      await ready()
      const [, count, secondsLeft] = await client
        .multi()
        .set(PREFIX + key, 0, { condition: 'NX', expiration: { type: 'EX', value: windowSeconds } })
        .incr(PREFIX + key)
        .ttl(PREFIX + key)
        .exec()
      return { count: Number(count), secondsLeft: Math.max(1, Number(secondsLeft)) }
    },
    clear: async (key) => {
      await ready()
      await client.del(PREFIX + key)
    },
  }
}

/** Ends the connection, for tests. */
export async function closeRedis(): Promise<void> {
  const { gymTrackerRedis: open } = kept
  delete kept.gymTrackerRedis
  if (open?.client.isOpen) await open.client.close()
}
