import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { readDatabaseAddress } from './database-address'

const oldestVersion = 15
const migrationsFolder = fileURLToPath(new URL('../../drizzle', import.meta.url))

/**
 * Brings the tables up to date. May be repeated, and two at once take turns: the lock belongs to
 * an open transaction, so it holds behind a pooler too and ends with a killed process.
 * @throws Error in words when the server is too old
 */
export async function migrateDatabase(url: string): Promise<void> {
  const lock = connect(url)
  const work = connect(url)
  try {
    await lock.begin(async (holder) => {
      await holder`set local idle_in_transaction_session_timeout = 0`
      await holder`select pg_advisory_xact_lock(hashtext('gym-tracker:migrate'))`
      await refuseOldServer(work)
      await migrate(drizzle(work), { migrationsFolder })
    })
  } finally {
    await Promise.all([lock.end({ timeout: 2 }), work.end({ timeout: 2 })])
  }
}

async function refuseOldServer(sql: postgres.Sql): Promise<void> {
  const [row] = await sql<{ version: string }[]>`
    select current_setting('server_version') as version`
  const version = row?.version ?? 'unknown'
  if (Number.parseInt(version, 10) < oldestVersion) {
    throw new Error(
      `The database is PostgreSQL ${version}; Gym Tracker needs ${oldestVersion} or newer.`,
    )
  }
}

function connect(given: string): postgres.Sql {
  const { url, isPooled } = readDatabaseAddress(given)
  return postgres(url, { max: 1, connect_timeout: 5, prepare: !isPooled, onnotice: () => {} })
}

/**
 * Lets the role of `appUrl` read and write rows and change no table. The audit trail it may only
 * append to; the list of migrations it may only read, to know whether it is ready.
 */
export async function grantAppRights(urls: { ownerUrl: string; appUrl: string }): Promise<void> {
  const app = connect(urls.appUrl)
  const [row] = await app<{ role: string }[]>`select current_user as role`.finally(() => app.end())
  if (!row) throw new Error('The database did not say who DATABASE_URL signs in as.')
  const owner = connect(urls.ownerUrl)
  try {
    await owner.begin(async (tx) => {
      const role = tx(row.role)
      await tx`grant usage on schema public, drizzle to ${role}`
      await tx`grant select, insert, update, delete on all tables in schema public to ${role}`
      await tx`revoke update, delete on audit_log from ${role}`
      await tx`grant usage, select on all sequences in schema public to ${role}`
      await tx`grant select on drizzle.__drizzle_migrations to ${role}`
    })
  } finally {
    await owner.end({ timeout: 2 })
  }
}
