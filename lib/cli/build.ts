import { runCommand } from './command'
import { deriveActionsKey, findOrMakeSecret } from './kept-secret'
import { buildApp } from './next-process'

await runCommand(async (env) => {
  await buildApp(deriveActionsKey(await findOrMakeSecret(env)))
  return 0
})
