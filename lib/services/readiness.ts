import 'server-only'
import { sql } from 'drizzle-orm'
import * as z from 'zod'
import journal from '@/drizzle/meta/_journal.json'
import { getDatabase } from '@/lib/db/client'

const rowsSchema = z.array(z.object({ applied: z.coerce.number().nullable() }))

/** The newest migration of this build, by when it was made (milliseconds). */
const NEWEST_MIGRATION = Math.max(...journal.entries.map((entry) => entry.when))

/** Whether the database answers and its tables are those this build was written for. */
export async function isDatabaseReady(): Promise<boolean> {
  const rows = await getDatabase().execute(
    sql`select max(created_at) as applied from drizzle.__drizzle_migrations`,
  )
  const applied = rowsSchema.parse([...rows])[0]?.applied ?? 0
  return applied >= NEWEST_MIGRATION
}
