import { runCommand } from './command'
import { openDatabaseServer, prepareDatabase } from './prepare-database'

await runCommand(async (env) => {
  const server = await openDatabaseServer(env)
  await prepareDatabase(env, { url: server.url, withDemo: false }).finally(() => server.stop())
  return 0
})
