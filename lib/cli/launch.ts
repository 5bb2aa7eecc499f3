import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Environment } from '@/lib/env'
import { tell } from './command'
import { deriveActionsKey, findOrMakeSecret } from './kept-secret'
import { buildApp, refuseTakenPort, spawnNext, waitUntilReady } from './next-process'
import { openDatabaseServer, prepareDatabase } from './prepare-database'
import { holdRunLock, type RunLock } from './run-lock'

const stopWithinMs = 10_000

export type LaunchOptions = {
  command: 'start' | 'dev'
  /** Accounts with a known password and the outbox in the browser: never for real people. */
  isDemo: boolean
  builds: boolean
  isDurable?: boolean
}

/**
 * Runs the app until SIGINT or SIGTERM, or until it ends by itself. Answers with the exit code.
 * @throws Error in words when it cannot start
 */
export async function launch(given: Environment, options: LaunchOptions): Promise<number> {
  const env = options.isDemo ? demoEnvironment(given) : given
  // The build belongs to everybody; what is signed with the demo's secret holds nowhere else.
  const actionsKey = deriveActionsKey(await findOrMakeSecret(given))
  const secret = await findOrMakeSecret(env)
  const lock = env.DATABASE_URL
    ? undefined
    : await holdRunLock(join(env.DATA_DIR, 'running.json'), env.APP_URL)
  try {
    await refuseTakenPort(env)
    if (options.builds) {
      tell('Building the app, about a minute')
      await buildApp(actionsKey)
    } else if (options.command === 'start' && !existsSync('.next/BUILD_ID')) {
      throw new Error('There is no build yet. Run npm run build first.')
    }
    return await serve(env, { ...options, secret, actionsKey, lock })
  } finally {
    await lock?.release()
  }
}

/** Demo accounts have a public password, so they live apart from real data and never elsewhere. */
function demoEnvironment(env: Environment): Environment {
  const { DATABASE_URL, MIGRATION_DATABASE_URL, ...rest } = env
  if (DATABASE_URL) tell('DATABASE_URL is left alone: the demo has a database of its own')
  return { ...rest, APP_SECRET: undefined, DATA_DIR: join(env.DATA_DIR, 'demo') }
}

async function serve(
  env: Environment,
  {
    command,
    isDemo,
    isDurable = true,
    secret,
    actionsKey,
    lock,
  }: LaunchOptions & { secret: string; actionsKey: string; lock: RunLock | undefined },
): Promise<number> {
  const stopRequest = listenForStop()
  const server = await openDatabaseServer(env, { isDurable })
  try {
    const role = await prepareDatabase(env, { url: server.url, withDemo: isDemo })
    if (stopRequest.aborted) return 0
    const app = spawnNext(command, env, {
      DATABASE_URL: server.url,
      DATABASE_ROLE: role ?? '',
      DIRECT_DATABASE_URL: (env.DATABASE_URL && env.DIRECT_DATABASE_URL) || '',
      APP_SECRET: secret,
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey,
      // Whoever looks at the demo wants to see its address, not every request.
      ...(isDemo ? { SHOW_OUTBOX: '1', LOG_LEVEL: process.env.LOG_LEVEL || 'warn' } : {}),
    })
    const ended = once(app, 'exit')
    if (app.pid) await lock?.add(app.pid)
    const stop = () => {
      app.kill('SIGTERM')
      // A request that never ends must not keep the app from stopping.
      setTimeout(() => app.kill('SIGKILL'), stopWithinMs).unref()
    }
    if (stopRequest.aborted) stop()
    stopRequest.addEventListener('abort', stop)
    if (await waitUntilReady(app, env)) tellAddress(env, isDemo)
    const [code] = await ended
    return stopRequest.aborted ? 0 : (code ?? 1)
  } finally {
    await server.stop()
    if (stopRequest.aborted) tell('Stopped; everything is saved')
  }
}

function listenForStop(): AbortSignal {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => controller.abort())
  }
  // npm ends on SIGTERM without passing it on: then losing the parent is the signal.
  const parent = process.ppid
  const lookForParent = () => process.ppid === parent || controller.abort()
  if (process.env.npm_lifecycle_event) setInterval(lookForParent, 300).unref()
  return controller.signal
}

function tellAddress(env: Environment, isDemo: boolean): void {
  console.log(`\n  Gym Tracker is ready at ${env.APP_URL}\n`)
  if (!isDemo) return
  console.log('  Coach    coach@example.com    Password123!')
  console.log('  Athlete  athlete@example.com  Password123!\n')
}
