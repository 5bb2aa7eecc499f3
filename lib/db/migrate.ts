import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'

const migrationsFolder = fileURLToPath(new URL('../../drizzle', import.meta.url))

/**
 * Brings the tables up to date. May be repeated, and two at once take turns: the lock belongs to
 * the one connection and ends with it, even if this process is killed.
 */
export async function migrateDatabase(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} })
  try {
    await sql`select pg_advisory_lock(hashtext('gym-tracker:migrate'))`
    await migrate(drizzle(sql), { migrationsFolder })
  } finally {
    await sql.end({ timeout: 2 })
  }
}

/** Lets the role of `appUrl` read and write every table, and change none of their definitions. */
export async function grantAppRights(urls: { ownerUrl: string; appUrl: string }): Promise<void> {
  const app = postgres(urls.appUrl, { max: 1, connect_timeout: 5, onnotice: () => {} })
  const [row] = await app<{ role: string }[]>`select current_user as role`.finally(() => app.end())
  if (!row) throw new Error('The database did not say who DATABASE_URL signs in as.')
  const owner = postgres(urls.ownerUrl, { max: 1, connect_timeout: 5, onnotice: () => {} })
  try {
    const role = owner(row.role)
    await owner`grant usage on schema public to ${role}`
    await owner`grant select, insert, update, delete on all tables in schema public to ${role}`
    await owner`grant usage, select on all sequences in schema public to ${role}`
  } finally {
    await owner.end({ timeout: 2 })
  }
}
