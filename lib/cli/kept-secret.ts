import { createHash, randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Environment } from '@/lib/env'

/**
 * APP_SECRET, or else the one kept in DATA_DIR beside the embedded database, made at the first
 * start. Two that start together agree on one.
 */
export async function findOrMakeSecret(env: Environment): Promise<string> {
  if (env.APP_SECRET) return env.APP_SECRET
  const file = join(env.DATA_DIR, 'secret')
  await mkdir(env.DATA_DIR, { recursive: true })
  const unfinished = `${file}.${randomBytes(4).toString('hex')}`
  await writeFile(unfinished, randomBytes(48).toString('base64url'), { mode: 0o600 })
  await link(unfinished, file).catch((error) => {
    if (error.code !== 'EEXIST') throw error
  })
  await rm(unfinished)
  return readFile(file, 'utf8')
}

/** 32 bytes for NEXT_SERVER_ACTIONS_ENCRYPTION_KEY, the same at every build with one secret. */
export function deriveActionsKey(secret: string): string {
  return createHash('sha256').update(`server actions:${secret}`).digest('base64')
}
