import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startEmbeddedServer } from './embedded-server'

let home: string
let dataDir: string
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'gym-tracker-embedded-'))
  await chmod(home, 0o711)
  dataDir = join(home, 'deep', 'er', 'postgres')
})
afterEach(() => rm(home, { recursive: true, force: true }))

const serverProcess = async () =>
  Number((await readFile(join(dataDir, 'postmaster.pid'), 'utf8')).split('\n')[0])

/** As root the server looks at processes with its own user's eyes. */
const owner = ({ uid, gid }: { uid: number; gid: number }) =>
  process.getuid?.() === 0 ? { uid, gid } : {}

async function query(url: string, statement: string) {
  const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} })
  return sql.unsafe(statement).finally(() => sql.end())
}

/** Starts the server in a process of its own that can be killed. */
async function startInChild(): Promise<{ url: string; kill(): Promise<void> }> {
  const script = `import { startEmbeddedServer } from '${fileURLToPath(new URL('./embedded-server.ts', import.meta.url))}'
    const { url } = await startEmbeddedServer({ dataDir: ${JSON.stringify(dataDir)} })
    console.log(url)
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(child.stdout, 'data')
  return {
    url: String(line).trim(),
    kill: async () => {
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}

describe('startEmbeddedServer', () => {
  it('makes a private PostgreSQL 18 and keeps what was written over a stop', async () => {
    const first = await startEmbeddedServer({ dataDir })
    expect(first.wasRunning).toBe(false)
    expect(new URL(first.url).hostname).toBe('127.0.0.1')
    expect((await query(first.url, 'show server_version_num'))[0]?.server_version_num).toMatch(
      /^18/,
    )
    expect((await query(first.url, 'show fsync'))[0]?.fsync).toBe('on')
    expect((await stat(dataDir)).mode & 0o777).toBe(0o700)
    expect((await stat(`${dataDir}.password`)).mode & 0o777).toBe(0o600)
    await query(first.url, 'create table kept as select 1 as one')
    await first.stop()
    await expect(query(first.url, 'select 1')).rejects.toThrow()
    const second = await startEmbeddedServer({ dataDir, isDurable: false })
    expect((await query(second.url, 'select one from kept'))[0]?.one).toBe(1)
    expect((await query(second.url, 'show fsync'))[0]?.fsync).toBe('off')
    await second.stop()
  })

  it('refuses a wrong password', async () => {
    const server = await startEmbeddedServer({ dataDir, isDurable: false })
    const wrong = new URL(server.url)
    wrong.password = 'guessed'
    await expect(query(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' })
    await server.stop()
  })

  it('finds the server a killed app left behind and stops it when nobody uses it any more', async () => {
    const orphaned = await startInChild()
    await orphaned.kill()
    const found = await startEmbeddedServer({ dataDir })
    expect(found).toMatchObject({ wasRunning: true, url: orphaned.url })
    await found.stop()
    await expect(query(found.url, 'select 1')).rejects.toThrow()
  })

  it('is not stopped by its starter while another process uses it', async () => {
    const starter = await startEmbeddedServer({ dataDir })
    const other = await startInChild()
    expect(other.url).toBe(starter.url)
    const pid = await serverProcess()
    await starter.stop()
    await query(other.url, 'select 1')
    expect(await serverProcess()).toBe(pid)
    await other.kill()
    await (await startEmbeddedServer({ dataDir })).stop()
  })

  it('starts although another program has the number of a killed server', async () => {
    const first = await startEmbeddedServer({ dataDir })
    await query(first.url, 'create table kept as select 1 as one')
    const file = join(dataDir, 'postmaster.pid')
    const left = await readFile(file, 'utf8')
    await first.stop()
    const other = spawn('sleep', ['60'], owner(await stat(dataDir)))
    await writeFile(file, left.replace(/^\d+/, String(other.pid)))
    const second = await startEmbeddedServer({ dataDir })
    expect(second.wasRunning).toBe(false)
    expect(await query(second.url, 'select one from kept')).toMatchObject([{ one: 1 }])
    await second.stop()
    other.kill()
  })

  it('knows letters beyond a to z, for forgiving search', async () => {
    const server = await startEmbeddedServer({ dataDir, isDurable: false })
    await query(server.url, 'create extension pg_trgm')
    expect(await query(server.url, "select similarity('ü', 'ü') as same")).toMatchObject([
      { same: 1 },
    ])
    await server.stop()
  })

  it.runIf(process.getuid?.() === 0)('works for root in a folder closed to others', async () => {
    await chmod(home, 0o700)
    const server = await startEmbeddedServer({ dataDir })
    expect(await query(server.url, 'select 1 as one')).toMatchObject([{ one: 1 }])
    expect((await stat(dataDir)).uid).not.toBe(0)
    await server.stop()
  })

  it('lets two that start together share one server', async () => {
    const both = await Promise.all([
      startEmbeddedServer({ dataDir }),
      startEmbeddedServer({ dataDir }),
    ])
    expect(both[0].url).toBe(both[1].url)
    expect(both.filter((server) => server.wasRunning)).toHaveLength(1)
    await Promise.all(both.map((server) => server.stop()))
  })

  it('comes back at the same address after kill -9 with every acknowledged row', async () => {
    const server = await startEmbeddedServer({ dataDir })
    await query(server.url, 'create table acknowledged (n int)')
    await query(server.url, 'insert into acknowledged values (42)')
    process.kill(await serverProcess(), 'SIGKILL')
    await vi.waitFor(
      async () =>
        expect(await query(server.url, 'select n from acknowledged')).toMatchObject([{ n: 42 }]),
      { timeout: 20_000 },
    )
    await server.stop()
    await expect(query(server.url, 'select 1')).rejects.toThrow()
  })
})
