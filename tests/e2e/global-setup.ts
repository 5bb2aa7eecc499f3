import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startEmbeddedServer } from '@/lib/db/embedded-server'
import { startProductionServer } from './production-server'

/** One server for the whole run; what tests need to know of it is in the environment. */
export default async function setup(): Promise<() => Promise<void>> {
  const { baseUrl, home, stop } = await startProductionServer('test-results/server.log', {
    builds: true,
  })
  const data = join(home, 'demo')
  const database = await startEmbeddedServer({ dataDir: join(data, 'postgres'), isDurable: false })
  process.env.BASE_URL = baseUrl
  process.env.E2E_DATA_DIR = home
  process.env.E2E_DATABASE_URL = database.url
  process.env.E2E_SECRET = await readFile(join(data, 'secret'), 'utf8')
  return async () => {
    await database.stop()
    await stop()
  }
}
