import { spawnSync } from 'node:child_process'
import { stat } from 'node:fs/promises'

/** The operating system user PostgreSQL runs as: it refuses to run as root. */
export type ServerUser = { name: string; uid: number; gid: number }

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

/** Whether that user may pass every folder on the way and execute the file, or enter the folder. */
export function canExecute(path: string, { uid, gid }: ServerUser): boolean {
  return (
    spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', path], { uid, gid, cwd: '/' }).status === 0
  )
}

function readId(option: '-u' | '-g', name: string): number | undefined {
  const { status, stdout } = spawnSync('id', [option, name], { encoding: 'utf8' })
  return status === 0 ? Number(stdout.trim()) : undefined
}
