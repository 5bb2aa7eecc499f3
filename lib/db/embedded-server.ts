import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { open, readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import {
  type Cluster,
  findServerProcess,
  forgetForeignProcess,
  openCluster,
} from './embedded-cluster'
import { type Lease, takeLease } from './embedded-lease'

export type EmbeddedServer = {
  url: string
  /** True if a server on this data was found at work: another process uses it, or one was killed. */
  wasRunning: boolean
  /** Stops the server, after which nothing is lost, unless another process still uses it. */
  stop(): Promise<void>
}

type Settings = { isDurable: boolean }

const startWithinMs = 30_000
const stopWithinMs = 10_000

/**
 * Starts PostgreSQL on its own data folder, or finds it running there. It listens on 127.0.0.1
 * only, with a random password kept beside the folder, and comes back by itself if it is killed.
 * @param isDurable false gives up safety against power cuts for speed: for tests
 * @throws Error in words when the data cannot be used or the server does not start
 */
export async function startEmbeddedServer(options: {
  dataDir: string
  isDurable?: boolean
}): Promise<EmbeddedServer> {
  const settings = { isDurable: options.isDurable ?? true }
  const cluster = await openCluster(resolve(options.dataDir))
  const deadline = Date.now() + startWithinMs
  while (Date.now() < deadline) {
    const found = await findRunning(cluster)
    const url = found ?? (await tryStart(cluster, settings, await findFreePort()))
    // The one that was last to use the server may be stopping it at this moment: then once more.
    const lease = url && (await takeLease(url).catch(() => undefined))
    if (lease) {
      const stop = keepRunning(cluster, settings, { url, lease })
      return { url, wasRunning: found !== undefined, stop }
    }
    await sleep(200)
  }
  const log = await readFile(logFile(cluster), 'utf8').catch(() => '')
  throw new Error(
    `PostgreSQL did not start on ${cluster.dataDir}. Its log ends with:\n${log.trim().split('\n').slice(-5).join('\n')}`,
  )
}

/**
 * Starts a server that was killed again on the same port, so that open pools find it.
 * @returns what ends this process's use of the server
 */
function keepRunning(
  cluster: Cluster,
  settings: Settings,
  server: { url: string; lease: Lease },
): () => Promise<void> {
  const port = Number(new URL(server.url).port)
  const stopping = new AbortController()
  const stopped = new Promise<void>((done) => {
    stopping.signal.addEventListener('abort', () => done())
  })
  let lease: Lease | undefined = server.lease
  const watch = async () => {
    while (!stopping.signal.aborted) {
      await Promise.race([lease?.lost, stopped])
      if (stopping.signal.aborted) return
      await lease?.end()
      if (!findServerProcess(cluster.dataDir)) await tryStart(cluster, settings, port)
      lease = await takeLease(server.url).catch(() => undefined)
      if (!lease) await sleep(200)
    }
  }
  const watching = watch()
  return async () => {
    stopping.abort()
    await watching
    const isLast = await lease?.release().catch(() => false)
    if (isLast) await stopServer(cluster)
    await lease?.end()
  }
}

/** SIGINT ends transactions and writes a checkpoint; SIGQUIT only leaves the log to be replayed. */
async function stopServer({ dataDir }: Cluster): Promise<void> {
  const server = findServerProcess(dataDir)
  if (!server) return
  process.kill(server.pid, 'SIGINT')
  const patience = Date.now() + stopWithinMs
  while (findServerProcess(dataDir)?.pid === server.pid) {
    if (Date.now() > patience) process.kill(server.pid, 'SIGQUIT')
    await sleep(20)
  }
}

/** Answers with its address, or undefined if it ended: another start was faster, or its log says why. */
async function tryStart(
  cluster: Cluster,
  { isDurable }: Settings,
  port: number,
): Promise<string | undefined> {
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    // Errors would otherwise carry what people typed into the log.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    ...(isDurable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  const settingArgs = Object.entries(settings).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
  const { program, args, options } = cluster.command('postgres', [
    '-D',
    cluster.dataDir,
    ...settingArgs,
  ])
  await forgetForeignProcess(cluster.dataDir)
  const log = await open(logFile(cluster), 'a', 0o600)
  const child = spawn(program, args, {
    ...options,
    cwd: '/',
    // Its own session: Ctrl-C must reach the app first and the database after it.
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  })
  const ended = Promise.race([once(child, 'exit'), once(child, 'error')]).then(
    () => true,
    () => true,
  )
  child.unref()
  await log.close()
  // A durable server outlives a crash of the app and is found again; one for tests has no heir.
  if (!isDurable) process.once('exit', () => child.kill('SIGQUIT'))
  const url = addressOf(cluster, port)
  while (!(await Promise.race([ended, sleep(20, false)]))) {
    if (findServerProcess(cluster.dataDir)?.isReady && (await answers(url))) return url
  }
  return undefined
}

async function findRunning(cluster: Cluster): Promise<string | undefined> {
  const server = findServerProcess(cluster.dataDir)
  if (!server?.isReady) return undefined
  const url = addressOf(cluster, server.port)
  return (await answers(url)) ? url : undefined
}

async function answers(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} })
  try {
    await sql`select 1`
    return true
  } catch {
    return false
  } finally {
    await sql.end({ timeout: 1 })
  }
}

/** A TCP port nobody listens on at 127.0.0.1 at this moment. */
export function findFreePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer()
    probe.once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address ? address.port : 0
      probe.close(() => done(port))
    })
  })
}

const logFile = ({ dataDir }: Cluster) => `${dataDir}.log`

const addressOf = ({ password }: Cluster, port: number) =>
  `postgres://postgres:${password}@127.0.0.1:${port}/postgres`
