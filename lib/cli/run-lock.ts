import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod'

const holderSchema = z.object({
  address: z.string(),
  processes: z.array(z.object({ pid: z.number().int().positive(), startedAt: z.string() })),
})
type Holder = z.infer<typeof holderSchema>

export type RunLock = { add(pid: number): Promise<void>; release(): Promise<void> }

const endsWithinMs = 5000

/**
 * Lets one running app at a time have a data folder. The lock of a killed app ends with its
 * processes.
 * @throws Error naming the process and the address that hold it
 */
export async function holdRunLock(file: string, address: string): Promise<RunLock> {
  await mkdir(dirname(file), { recursive: true })
  const holder: Holder = { address, processes: [identify(process.pid)] }
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      await writeWhole(file, holder, link)
      return lockOf(file, holder)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
    await refuseIfHeld(file)
    await rm(file, { force: true })
  }
  throw new Error(`${file} is being written by another start. Try again.`)
}

function lockOf(file: string, holder: Holder): RunLock {
  return {
    add: async (pid) => {
      holder.processes.push(identify(pid))
      await writeWhole(file, holder, rename)
    },
    release: () => rm(file, { force: true }),
  }
}

/** Never half there for another start to read: written aside, then linked, or renamed over. */
async function writeWhole(
  file: string,
  holder: Holder,
  publish: (from: string, to: string) => Promise<void>,
): Promise<void> {
  const unfinished = `${file}.${randomBytes(4).toString('hex')}`
  await writeFile(unfinished, JSON.stringify(holder), { mode: 0o600 })
  await publish(unfinished, file).finally(() => rm(unfinished, { force: true }))
}

async function refuseIfHeld(file: string): Promise<void> {
  const holder = await readFile(file, 'utf8')
    .then((text) => holderSchema.parse(JSON.parse(text)))
    .catch(() => undefined)
  if (!holder) return
  const findAlive = () =>
    holder.processes.find(
      ({ pid, startedAt }) => isAlive(pid) && identify(pid).startedAt === startedAt,
    )
  let alive = findAlive()
  // The app of a killed starter is on its way out (end-with-parent.mjs).
  const patience = Date.now() + endsWithinMs
  while (alive && alive !== holder.processes[0] && Date.now() < patience) {
    await sleep(50)
    alive = findAlive()
  }
  if (!alive) return
  throw new Error(
    `Gym Tracker already runs on ${dirname(file)}: process ${alive.pid}, at ${holder.address}. Stop it first, or set another DATA_DIR and PORT.`,
  )
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Numbers are used again, most of all in containers; on Linux the start time tells them apart. */
function identify(pid: number): { pid: number; startedAt: string } {
  if (process.platform !== 'linux') return { pid, startedAt: '' }
  try {
    const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1) ?? ''
    return { pid, startedAt: afterName.split(' ')[19] ?? '' }
  } catch {
    return { pid, startedAt: '' }
  }
}
