import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'

export const budgetFile = fileURLToPath(new URL('workout-javascript.json', import.meta.url))

const budgetSchema = z.strictObject({ measuredKb: z.number(), budgetKb: z.number() })

/** What `/workout/[id]` loaded when it was last measured and what it may, in kB of 1000 bytes gzip. */
export const readBudget = async () =>
  budgetSchema.parse(JSON.parse(await readFile(budgetFile, 'utf8')))
