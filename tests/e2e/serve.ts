import { runCommand } from '@/lib/cli/command'
import { launch } from '@/lib/cli/launch'

const builds = process.argv.includes('--build')

await runCommand((env) => launch(env, { command: 'start', isDemo: true, builds, isDurable: false }))
