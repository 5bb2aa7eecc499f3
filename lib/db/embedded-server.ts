import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, readlinkSync, realpathSync } from 'node:fs'
import { chmod, chown, link, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import postgres from 'postgres'
import { findPostgresBinaries } from './embedded-binaries'
import { canExecute, findServerUser, type ServerUser } from './server-user'

export type EmbeddedServer = {
  url: string
  /** True if a server on this data was found at work, as after a crash of the app. */
  wasRunning: boolean
  /** Stops the server, after which nothing is lost; leaves one alone that was found at work. */
  stop(): Promise<void>
}

type Cluster = {
  dataDir: string
  binaries: string
  user: ServerUser | undefined
  isDurable: boolean
}

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
  const dataDir = resolve(options.dataDir)
  const home = dirname(dataDir)
  await mkdir(home, { recursive: true })
  const user = await findServerUser(dataDir)
  if (user && !canExecute(home, user)) {
    throw new Error(
      `PostgreSQL runs as the user ${user.name}, who may not enter ${home}. Set DATA_DIR to a folder that user can reach, such as /var/lib/gym-tracker.`,
    )
  }
  const binaries = await findPostgresBinaries(user, home)
  const cluster = { dataDir, binaries, user, isDurable: options.isDurable ?? true }
  const password = await findOrMakePassword(cluster)
  if (!existsSync(dataDir)) await createCluster(cluster)
  return startOrFind(cluster, password)
}

async function startOrFind(cluster: Cluster, password: string): Promise<EmbeddedServer> {
  const deadline = Date.now() + startWithinMs
  while (Date.now() < deadline) {
    const found = await findRunning(cluster.dataDir, password)
    if (found) return { url: found, wasRunning: true, stop: supervise(cluster, { url: found }) }
    const url = urlOf(password, await findFreePort())
    const child = await tryStart(cluster, { url, deadline })
    if (child) return { url, wasRunning: false, stop: supervise(cluster, { url, child }) }
    // The old server may still be going down, or another process took the port in between.
    await sleep(200)
  }
  const log = await readFile(`${cluster.dataDir}.log`, 'utf8').catch(() => '')
  throw new Error(
    `PostgreSQL did not start on ${cluster.dataDir}. Its log ends with:\n${log.trim().split('\n').slice(-5).join('\n')}`,
  )
}

/**
 * Starts a server that ended, by a kill or because its first starter stopped, again on the same
 * port, so that open pools find it. Answers with what stops it, if it was started here.
 */
function supervise(
  cluster: Cluster,
  server: { url: string; child?: ChildProcess },
): () => Promise<void> {
  const stopping = new AbortController()
  const { signal } = stopping
  let child = server.child
  const watch = async () => {
    while (!signal.aborted) {
      if (child ? isRunning(child) : isServerOf(cluster.dataDir)) {
        // Ended by the stop: alone it would not keep the process alive to finish it.
        await sleep(250, undefined, { ref: false, signal }).catch(() => {})
      } else {
        child = await tryStart(cluster, { url: server.url, deadline: Date.now() + startWithinMs })
      }
    }
  }
  const watching = watch()
  return async () => {
    stopping.abort()
    await watching
    if (child) await stopChild(child)
  }
}

const isRunning = (child: ChildProcess) => child.exitCode === null && child.signalCode === null

/** SIGINT ends transactions and writes a checkpoint; SIGQUIT only leaves the log to be replayed. */
async function stopChild(child: ChildProcess): Promise<void> {
  if (!isRunning(child)) return
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  child.ref()
  child.kill('SIGINT')
  const impatience = setTimeout(() => child.kill('SIGQUIT'), stopWithinMs)
  await ended
  clearTimeout(impatience)
}

async function tryStart(
  { dataDir, binaries, user, isDurable }: Cluster,
  { url, deadline }: { url: string; deadline: number },
): Promise<ChildProcess | undefined> {
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: new URL(url).port,
    unix_socket_directories: '',
    // Errors would otherwise carry what people typed into the log.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    ...(isDurable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const log = await open(`${dataDir}.log`, 'a', 0o600)
  const child = spawn(join(binaries, 'bin', 'postgres'), ['-D', dataDir, ...args], {
    ...identityOf(user),
    cwd: '/',
    // Its own session: Ctrl-C must reach the app first and the database after it.
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  })
  // Its message is in the log; without a listener the event would end this process.
  child.once('error', () => {})
  child.unref()
  await log.close()
  // A durable server outlives a crash of the app and is found again; one for tests has no heir.
  if (!isDurable) process.once('exit', () => child.kill('SIGQUIT'))
  while (child.pid && isRunning(child) && Date.now() < deadline) {
    if (await answers(url)) return isRunning(child) ? child : undefined
    await sleep(20)
  }
  if (child.pid) await stopChild(child)
  return undefined
}

async function createCluster({ dataDir, binaries, user }: Cluster): Promise<void> {
  // Made aside and renamed, so that an interrupted start never leaves half a cluster.
  const unfinished = `${dataDir}.${randomBytes(4).toString('hex')}`
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { mode: 0o700 })
  if (user) await chown(unfinished, user.uid, user.gid)
  const args = ['-D', unfinished, '--username=postgres', `--pwfile=${passwordFile(dataDir)}`]
  const locale = [
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
  ]
  await promisify(execFile)(
    join(binaries, 'bin', 'initdb'),
    [...args, ...locale, '--auth=scram-sha-256', '--set=timezone=UTC', '--set=log_timezone=UTC'],
    { ...identityOf(user), cwd: '/' },
  )
  await rename(unfinished, dataDir).catch((error) => {
    if (!existsSync(dataDir)) throw error
    return rm(unfinished, { recursive: true })
  })
}

async function findOrMakePassword({ dataDir, user }: Cluster): Promise<string> {
  const file = passwordFile(dataDir)
  if (!existsSync(file)) {
    if (existsSync(dataDir)) {
      throw new Error(
        `The password of the database in ${dataDir} is missing: ${file} must be kept with it.`,
      )
    }
    const unfinished = `${file}.${randomBytes(4).toString('hex')}`
    await writeFile(unfinished, randomBytes(24).toString('base64url'), { mode: 0o600 })
    if (user) await chown(unfinished, user.uid, user.gid)
    // A link is refused if another start was faster; then its password holds.
    await link(unfinished, file).catch((error) => {
      if (error.code !== 'EEXIST') throw error
    })
    await rm(unfinished)
  }
  await chmod(file, 0o600)
  return readFile(file, 'utf8')
}

/** Line 1 of postmaster.pid is the process, line 4 its port, line 8 its state. */
function readServerFile(dataDir: string): string[] {
  try {
    return readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return []
  }
}

async function findRunning(dataDir: string, password: string): Promise<string | undefined> {
  const lines = readServerFile(dataDir)
  if (!isServerOf(dataDir)) {
    // PostgreSQL sees by itself that a process is gone, but not that its number was given anew.
    if (isAlive(Number(lines[0]))) await rm(join(dataDir, 'postmaster.pid'), { force: true })
    return undefined
  }
  const url = urlOf(password, Number(lines[3]))
  return lines[7]?.trim() === 'ready' && (await answers(url)) ? url : undefined
}

/** After a restart of the machine the number may belong to any other program. */
function isServerOf(dataDir: string): boolean {
  const pid = Number(readServerFile(dataDir)[0])
  if (!isAlive(pid) || process.platform !== 'linux') return isAlive(pid)
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(dataDir)
  } catch {
    return false
  }
}

function isAlive(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0)
  } catch {
    return false
  }
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

const identityOf = (user: ServerUser | undefined) => (user ? { uid: user.uid, gid: user.gid } : {})
const passwordFile = (dataDir: string) => `${dataDir}.password`
const urlOf = (password: string, port: number) =>
  `postgres://postgres:${password}@127.0.0.1:${port}/postgres`
