import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

/** The shell without a window comes first: the same engine, and the tests take half their time. */
const systemNames = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
]

/**
 * The path of a Chromium: CHROMIUM_PATH, the system's, Playwright's own, or one installed now.
 * @throws Error in words if there is none and none could be installed
 */
export async function findOrInstallChromium(): Promise<string> {
  const found = findChromium()
  if (found) return found
  console.log('No Chromium found; installing one for the browser tests.')
  for (const [command, ...args] of installCommands()) {
    console.log(`  ${[command, ...args].join(' ')}`)
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    if (command && spawnSync(command, args, { stdio: 'inherit', env }).status !== 0) break
  }
  const installed = findChromium()
  if (installed) return installed
  throw new Error(
    'The browser tests need Chromium, and it could not be installed. Install it and set CHROMIUM_PATH to its program.',
  )
}

function findChromium(): string | undefined {
  const given = process.env.CHROMIUM_PATH
  if (given && !existsSync(given))
    throw new Error(`CHROMIUM_PATH names ${given}, which does not exist.`)
  const folders = (process.env.PATH ?? '').split(delimiter)
  const system = systemNames.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [given, ...system, chromium.executablePath()].find((path) => path && existsSync(path))
}

function installCommands(): string[][] {
  const isDebianRoot = process.getuid?.() === 0 && existsSync('/etc/debian_version')
  if (!isDebianRoot) return [['npx', 'playwright', 'install', 'chromium']]
  return [
    ['apt-get', 'update'],
    ['apt-get', 'install', '-y', 'chromium-headless-shell'],
  ]
}
