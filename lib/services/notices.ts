import 'server-only'
import { AsyncResource } from 'node:async_hooks'
import { sql } from 'drizzle-orm'
import type postgres from 'postgres'
import { to } from '@/lib/core/result'
import { type Database, openPool, type Transaction } from '@/lib/db/client'
import { readDatabaseAddress } from '@/lib/db/database-address'
import { databaseErrorCode } from '@/lib/db/database-errors'
import { getEnv } from '@/lib/env'
import { log } from './log'

/**
 * `workouts`: a trigger tells of each workout whose revision rose, `<id> <revision>`. `people`:
 * whoever ends a session, a key or an account tells whose, `<user id>`. Both after the commit.
 */
const CHANNELS = ['workouts', 'people'] as const
type Channel = (typeof CHANNELS)[number]

interface Notices {
  /** By channel and id. */
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
export const watchWorkout = (sessionId: string, onNotice: () => void): (() => void) =>
  watch('workouts', sessionId, onNotice)

/** The same for what somebody may: called when a session or a key of theirs may have ended. */
export const watchPerson = (userId: string, onNotice: () => void): (() => void) =>
  watch('people', userId, onNotice)

/**
 * Tells every server, after the commit, that a session, a key or the account of somebody ended, so
 * that their open streams ask again at once. Telling it twice does no harm.
 */
export async function tellOfPerson(tx: Transaction | Database, userId: string): Promise<void> {
  await tx.execute(sql`select pg_notify('people', ${userId}::text)`)
}

function watch(channel: Channel, id: string, onNotice: () => void): () => void {
  // In the context of who watches, not of whoever happened to open the connection.
  const watcher = AsyncResource.bind(onNotice)
  const key = `${channel} ${id}`
  const watchers = notices.watchers.get(key) ?? new Set()
  notices.watchers.set(key, watchers.add(watcher))
  listen()
  return () => {
    watchers.delete(watcher)
    if (watchers.size === 0 && notices.watchers.get(key) === watchers) notices.watchers.delete(key)
  }
}

/** Ends the connection; the next watcher opens another. */
export async function closeNotices(): Promise<void> {
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
  const sql = openPool(address, { size: 1 })
  notices.sql = sql
  for (const channel of CHANNELS) {
    const listening = sql.listen(channel, (payload) => tell(channel, payload), tellAll)
    void to(listening).then(([error]) => {
      if (error) log.error({ channel, cause: databaseErrorCode(error) }, 'nobody tells of changes')
    })
  }
}

function tell(channel: Channel, payload: string): void {
  const [id = ''] = payload.split(' ')
  for (const watcher of notices.watchers.get(`${channel} ${id}`) ?? []) watcher()
}

function tellAll(): void {
  for (const watchers of notices.watchers.values()) for (const watcher of watchers) watcher()
}
