import postgres from 'postgres'

let opened: postgres.Sql | undefined

/** The database of the server under test, for what no screen can do: one connection a worker. */
export function serverDatabase(): postgres.Sql {
  const url = process.env.E2E_DATABASE_URL
  if (!url) throw new Error('The server for the browser tests is not running')
  opened ??= postgres(url, { max: 1, onnotice: () => {} })
  return opened
}

/** Puts everything of a person's workout hours back. */
export async function letHoursPass(email: string, hours: number): Promise<void> {
  const sql = serverDatabase()
  const [user] = await sql`select id from users where email = ${email}`
  const back = `${hours} hours`
  await sql`update workout_sessions set started_at = started_at - ${back}::interval where user_id = ${user?.id}`
  await sql`update set_logs set performed_at = performed_at - ${back}::interval where user_id = ${user?.id}`
}
