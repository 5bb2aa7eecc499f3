import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, readlinkSync, realpathSync } from 'node:fs'
import { chmod, chown, link, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { findPostgresBinaries } from './embedded-binaries'
import { type Command, commandAs, findServerUser, type ServerUser } from './server-user'

/** The files of one PostgreSQL: its data folder, and beside it the password and the log. */
export type Cluster = {
  dataDir: string
  password: string
  /** A program of PostgreSQL as the user it runs as. */
  command(name: 'initdb' | 'postgres', args: string[]): Command
}

/**
 * The cluster in this folder, made first if there is none. Two that start together agree on one.
 * @param dataDir absolute path
 * @throws Error in words when it cannot be used
 */
export async function openCluster(dataDir: string): Promise<Cluster> {
  const home = dirname(dataDir)
  await mkdir(home, { recursive: true })
  await refuseForeignData(dataDir)
  const user = await findServerUser(dataDir)
  const binaries = await findPostgresBinaries(user)
  const command: Cluster['command'] = (name, args) =>
    commandAs(user, { program: join(binaries, 'bin', name), args, home })
  const password = await findOrMakePassword(dataDir, user)
  if (!existsSync(dataDir)) await createCluster({ dataDir, password, command }, user)
  return { dataDir, password, command }
}

/** PostgreSQL wants to own its folder, and only root can start it as somebody else. */
async function refuseForeignData(dataDir: string): Promise<void> {
  const self = process.getuid?.() ?? 0
  const owner = await stat(dataDir).catch(() => undefined)
  if (self === 0 || !owner || owner.uid === self) return
  throw new Error(
    `${dataDir} belongs to another user (number ${owner.uid}): the app was started as root or as somebody else before. Start it like that again, or make the data yours: sudo chown -R ${self} ${dirname(dataDir)}`,
  )
}

async function createCluster({ dataDir, command }: Cluster, user?: ServerUser): Promise<void> {
  // Made aside and renamed, so that an interrupted start never leaves half a cluster.
  const unfinished = `${dataDir}.${randomBytes(4).toString('hex')}`
  await mkdir(unfinished, { mode: 0o700 })
  if (user) await chown(unfinished, user.uid, user.gid)
  const { program, args, options } = command('initdb', [
    `--pgdata=${unfinished}`,
    '--username=postgres',
    `--pwfile=${passwordFile(dataDir)}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    // pg_trgm asks the system which characters are letters, and C would have it drop é and ü.
    `--lc-ctype=${process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'}`,
    '--set=timezone=UTC',
    '--set=log_timezone=UTC',
  ])
  await promisify(execFile)(program, args, { ...options, cwd: '/' })
  await rename(unfinished, dataDir).catch((error) => {
    if (!existsSync(dataDir)) throw error
    return rm(unfinished, { recursive: true })
  })
}

async function findOrMakePassword(dataDir: string, user?: ServerUser): Promise<string> {
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

const passwordFile = (dataDir: string) => `${dataDir}.password`

/**
 * What the server at work on this data wrote of itself, else undefined. A number left by a killed
 * server may by now belong to any other program.
 */
export function findServerProcess(
  dataDir: string,
): { pid: number; port: number; isReady: boolean } | undefined {
  const lines = readServerFile(dataDir)
  const pid = Number(lines[0])
  if (!pid || !isServerOf(dataDir, pid)) return undefined
  return { pid, port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' }
}

/**
 * PostgreSQL refuses to start while its lock file names a living process, whatever program that
 * is. Ours as its parent it ignores, and goes on to its other checks; deleting the file would
 * skip those, and two servers on one folder destroy it.
 */
export async function forgetForeignProcess(dataDir: string): Promise<void> {
  const [first, ...rest] = readServerFile(dataDir)
  const pid = Number(first)
  if (!pid || isServerOf(dataDir, pid)) return
  await writeFile(join(dataDir, 'postmaster.pid'), [process.pid, ...rest].join('\n'))
}

function readServerFile(dataDir: string): string[] {
  try {
    return readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return []
  }
}

function isServerOf(dataDir: string, pid: number): boolean {
  try {
    if (process.platform !== 'linux') return process.kill(pid, 0)
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(dataDir)
  } catch {
    return false
  }
}
