import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, open, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findFreePort } from '@/lib/db/embedded-server'

const startWithinMs = 600_000

interface Place {
  home: string
  port: number
  baseUrl: string
  /** Where it writes what it says. */
  log: string
}

export interface ProductionServer extends Place {
  stop(): Promise<void>
}

interface Options {
  /** Only the first of a run builds: a new build would take the files away from a server that runs. */
  builds?: boolean
  /** As people run it: without the demo, on the database and with the settings that are given. */
  settings?: Record<string, string>
}

/** The production server on a database of its own with the demo accounts, if nothing else is said. */
export async function startProductionServer(
  log: string,
  options: Options = {},
): Promise<ProductionServer> {
  const home = await mkdtemp(join(tmpdir(), 'gym-tracker-e2e-'))
  await chmod(home, 0o711)
  const port = await findFreePort()
  const place = { home, port, baseUrl: `http://localhost:${port}`, log }
  const server = await startServer(place, options)
  const stop = async () => {
    if (server.exitCode === null && server.signalCode === null) {
      const ended = once(server, 'exit')
      server.kill('SIGTERM')
      await ended
    }
    await rm(home, { recursive: true, force: true })
  }
  try {
    await waitUntilReady(server, place)
  } catch (error) {
    await stop()
    throw error
  }
  return { ...place, stop }
}

async function startServer(
  place: Place,
  { builds = false, settings }: Options,
): Promise<ChildProcess> {
  const args = ['--import', 'tsx', '--conditions=react-server', 'tests/e2e/serve.ts']
  if (builds && (process.env.CI || isBuildStale())) args.push('--build')
  if (settings) args.push('--real')
  await mkdir('test-results', { recursive: true })
  const output = await open(place.log, 'w')
  const server = spawn(process.execPath, args, {
    stdio: ['ignore', output.fd, output.fd],
    env: {
      ...process.env,
      DATABASE_URL: '',
      MIGRATION_DATABASE_URL: '',
      RESEND_API_KEY: '',
      SMTP_URL: '',
      DATA_DIR: place.home,
      HOST: '127.0.0.1',
      PORT: String(place.port),
      APP_URL: place.baseUrl,
      RATE_LIMIT_FACTOR: '1000',
      LOG_QUERIES: '1',
      LOG_LEVEL: 'info',
      ...settings,
    },
  })
  await output.close()
  return server
}

async function waitUntilReady(server: ChildProcess, { baseUrl, log }: Place): Promise<void> {
  const deadline = Date.now() + startWithinMs
  while (Date.now() < deadline && server.exitCode === null && server.signalCode === null) {
    const answer = await fetch(`${baseUrl}/api/ready`).catch(() => undefined)
    if (answer?.ok) return
    await sleep(250)
  }
  const lines = (await readFile(log, 'utf8')).trim().split('\n')
  throw new Error(`The server for the browser tests did not start:\n${lines.slice(-30).join('\n')}`)
}

function isBuildStale(): boolean {
  if (!existsSync('.next/BUILD_ID')) return true
  const builtAt = statSync('.next/BUILD_ID').mtimeMs
  const sources = [
    ...['app', 'lib', 'public', 'proxy.ts', 'instrumentation.ts', 'next.config.ts'],
    'package-lock.json',
  ]
  return sources.filter((path) => existsSync(path)).some((path) => newestChange(path) > builtAt)
}

function newestChange(path: string): number {
  const own = statSync(path)
  if (!own.isDirectory()) return own.mtimeMs
  const children = readdirSync(path).filter((name) => !name.endsWith('.test.ts'))
  return Math.max(own.mtimeMs, ...children.map((name) => newestChange(join(path, name))))
}
