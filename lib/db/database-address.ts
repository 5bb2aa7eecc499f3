/** What providers append for other drivers; ours would send it on, and the server refuse it. */
const foreignParameters = [
  'channel_binding',
  'connection_limit',
  'pgbouncer',
  'pool_timeout',
  'schema',
  'supa',
]

/**
 * A DATABASE_URL as postgres.js takes it, and whether it leads through a pooler that gives each
 * transaction another connection (Neon's -pooler, Supabase's port 6543, `pgbouncer=true`): there,
 * prepared statements and settings of a connection do not hold.
 */
export function readDatabaseAddress(given: string): { url: string; isPooled: boolean } {
  const address = new URL(given)
  const isPooled =
    address.port === '6543' ||
    address.hostname.includes('-pooler.') ||
    address.searchParams.get('pgbouncer') === 'true'
  for (const name of foreignParameters) address.searchParams.delete(name)
  return { url: address.href, isPooled }
}
