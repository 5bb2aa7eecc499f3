import { resolve } from 'node:path'
import { mergeConfig } from 'vitest/config'
import base from '../../vitest.config'
import type { Mutant } from './mutants'

const mutant: Mutant | null = JSON.parse(process.env.MUTANT ?? 'null')

/** The tests as they are, of a program with one lock less, or of the whole one. */
export default mergeConfig(base, {
  plugins: [
    {
      name: 'mutant',
      enforce: 'pre' as const,
      transform(code: string, id: string) {
        if (!mutant || id !== resolve(mutant.file)) return null
        const end = mutant.at + mutant.was.length
        if (code.slice(mutant.at, end) !== mutant.was) throw new Error(`${id} has changed`)
        return code.slice(0, mutant.at) + mutant.becomes + code.slice(end)
      },
    },
  ],
})
