import { join } from 'node:path'
import postgres from 'postgres'
import { startEmbeddedServer } from '@/lib/db/embedded-server'

/** Makes every session of an account older than what asks for a fresh one allows. */
export async function signedInLongAgo(email: string): Promise<void> {
  const server = await startEmbeddedServer({
    dataDir: join(process.env.E2E_DATA_DIR ?? '', 'demo', 'postgres'),
    isDurable: false,
  })
  const sql = postgres(server.url, { max: 1, onnotice: () => {} })
  await sql`update auth_sessions set created_at = now() - interval '2 hours'
    where user_id = (select id from users where email = ${email})`
  await sql.end()
  await server.stop()
}
