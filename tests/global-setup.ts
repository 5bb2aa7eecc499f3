import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/postgres-js'
import type { TestProject } from 'vitest/node'
import { openPool } from '@/lib/db/client'
import { startEmbeddedServer } from '@/lib/db/embedded-server'
import { grantAppRights, migrateDatabase } from '@/lib/db/migrate'
import { seedLibrary } from '@/lib/db/seed/seed-library'
import { databaseUrl, runStatement } from './helpers/database-server'

declare module 'vitest' {
  interface ProvidedContext {
    testDatabaseServer: { url: string; template: string; failure: string }
  }
}

/**
 * One server for the whole run, with a migrated and seeded template each test file copies. If the
 * template cannot be made, the tests that want a database say why and the others still run.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await findOrStartServer()
  const made = process.env.TEST_TEMPLATE
  const template = made ?? newTemplateName()
  const failure = made ? '' : await makeTemplate(server.url, template).then(() => '', String)
  project.provide('testDatabaseServer', { url: server.url, template, failure })
  return async () => {
    if (!made) await runStatement(server.url, `drop database if exists ${template} with (force)`)
    await server.stop()
  }
}

export const newTemplateName = (): string => `gym_template_${randomBytes(4).toString('hex')}`

/** A migrated and seeded database, for the test files to copy. */
export async function makeTemplate(server: string, name: string): Promise<void> {
  await runStatement(server, `create database ${name}`)
  const url = databaseUrl(server, name)
  await migrateDatabase(url)
  // The tests act with the rights that the app has, and no more.
  const role = await grantAppRights({ ownerUrl: url, appUrl: url })
  if (!role) throw new Error('The tests need a database user that may make a role')
  process.env.DATABASE_ROLE = role
  const sql = openPool(url, { size: 1, asOwner: true })
  await seedLibrary(drizzle(sql)).finally(() => sql.end())
}

async function findOrStartServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL
  if (given) return { url: given, stop: async () => {} }
  const home = await mkdtemp(join(tmpdir(), 'gym-tracker-test-'))
  await chmod(home, 0o711)
  const { url, stop } = await startEmbeddedServer({
    dataDir: join(home, 'postgres'),
    isDurable: false,
  })
  return {
    url,
    stop: async () => {
      await stop()
      await rm(home, { recursive: true, force: true })
    },
  }
}
