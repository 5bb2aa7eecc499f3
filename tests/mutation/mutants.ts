import { readdirSync, readFileSync } from 'node:fs'

/** One lock taken out of the source. */
export interface Mutant {
  file: string
  /** Where it stands in the file, in characters. */
  at: number
  was: string
  becomes: string
}

interface Kind {
  folder: string
  /** What is taken out. */
  lock: RegExp
  becomes: string
}

/** A refusal that is thrown; it becomes a statement that does nothing. */
const REFUSAL = /throw new (?:NotFound|Forbidden|Unauthorized)Error\([^()]*\)/g

const KINDS: readonly Kind[] = [
  // The owner in a statement: without it a row is anybody's.
  {
    folder: 'lib/repositories',
    lock: /\beq\(\s*[\w.]+,\s*this\.scope\.\w+,?\s*\)/g,
    becomes: 'undefined',
  },
  {
    folder: 'lib/repositories',
    lock: /(?:\$\{[^{}]+\}|\b[\w.]+) = \$\{this\.scope\.\w+\}/g,
    becomes: 'true',
  },
  // What a policy, the wrapper or the way to it refuses.
  { folder: 'lib/policies', lock: REFUSAL, becomes: 'void 0' },
  { folder: 'lib/auth/guards.ts', lock: REFUSAL, becomes: 'void 0' },
  { folder: 'lib/transport/execute.ts', lock: REFUSAL, becomes: 'void 0' },
  { folder: 'lib/transport/request-actor.ts', lock: REFUSAL, becomes: 'void 0' },
  // Who a use case says it is for.
  { folder: 'lib/use-cases', lock: /access: '(?:user|coach)'/g, becomes: "access: 'anyone'" },
  {
    folder: 'lib/use-cases',
    lock: /needs(?:Fresh)?Session: true/g,
    becomes: 'needsNothing: true',
  },
]

/** Every lock of the program, each taken out on its own. */
export function findMutants(): Mutant[] {
  return KINDS.flatMap(({ folder, lock, becomes }) =>
    sourcesOf(folder).flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(lock)].map((match) => ({
        ...{ file, at: match.index, was: match[0], becomes },
      })),
    ),
  )
}

function sourcesOf(folder: string): string[] {
  if (folder.endsWith('.ts')) return [folder]
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => `${folder}/${file}`)
    .sort()
}

export const lineOf = ({ file, at }: Mutant): number =>
  readFileSync(file, 'utf8').slice(0, at).split('\n').length
