import { startProductionServer } from './production-server'

/** One server for the whole run. */
export default async function setup(): Promise<() => Promise<void>> {
  const { baseUrl, home, stop } = await startProductionServer('test-results/server.log', {
    builds: true,
  })
  process.env.BASE_URL = baseUrl
  process.env.E2E_DATA_DIR = home
  return stop
}
