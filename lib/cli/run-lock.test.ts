import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { holdRunLock } from './run-lock'

const address = 'http://127.0.0.1:3000'
let folder: string
let file: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gym-tracker-lock-'))
  file = join(folder, 'data', 'running.json')
})
afterEach(() => rm(folder, { recursive: true }))

describe('holdRunLock', () => {
  it('says who holds the data, until released', async () => {
    const lock = await holdRunLock(file, address)
    await expect(holdRunLock(file, 'http://127.0.0.1:4000')).rejects.toThrow(
      `process ${process.pid}, at ${address}`,
    )
    await lock.release()
    await (await holdRunLock(file, address)).release()
    expect(await readdir(join(folder, 'data'))).toEqual([])
  })

  it('lets one of ten that start together win', async () => {
    const starts = await Promise.allSettled(
      Array.from({ length: 10 }, () => holdRunLock(file, address)),
    )
    expect(starts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('ends with the last process that held it', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    await once(child, 'spawn')
    const lock = await holdRunLock(file, address)
    await lock.add(child.pid ?? 0)
    child.kill('SIGKILL')
    await once(child, 'exit')
    await expect(holdRunLock(file, address)).rejects.toThrow(`process ${process.pid}`)
    await writeFile(
      file,
      JSON.stringify({ address, processes: [{ pid: child.pid, startedAt: '' }] }),
    )
    await (await holdRunLock(file, address)).release()
  })

  it.runIf(process.platform === 'linux')(
    'knows a number that was given to another program',
    async () => {
      await holdRunLock(file, address)
      await writeFile(
        file,
        JSON.stringify({ address, processes: [{ pid: process.pid, startedAt: '1' }] }),
      )
      await (await holdRunLock(file, address)).release()
    },
  )
})
