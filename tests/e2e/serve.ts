import { runCommand } from '@/lib/cli/command'
import { launch } from '@/lib/cli/launch'

const builds = process.argv.includes('--build')
const isDemo = !process.argv.includes('--real')

await runCommand((env) => launch(env, { command: 'start', isDemo, builds, isDurable: false }))
