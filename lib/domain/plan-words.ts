import type { PlanSearch } from '@/lib/schemas/program'

/** The filters that a query says in words, and the words that are left to search for. */
type PlanWords = Partial<Omit<PlanSearch, 'q'>> & { rest: string }

const COUNTS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven']
const countOf = (text = ''): number => COUNTS.indexOf(text) + 1 || Number(text)

/** Tried in this order: "no barbell" has to be read before a word of it means something else. */
const PHRASES: readonly [RegExp, (groups: Record<string, string>) => Omit<PlanWords, 'rest'>][] = [
  [/\b(?:no|without(?: an?)?) barbells?\b/, () => ({ gear: 'no_barbell' })],
  [/\b(?:no|without(?: any)?) (?:equipment|gear)\b/, () => ({ gear: 'bodyweight' })],
  [/\bbody-? ?weight(?: only)?\b/, () => ({ gear: 'bodyweight' })],
  [/\bdumbbells?(?: only)?\b/, () => ({ gear: 'dumbbells' })],
  [/\bbeginners?\b/, () => ({ level: 'beginner' })],
  [/\bintermediates?\b/, () => ({ level: 'intermediate' })],
  [/\badvanced\b/, () => ({ level: 'advanced' })],
  [
    new RegExp(
      `(?<![\\w/])(?<count>[1-7]|${COUNTS.join('|')})(?: ?x| times|[ -]?days?)(?:(?: an? | per | ?/ ?)week)?\\b`,
    ),
    ({ count }) => ({ days: countOf(count) }),
  ],
  [/\b(?<count>\d{1,3}) ?min(?:ute)?s?\b/, ({ count }) => ({ minutes: Number(count) })],
]

/** Words that every plan could have in its description, so that they tell none from another. */
const FILLERS = /\b(?:an?|the|for|with|in|at|gym|programs?|plans?|routines?|workouts?)\b/g

/**
 * Reads the filters of the list of plans out of a query, so that "beginner no barbell" narrows the list
 * as the two filters do, instead of finding what has these words somewhere.
 */
export function readPlanWords(query: string): PlanWords {
  let rest = query.toLowerCase().replaceAll('×', 'x').replaceAll(/\s+/g, ' ')
  const filters: Omit<PlanWords, 'rest'> = {}
  for (const [phrase, read] of PHRASES) {
    const found = phrase.exec(rest)
    if (!found) continue
    Object.assign(filters, read(found.groups ?? {}))
    rest = rest.replace(phrase, ' ')
  }
  const words = rest.replaceAll(FILLERS, ' ').split(/[\s,]+/)
  return { ...filters, rest: words.filter(Boolean).join(' ') }
}
