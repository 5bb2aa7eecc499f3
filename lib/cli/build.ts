import { runCommand } from './command'
import { findOrMakeSecret } from './kept-secret'
import { buildApp } from './next-process'

await runCommand(async (env) => {
  await buildApp(await findOrMakeSecret(env))
  return 0
})
