import { existsSync } from 'node:fs'
import { type Environment, parseEnvironment } from '@/lib/env'

/** Runs a command with the settings of .env and the environment; a failure is told in words. */
export async function runCommand(command: (env: Environment) => Promise<number>): Promise<void> {
  try {
    if (existsSync('.env')) process.loadEnvFile('.env')
    process.exit(await command(parseEnvironment(process.env)))
  } catch (error) {
    console.error(error instanceof Error ? `\n${error.message}\n` : error)
    process.exit(1)
  }
}

export function tell(step: string): void {
  console.log(`• ${step}`)
}
