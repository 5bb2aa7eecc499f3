import { randomBytes } from 'node:crypto'
import { drizzle } from 'drizzle-orm/postgres-js'
import { inject } from 'vitest'
import { closeDatabase, type Database, getDatabase, openPool } from '@/lib/db/client'
import { rereadEnv } from '@/lib/env'
import { databaseUrl, runStatement } from './database-server'

export interface TestDatabase {
  /** As the app: it reads and writes rows. */
  db: Database
  /** As the owner of the tables, for what the app may not. */
  owner: Database
  url: string
  drop(): Promise<void>
}

/**
 * A migrated database with the library, for one test file alone. Until `drop`, `getDatabase()`
 * answers with it too; one at a time in a file.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = inject('testDatabaseServer')
  if (server.failure) throw new Error(`No database for tests: ${server.failure}`)
  const name = `gym_test_${randomBytes(6).toString('hex')}`
  await runStatement(
    server.url,
    `create database ${name} template ${server.template} strategy file_copy`,
  )
  const url = databaseUrl(server.url, name)
  await closeDatabase()
  process.env.DATABASE_URL = url
  process.env.APP_SECRET ??= randomBytes(36).toString('base64url')
  rereadEnv()
  const owner = openPool(url, { size: 1, asOwner: true })
  return {
    db: getDatabase(),
    owner: drizzle(owner),
    url,
    drop: async () => {
      await owner.end()
      await closeDatabase()
      await runStatement(server.url, `drop database ${name} with (force)`)
    },
  }
}
