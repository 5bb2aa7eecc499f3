import postgres from 'postgres'

let opened: postgres.Sql | undefined

/** The database of the server under test, for what no screen can do: one connection a worker. */
export function serverDatabase(): postgres.Sql {
  const url = process.env.E2E_DATABASE_URL
  if (!url) throw new Error('The server for the browser tests is not running')
  opened ??= postgres(url, { max: 1, onnotice: () => {} })
  return opened
}
