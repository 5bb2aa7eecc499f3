import 'server-only'
import type { Logger } from 'drizzle-orm'
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { countQuery, requestTraces } from '@/lib/core/request-trace'
import { getEnv } from '@/lib/env'
import { readDatabaseAddress } from './database-address'

export type Database = PostgresJsDatabase
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]

/**
 * A connection pool that gives up on a silent database instead of hanging. Its connections take the
 * rights of DATABASE_ROLE where there is one, unless `asOwner`.
 */
export function openPool(
  given: string,
  { size, asOwner = false }: { size: number; asOwner?: boolean },
): postgres.Sql {
  const { url, isPooled } = readDatabaseAddress(given)
  const { DATABASE_ROLE: role } = getEnv()
  return postgres(url, {
    max: size,
    connect_timeout: 5,
    idle_timeout: 60,
    onnotice: () => {},
    prepare: !isPooled,
    ...(isPooled ? {} : { connection: { ...limits, ...(role && !asOwner ? { role } : {}) } }),
  })
}

/** In milliseconds. */
const limits = {
  statement_timeout: 5000,
  lock_timeout: 4000,
  idle_in_transaction_session_timeout: 10_000,
}

/** Counts every statement for its request's line in the log, and prints it where that is asked. */
const queryLog = (isPrinted: boolean): Logger => ({
  logQuery(query) {
    countQuery()
    if (isPrinted) console.log(JSON.stringify({ query, request: requestTraces.getStore()?.id }))
  },
})

// Kept on globalThis so that hot reload in development does not open a pool a save.
const kept = globalThis as typeof globalThis & {
  gymTrackerDatabase?: { sql: postgres.Sql; db: Database }
}

/** The one pool of this process, opened at first use: building the app needs no database. */
export function getDatabase(): Database {
  kept.gymTrackerDatabase ??= open()
  return kept.gymTrackerDatabase.db
}

function open() {
  const env = getEnv()
  if (!env.DATABASE_URL) throw new Error('DATABASE_URL is not set; start the app with npm start')
  const sql = openPool(env.DATABASE_URL, { size: env.DATABASE_POOL_SIZE })
  return { sql, db: drizzle(sql, { logger: queryLog(env.LOG_QUERIES) }) }
}

export async function closeDatabase(): Promise<void> {
  const open = kept.gymTrackerDatabase
  delete kept.gymTrackerDatabase
  await open?.sql.end({ timeout: 2 })
}
