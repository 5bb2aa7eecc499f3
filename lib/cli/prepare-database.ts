import { join, resolve } from 'node:path'
import { drizzle } from 'drizzle-orm/postgres-js'
import { type Database, openPool } from '@/lib/db/client'
import { databaseErrorCode, isDatabaseUnavailable } from '@/lib/db/database-errors'
import { type EmbeddedServer, startEmbeddedServer } from '@/lib/db/embedded-server'
import { grantAppRights, migrateDatabase } from '@/lib/db/migrate'
import { seedLibrary } from '@/lib/db/seed/seed-library'
import type { Environment } from '@/lib/env'
import { tell } from './command'

const OWNER_WARNING =
  'The app runs with the rights of the owner of its tables; MIGRATION_DATABASE_URL keeps them apart'

type DatabaseServer = Pick<EmbeddedServer, 'url' | 'stop'>

/** The server of DATABASE_URL, which is not ours to stop, or the embedded one on DATA_DIR. */
export async function openDatabaseServer(
  env: Environment,
  { isDurable = true }: { isDurable?: boolean } = {},
): Promise<DatabaseServer> {
  if (env.DATABASE_URL) return { url: env.DATABASE_URL, stop: async () => {} }
  const server = await startEmbeddedServer({
    dataDir: resolve(join(env.DATA_DIR, 'postgres')),
    isDurable,
  })
  tell(`PostgreSQL ${server.wasRunning ? 'found running' : 'started'} on ${env.DATA_DIR}`)
  return server
}

/**
 * Tables, built-in library and, if wanted, the demo accounts, up to date.
 * @returns the role that the app's connections take, if not that of their user
 * @throws Error in words when the database cannot be reached
 */
export async function prepareDatabase(
  env: Environment,
  { url, withDemo }: { url: string; withDemo: boolean },
): Promise<string | null> {
  const ownerUrl = (env.DATABASE_URL && env.MIGRATION_DATABASE_URL) || url
  let role: string | null
  try {
    await migrateDatabase(ownerUrl)
    role = await grantAppRights({ ownerUrl, appUrl: url, role: env.DATABASE_ROLE })
  } catch (error) {
    throw inWords(error, new URL(ownerUrl))
  }
  tell('Tables are up to date')
  if (ownerUrl === url && !role) tell(OWNER_WARNING)
  await withPool(ownerUrl, async (db) => {
    const { exercises, templates } = await seedLibrary(db)
    tell(`Library: ${exercises} exercises, ${templates} templates`)
    if (!withDemo) return
    const { seedDemo } = await import('@/lib/db/seed/seed-demo')
    await seedDemo(db, { now: new Date() })
    tell('Demo accounts are there')
  })
  return role
}

/** No password, and no address beyond what somebody needs to find the mistake. */
function inWords(error: unknown, { host, pathname, username }: URL): unknown {
  const code = databaseErrorCode(error)
  if (code === '28P01' || code === '28000') {
    return new Error(`The database at ${host} refused the user ${username} or the password.`)
  }
  if (code === '3D000') {
    return new Error(`There is no database ${pathname.slice(1)} at ${host}; make it first.`)
  }
  if (!isDatabaseUnavailable(error)) return error
  return new Error(
    `The database at ${host} cannot be reached (${code}). Is it running, and is its address right?`,
  )
}

async function withPool(url: string, work: (db: Database) => Promise<void>): Promise<void> {
  const sql = openPool(url, { size: 2, asOwner: true })
  await work(drizzle(sql)).finally(() => sql.end({ timeout: 2 }))
}
