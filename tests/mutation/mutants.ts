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

/** A weaker policy in the place of one, whatever the file imports. */
function anotherPolicy(name: string): string {
  return `((...asked) => import('@/lib/policies/gym').then((gym) => gym.${name}(...asked)))(`
}

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
  // What a use case asks of whoever wants it; being signed in has a row of the matrix for each.
  {
    folder: 'lib/use-cases',
    lock: /\bassertGymRight\(/g,
    becomes: anotherPolicy('assertGymMember'),
  },
  { folder: 'lib/use-cases', lock: /\bholdGymRight\(/g, becomes: anotherPolicy('holdGym') },
  { folder: 'lib/use-cases', lock: /needs(?:Fresh)?Session: true/g, becomes: 'needsNothing: true' },
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
