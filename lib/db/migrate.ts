import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { readDatabaseAddress } from './database-address'
import { databaseErrorCode } from './database-errors'

const oldestVersion = 15
const INSUFFICIENT_PRIVILEGE = '42501'
/** A role of that name; the second code is of two that make it at once. */
const IS_THERE = ['42710', '23505']
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

/** Who the app is in the database where it has no user of its own there. */
const APP_ROLE = 'gym_tracker_app'

/**
 * Lets the app read and write rows and change no table. The audit trail it may only append to; the
 * list of migrations it may only read, to know whether it is ready. May be repeated.
 * @returns the role that the app's connections take, null where DATABASE_URL is a user apart from
 * the owner, or where one cannot be made: then the app has the owner's rights
 */
export async function grantAppRights(given: {
  ownerUrl: string
  appUrl: string
  role?: string | undefined
}): Promise<string | null> {
  const { ownerUrl, appUrl, role = APP_ROLE } = given
  if (ownerUrl !== appUrl) {
    await grantTo(await userOf(appUrl), ownerUrl)
    return null
  }
  if (readDatabaseAddress(ownerUrl).isPooled || !(await canTake(role, ownerUrl))) return null
  await grantTo(role, ownerUrl)
  return role
}

async function userOf(url: string): Promise<string> {
  const sql = connect(url)
  const [row] = await sql<{ name: string }[]>`select current_user as name`.finally(() => sql.end())
  if (!row) throw new Error('The database did not say who DATABASE_URL signs in as.')
  return row.name
}

/** Whether the owner's connections may be that role, which is made if there is none. */
async function canTake(name: string, ownerUrl: string): Promise<boolean> {
  const owner = connect(ownerUrl)
  try {
    await owner`create role ${owner(name)} nologin`.catch((error) => {
      if (!IS_THERE.includes(databaseErrorCode(error) ?? '')) throw error
    })
    await owner.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(hashtext('gym-tracker:grant'))`
      const [row] = await tx`select pg_has_role(${name}, 'member') as "isMember"`
      if (!row?.isMember) await tx`grant ${tx(name)} to current_user`
      await tx`set local role ${tx(name)}`
    })
    return true
  } catch (error) {
    if (databaseErrorCode(error) === INSUFFICIENT_PRIVILEGE) return false
    throw error
  } finally {
    await owner.end({ timeout: 2 })
  }
}

async function grantTo(name: string, ownerUrl: string): Promise<void> {
  const owner = connect(ownerUrl)
  try {
    await owner.begin(async (tx) => {
      // Two at once would change the same rows of the catalogue.
      await tx`select pg_advisory_xact_lock(hashtext('gym-tracker:grant'))`
      const role = tx(name)
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
