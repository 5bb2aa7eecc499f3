import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { startEmbeddedServer } from '@/lib/db/embedded-server'
import { makeTemplate, newTemplateName } from '@/tests/global-setup'
import { findMutants, lineOf, type Mutant } from './mutants'

const EVERYTHING = ['tests/isolation', 'tests/contract', 'lib']
const AT_ONCE = 2
const REPORT = 'docs/Mutation_check.md'

const vitest = join(
  dirname(createRequire(import.meta.url).resolve('vitest/package.json')),
  'vitest.mjs',
)

/** Whether some test fails when this lock is missing; with null, when none is. */
async function isNoticed(mutant: Mutant | null, tests: readonly string[]): Promise<boolean> {
  const options = ['run', '--config', 'tests/mutation/vitest.config.ts', '--root', '.', '--bail=1']
  const child = spawn(process.execPath, [vitest, ...options, ...tests], {
    stdio: 'ignore',
    env: { ...process.env, MUTANT: JSON.stringify(mutant) },
  })
  const [code] = await once(child, 'exit')
  return code !== 0
}

/** The tests that may see it, the quickest first. */
function roundsFor(file: string): string[][] {
  const [, layer, area] = file.split('/')
  if (layer === 'repositories')
    return [
      ['tests/isolation/answers.test.ts', 'tests/isolation/lives.test.ts'],
      ['tests/isolation/matrix.test.ts'],
      ['tests/contract', 'lib/transport', ...areasWith(basename(file, '.ts'))],
    ]
  const near: Record<string, string[]> = {
    policies: ['lib/use-cases/gyms', 'lib/use-cases/routines'],
    'use-cases': ['tests/isolation/keys.test.ts', `lib/use-cases/${area}`],
  }
  return [near[layer ?? ''] ?? [`lib/${layer}`], EVERYTHING]
}

/** The areas whose use cases open this repository. */
function areasWith(repository: string): string[] {
  const files = readdirSync('lib/use-cases', { recursive: true, encoding: 'utf8' })
  const users = files.filter(
    (file) =>
      file.endsWith('.ts') &&
      readFileSync(join('lib/use-cases', file), 'utf8').includes(`repositories/${repository}'`),
  )
  return [...new Set(users.map((file) => join('lib/use-cases', dirname(file))))]
}

function report(mutants: readonly Mutant[], unnoticed: readonly Mutant[]): string {
  const files = [...new Set(mutants.map(({ file }) => file))].sort()
  const rows = files.map((file) => {
    const own = (list: readonly Mutant[]) => list.filter((each) => each.file === file).length
    return `| \`${file}\` | ${own(mutants)} | ${own(mutants) - own(unnoticed)} |`
  })
  const left = unnoticed.map((each) => `- \`${each.file}:${lineOf(each)}\`: \`${each.was}\``)
  return [
    '# Mutation check',
    'Written by `npm run mutation-check`: each lock is taken out on its own, and some test must fail.',
    `${mutants.length} locks taken out, ${mutants.length - unnoticed.length} noticed.`,
    ['| file | locks | noticed |', '| --- | ---: | ---: |', ...rows].join('\n'),
    ...(left.length > 0 ? [`Not noticed:\n\n${left.join('\n')}`] : []),
  ].join('\n\n')
}

const wanted = process.argv[2] ?? ''
const mutants = findMutants().filter(({ file }) => file.includes(wanted))
const home = await mkdtemp(join(tmpdir(), 'gym-tracker-mutants-'))
await chmod(home, 0o711)
const server = await startEmbeddedServer({ dataDir: join(home, 'postgres'), isDurable: false })
process.env.TEST_DATABASE_URL = server.url
process.env.TEST_TEMPLATE = newTemplateName()
await makeTemplate(server.url, process.env.TEST_TEMPLATE)
let unnoticed = mutants
try {
  const rounds = Math.max(...mutants.map(({ file }) => roundsFor(file).length))
  for (let round = 0; round < rounds; round++) {
    unnoticed = await tryAll(unnoticed, round)
    console.log(`Round ${round + 1}: ${unnoticed.length} of ${mutants.length} not noticed`)
    if (wanted === '') await writeFile(REPORT, `${report(mutants, unnoticed)}\n`)
  }
} finally {
  await server.stop()
  await rm(home, { recursive: true, force: true })
}
process.exitCode = unnoticed.length > 0 ? 1 : 0

/** Those that no test of this round notices. */
async function tryAll(list: readonly Mutant[], round: number): Promise<Mutant[]> {
  const suites = list.map(({ file }) => roundsFor(file)[round] ?? [])
  for (const tests of new Map(suites.map((tests) => [tests.join(), tests])).values())
    if (tests.length > 0 && (await isNoticed(null, tests)))
      throw new Error(`These fail with every lock in its place: ${tests.join(', ')}`)
  const waiting = [...list]
  const left: Mutant[] = []
  const work = async () => {
    for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
      const tests = roundsFor(mutant.file)[round]
      const isSeen = tests !== undefined && (await isNoticed(mutant, tests))
      if (!isSeen) left.push(mutant)
      if (!tests) continue
      console.log(
        `${isSeen ? 'noticed ' : 'NOT SEEN'} ${mutant.file}:${lineOf(mutant)} ${mutant.was}`,
      )
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return left
}
