import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseEnvironment } from '@/lib/env'
import { deriveActionsKey, findOrMakeSecret } from './kept-secret'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gym-tracker-secret-'))
})
afterEach(() => rm(folder, { recursive: true }))

describe('findOrMakeSecret', () => {
  it('makes one strong private secret, the same for all that start together and later', async () => {
    const env = parseEnvironment({ DATA_DIR: join(folder, 'data') })
    const secrets = await Promise.all(Array.from({ length: 5 }, () => findOrMakeSecret(env)))
    const secret = await findOrMakeSecret(env)
    expect(new Set(secrets)).toEqual(new Set([secret]))
    expect(parseEnvironment({ APP_SECRET: secret }).APP_SECRET).toBe(secret)
    expect(await readdir(join(folder, 'data'))).toEqual(['secret'])
    expect((await stat(join(folder, 'data', 'secret'))).mode & 0o777).toBe(0o600)
  })

  it('prefers the one that is given, and keeps nothing', async () => {
    const APP_SECRET = 'q7Jw0ZxN2vRk8sTb5LmYc1HdPf4GaUe9'
    const env = parseEnvironment({ APP_SECRET, DATA_DIR: folder })
    expect(await findOrMakeSecret(env)).toBe(APP_SECRET)
    expect(await readdir(folder)).toEqual([])
  })
})

describe('deriveActionsKey', () => {
  it('gives 32 bytes that depend on the secret only', () => {
    expect(Buffer.from(deriveActionsKey('a'), 'base64')).toHaveLength(32)
    expect(deriveActionsKey('a')).toBe(deriveActionsKey('a'))
    expect(deriveActionsKey('a')).not.toBe(deriveActionsKey('b'))
  })
})
