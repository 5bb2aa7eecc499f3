import { runCommand } from './command'
import { launch } from './launch'

await runCommand((env) => launch(env, { command: 'dev', isDemo: true, builds: false }))
