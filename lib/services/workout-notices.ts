import 'server-only'
import { AsyncResource } from 'node:async_hooks'
import type postgres from 'postgres'
import { to } from '@/lib/core/result'
import { openPool } from '@/lib/db/client'
import { readDatabaseAddress } from '@/lib/db/database-address'
import { databaseErrorCode } from '@/lib/db/database-errors'
import { getEnv } from '@/lib/env'
import { log } from './log'

/** Where a trigger tells, after the commit, of each workout whose revision rose: `<id> <revision>`. */
const CHANNEL = 'workouts'

interface Notices {
  watchers: Map<string, Set<() => void>>
  /** The one connection of this process that listens, from the first watcher on. */
  sql: postgres.Sql | null
}

// On globalThis, because each of Next's bundles has its own copy of this module.
const kept = globalThis as typeof globalThis & { gymTrackerNotices?: Notices }
kept.gymTrackerNotices ??= { watchers: new Map(), sql: null }
const notices: Notices = kept.gymTrackerNotices

/**
 * Calls `onNotice` when a workout may have changed: at each change of it by any server, and whenever
 * the connection is new, since what was told before that is lost. It reads what it needs itself.
 * @returns what ends it
 */
export function watchWorkout(sessionId: string, onNotice: () => void): () => void {
  // In the context of who watches, not of whoever happened to open the connection.
  const watcher = AsyncResource.bind(onNotice)
  const watchers = notices.watchers.get(sessionId) ?? new Set()
  notices.watchers.set(sessionId, watchers.add(watcher))
  listen()
  return () => {
    watchers.delete(watcher)
    if (watchers.size === 0 && notices.watchers.get(sessionId) === watchers)
      notices.watchers.delete(sessionId)
  }
}

/** Ends the connection; the next watcher opens another. */
export async function closeWorkoutNotices(): Promise<void> {
  const { sql } = notices
  notices.sql = null
  await sql?.end({ timeout: 2 })
}

/** A lost connection is opened again by the driver, for as long as it takes. */
function listen(): void {
  if (notices.sql) return
  const { DIRECT_DATABASE_URL, DATABASE_URL } = getEnv()
  const address = DIRECT_DATABASE_URL ?? DATABASE_URL
  if (!address || readDatabaseAddress(address).isPooled) return
  notices.sql = openPool(address, { size: 1 })
  const listening = notices.sql.listen(CHANNEL, (payload) => tell(payload), tellAll)
  void to(listening).then(([error]) => {
    if (error) log.error({ cause: databaseErrorCode(error) }, 'nobody tells of changed workouts')
  })
}

function tell(payload: string): void {
  const [sessionId = ''] = payload.split(' ')
  for (const watcher of notices.watchers.get(sessionId) ?? []) watcher()
}

function tellAll(): void {
  for (const watchers of notices.watchers.values()) for (const watcher of watchers) watcher()
}
