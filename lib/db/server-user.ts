import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { stat } from 'node:fs/promises'

/** The operating system user PostgreSQL runs as: it refuses to run as root. */
export type ServerUser = { name: string; uid: number; gid: number }

/** A program as `spawn` wants it. */
export type Command = { program: string; args: string[]; options: { uid?: number; gid?: number } }

/** Nobody in particular (undefined) unless this process is root; then the owner of existing data first. */
export async function findServerUser(dataDir: string): Promise<ServerUser | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const owner = await stat(dataDir).catch(() => undefined)
  if (owner && owner.uid !== 0) return { name: String(owner.uid), uid: owner.uid, gid: owner.gid }
  for (const name of ['postgres', 'nobody']) {
    const uid = readId('-u', name)
    const gid = readId('-g', name)
    if (uid && gid) return { name, uid, gid }
  }
  throw new Error(
    'PostgreSQL does not run as root, and there is neither a user postgres nor nobody. Start as another user.',
  )
}

/**
 * The command as that user. Where the user may not enter the data's folder, as under /root, it
 * keeps of root's rights the one to pass folders, and no other. (That right does not count for
 * finding programs: access(2) leaves it out.)
 * @throws Error in words if the folder is closed to the user and that right cannot be given
 */
export function commandAs(
  user: ServerUser | undefined,
  { program, args, home }: { program: string; args: string[]; home: string },
): Command {
  if (!user) return { program, args, options: {} }
  const { uid, gid } = user
  if (canExecute(home, user)) return { program, args, options: { uid, gid } }
  const right = findPassingRight()
  if (!right || spawnSync('setpriv', ['--version']).status !== 0) {
    throw new Error(
      `PostgreSQL runs as the user ${user.name}, who may not enter ${home}. Move the project to a folder that user can enter, such as /srv, or start as another user than root.`,
    )
  }
  const identity = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups']
  const rights = [`--inh-caps=+${right}`, `--ambient-caps=+${right}`]
  return { program: 'setpriv', args: [...identity, ...rights, program, ...args], options: {} }
}

/** Whether that user may pass every folder on the way and execute the file, or enter the folder. */
export function canExecute(path: string, { uid, gid }: ServerUser): boolean {
  return (
    spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', path], { uid, gid, cwd: '/' }).status === 0
  )
}

/** The narrower of the two that this process has; containers often have the wider one only. */
function findPassingRight(): 'dac_read_search' | 'dac_override' | undefined {
  if (process.platform !== 'linux') return undefined
  const status = readFileSync('/proc/self/status', 'utf8')
  const rights = BigInt(`0x${/^CapEff:\s*([0-9a-f]+)/m.exec(status)?.[1] ?? '0'}`)
  if (rights & (1n << 2n)) return 'dac_read_search'
  return rights & (1n << 1n) ? 'dac_override' : undefined
}

function readId(option: '-u' | '-g', name: string): number | undefined {
  const { status, stdout } = spawnSync('id', [option, name], { encoding: 'utf8' })
  return status === 0 ? Number(stdout.trim()) : undefined
}
