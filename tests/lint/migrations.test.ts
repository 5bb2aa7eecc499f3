import { execFile } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, it } from 'vitest'

const run = promisify(execFile)
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gym-tracker-migrations-'))
  await cp('drizzle', folder, { recursive: true })
})
afterEach(() => rm(folder, { recursive: true }))

it('the migrations say everything that the tables say', async () => {
  const { stdout } = await run('npx', [
    ...['drizzle-kit', 'generate', '--dialect', 'postgresql'],
    // It takes nothing but a relative path for the folder.
    ...['--schema', './lib/db/schema/*.ts', '--out', relative('.', folder)],
  ])
  expect(stdout).toContain('No schema changes')
})
