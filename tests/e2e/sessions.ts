import { serverDatabase } from './server-database'

/** Makes every session of an account older than what asks for a fresh one allows. */
export async function signedInLongAgo(email: string): Promise<void> {
  await serverDatabase()`update auth_sessions set created_at = now() - interval '2 hours'
    where user_id = (select id from users where email = ${email})`
}
