import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import * as z from 'zod'
import { findOrInstallChromium } from './chromium'

/** `flaky` names the tests that failed first and passed when they were tried again. */
type Counts = { passed: number; failed: number; flaky?: string[] }

const vitestReport = z
  .object({
    numPassedTests: z.number(),
    numFailedTests: z.number(),
    testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
  })
  // A file that fails before its first test has no test to count, and must not pass unseen.
  .transform(({ numPassedTests, numFailedTests, testResults }) => ({
    passed: numPassedTests,
    failed:
      numFailedTests +
      testResults.filter(
        ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
      ).length,
  }))

const specSchema = z.object({
  file: z.string(),
  title: z.string(),
  tests: z.array(z.object({ projectName: z.string(), status: z.string() })),
})
interface Suite {
  specs: z.infer<typeof specSchema>[]
  suites?: Suite[] | undefined
}
const suiteSchema: z.ZodType<Suite> = z.lazy(() =>
  z.object({ specs: z.array(specSchema), suites: z.array(suiteSchema).optional() }),
)

const flakyTests = ({ specs, suites = [] }: Suite): string[] => [
  ...specs.flatMap(({ file, title, tests }) =>
    tests
      .filter(({ status }) => status === 'flaky')
      .map(({ projectName }) => `[${projectName}] ${file}: ${title}`),
  ),
  ...suites.flatMap(flakyTests),
]

const playwrightReport = z
  .object({
    suites: z.array(suiteSchema),
    stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  })
  .transform(({ suites, stats }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    flaky: suites.flatMap(flakyTests),
  }))

const require = createRequire(import.meta.url)
const binaryOf = (name: string, file: string) =>
  join(dirname(require.resolve(`${name}/package.json`)), file)

/** Runs one test program, its output shown as it comes. A run without a readable report failed. */
async function runTests(
  args: string[],
  {
    report,
    schema,
    env = {},
  }: { report: string; schema: z.ZodType<Counts>; env?: Record<string, string> },
): Promise<Counts> {
  const child = spawn(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ...env } })
  const [code] = await once(child, 'exit')
  const counts = await readFile(report, 'utf8')
    .then((text) => schema.parse(JSON.parse(text)))
    .catch(() => ({ passed: 0, failed: 1 }))
  return { ...counts, failed: code === 0 ? counts.failed : Math.max(1, counts.failed) }
}

function runUnitTests(folder: string): Promise<Counts> {
  const report = join(folder, 'vitest.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  return runTests([binaryOf('vitest', 'vitest.mjs'), 'run', ...reporters], {
    report,
    schema: vitestReport,
  })
}

async function runBrowserTests(folder: string): Promise<Counts> {
  const hasSpecs =
    existsSync('tests/e2e') &&
    readdirSync('tests/e2e', { recursive: true }).some((name) => String(name).endsWith('.e2e.ts'))
  if (!hasSpecs) return { passed: 0, failed: 0 }
  const report = join(folder, 'playwright.json')
  try {
    const env = {
      CHROMIUM_PATH: await findOrInstallChromium(),
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    }
    const args = [binaryOf('@playwright/test', 'cli.js'), 'test', '--reporter=list,json']
    return await runTests(args, { report, schema: playwrightReport, env })
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return { passed: 0, failed: 1 }
  }
}

const folder = await mkdtemp(join(tmpdir(), 'gym-tracker-reports-'))
const unit = await runUnitTests(folder)
const browser = await runBrowserTests(folder)
await rm(folder, { recursive: true })
const passed = unit.passed + browser.passed
const failed = unit.failed + browser.failed
process.exitCode = failed > 0 || passed === 0 ? 1 : 0
if (browser.flaky?.length)
  console.log(['Passed only when tried again:', ...browser.flaky].join('\n  '))
console.log(`${passed} passed, ${failed} failed`)
