import { runCommand } from './command'
import { launch } from './launch'

await runCommand((env) => launch(env, { command: 'start', isDemo: false, builds: false }))
