import { join, resolve } from 'node:path'
import { drizzle } from 'drizzle-orm/postgres-js'
import { type Database, openPool } from '@/lib/db/client'
import { type EmbeddedServer, startEmbeddedServer } from '@/lib/db/embedded-server'
import { grantAppRights, migrateDatabase } from '@/lib/db/migrate'
import { seedLibrary } from '@/lib/db/seed/seed-library'
import type { Environment } from '@/lib/env'
import { tell } from './command'

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

/** Tables, built-in library and, if wanted, the demo accounts, up to date. */
export async function prepareDatabase(
  env: Environment,
  { url, withDemo }: { url: string; withDemo: boolean },
): Promise<void> {
  const ownerUrl = env.MIGRATION_DATABASE_URL ?? url
  await migrateDatabase(ownerUrl)
  if (ownerUrl !== url) await grantAppRights({ ownerUrl, appUrl: url })
  tell('Tables are up to date')
  await withPool(ownerUrl, async (db) => {
    const { exercises, templates } = await seedLibrary(db)
    tell(`Library: ${exercises} exercises, ${templates} templates`)
    if (!withDemo) return
    const { seedDemo } = await import('@/lib/db/seed/seed-demo')
    await seedDemo(db, { now: new Date() })
    tell('Demo accounts are there')
  })
}

async function withPool(url: string, work: (db: Database) => Promise<void>): Promise<void> {
  const sql = openPool(url, 2)
  await work(drizzle(sql)).finally(() => sql.end({ timeout: 2 }))
}
