import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Environment, environmentWith } from '@/lib/env'

const nextBinary = createRequire(import.meta.url).resolve('next/dist/bin/next')
const endWithParent = new URL('./end-with-parent.mjs', import.meta.url).href

/**
 * Longer than the proxies and clients in front keep an idle connection: whoever closes first while
 * the other one sends makes a request fail (Node's own 5 s are shorter than all of them).
 */
const KEEP_ALIVE_MS = 75_000

/** Builds the app for production. Needs no database. */
export async function buildApp(actionsKey: string): Promise<void> {
  const child = spawn(process.execPath, [nextBinary, 'build'], {
    stdio: 'inherit',
    env: environmentWith({
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey,
    }),
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error('The build failed; the reason stands above.')
}

/** Starts Next itself rather than through npx, so that signals arrive. */
export function spawnNext(
  command: 'start' | 'dev',
  env: Environment,
  settings: Record<string, string>,
): ChildProcess {
  const options = ['-H', env.HOST, '-p', String(env.PORT)]
  if (command === 'start') options.push('--keepAliveTimeout', String(KEEP_ALIVE_MS))
  return spawn(process.execPath, ['--import', endWithParent, nextBinary, command, ...options], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: environmentWith({
      NODE_ENV: command === 'dev' ? 'development' : 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      HOST: env.HOST,
      PORT: String(env.PORT),
      APP_URL: env.APP_URL,
      DATA_DIR: env.DATA_DIR,
      // The server never holds the owner's rights, nor reads them from .env itself.
      MIGRATION_DATABASE_URL: '',
      ...settings,
    }),
  })
}

/** @throws Error in words if the address cannot be listened on */
export async function refuseTakenPort({ HOST, PORT }: Environment): Promise<void> {
  const probe = createServer()
  await new Promise<void>((done, fail) => {
    probe.once('error', fail).listen(PORT, HOST, done)
  }).catch((error) => {
    if (error.code !== 'EADDRINUSE')
      throw new Error(`Cannot listen on ${HOST}:${PORT}: ${error.message}`)
    throw new Error(
      `Port ${PORT} on ${HOST} is in use by another program. Stop it, or choose another: PORT=${PORT + 1}`,
    )
  })
  await new Promise((done) => probe.close(done))
}

/** Resolves with true once the app answers at /api/ready, with false if it ends before. */
export async function waitUntilReady(
  child: ChildProcess,
  { HOST, PORT }: Environment,
): Promise<boolean> {
  const host =
    HOST === '0.0.0.0'
      ? '127.0.0.1'
      : HOST.includes(':')
        ? `[${HOST === '::' ? '::1' : HOST}]`
        : HOST
  while (child.exitCode === null && child.signalCode === null) {
    const answer = await fetch(`http://${host}:${PORT}/api/ready`).catch(() => undefined)
    if (answer?.ok) return true
    await sleep(200)
  }
  return false
}
