import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
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

  it('waits for the app of a killed starter, which is ending', async () => {
    const starter = spawn(process.execPath, ['-e', ''])
    await once(starter, 'exit')
    const app = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 300)'])
    await once(app, 'spawn')
    const held = await holdRunLock(file, address)
    await held.add(app.pid ?? 0)
    const { processes } = JSON.parse(await readFile(file, 'utf8'))
    processes[0] = { pid: starter.pid, startedAt: '1' }
    await writeFile(file, JSON.stringify({ address, processes }))
    const lock = await holdRunLock(file, address)
    expect(app.exitCode).toBe(0)
    await lock.release()
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
