import { spawnSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome')
let copy: string

/** A copy of the project's lint rules beside planted files, so that a silent linter is caught. */
beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'gym-tracker-lint-'))
  const { vcs: _vcs, ...rules } = JSON.parse(await readFile('biome.json', 'utf8'))
  await writeFile(join(copy, 'biome.json'), JSON.stringify(rules))
  await cp('tests/lint', join(copy, 'tests/lint'), { recursive: true })
})
afterAll(() => rm(copy, { recursive: true }))

async function lint(path: string, code: string) {
  await mkdir(dirname(join(copy, path)), { recursive: true })
  await writeFile(join(copy, path), code)
  const { status, stdout, stderr } = spawnSync(process.execPath, [biome, 'lint', path], {
    cwd: copy,
    encoding: 'utf8',
  })
  return { isRefused: status !== 0, said: stdout + stderr }
}

const importing = (from: string) => `import { thing } from '${from}'\n\nexport const used = thing\n`

it.each([
  ['lib/domain/planted.ts', '@/lib/repositories/workout-repository'],
  ['lib/core/planted.ts', 'next/navigation'],
  ['lib/db/planted.ts', '@/lib/use-cases/registry'],
  ['lib/repositories/planted.ts', '@/lib/use-cases/registry'],
  ['lib/use-cases/area/planted.ts', 'next/navigation'],
  ['lib/use-cases/area/planted.ts', '@/lib/transport/execute'],
  ['app/planted.ts', '@/lib/repositories/workout-repository'],
  ['app/deep/down/planted.ts', '@/lib/db/client'],
])('%s may not import %s', async (path, from) => {
  const { isRefused, said } = await lint(path, importing(from))
  expect(said).toContain('noRestrictedImports')
  expect(isRefused).toBe(true)
})

it('lets imports that point down pass', async () => {
  expect(
    await lint('lib/use-cases/area/allowed.ts', importing('@/lib/repositories/x')),
  ).toMatchObject({
    isRefused: false,
  })
})

it('refuses a scope made by a cast outside the policies', async () => {
  const forged = `import type { AthleteScope } from '@/lib/policies/scope'

export const forged = { athleteId: 'someone' } as AthleteScope
`
  const refused = await lint('lib/use-cases/area/forged.ts', forged)
  expect(refused.said).toContain('Only lib/policies mints a scope')
  expect(refused.isRefused).toBe(true)
  expect(await lint('lib/policies/minting.ts', forged)).toMatchObject({ isRefused: false })
})
