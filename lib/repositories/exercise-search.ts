import { and, eq, or, type SQL, sql } from 'drizzle-orm'
import { exercises } from '@/lib/db/schema/library'
import { exerciseNameKey } from '@/lib/domain/exercise-name'

/** How alike a typed word and a stored one must be, 0 to 1, to count as a slip of the finger. */
const LEAST_SIMILARITY = 0.4
/** Shorter words resemble too many others to be forgiven a slip. */
const SHORTEST_FORGIVEN = 4

/** Hyphens are typed or not, so they do not count. */
const haystack = sql`replace(${exercises.searchText}, '-', ' ')`
const names = sql`string_to_array(${haystack}, ' | ')`
const ownName = sql`replace(lower(${exercises.name}), '-', ' ')`

interface TextSearch {
  matches: SQL | undefined
  /** Best first. */
  order: SQL[]
}

/**
 * The conditions and the order for typed words; null when nothing was typed. Each word, or what
 * it stands for ("db", "ohp"), must occur or nearly occur in the name or an alias, in any order.
 */
export function searchExerciseText(typed: string): TextSearch | null {
  const words = typed.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  if (words.length === 0) return null
  const spelledOut = words.map((word) => exerciseNameKey(word) || word)
  const phrases = [...new Set([words.join(' '), spelledOut.join(' ')])]
  return {
    matches: and(...words.map((word, at) => or(occurs(word), allOccur(spelledOut[at] ?? word)))),
    order: [closeness(phrases), sql`${likeness(phrases)} desc`],
  }
}

const allOccur = (spelledOut: string) => and(...spelledOut.split(' ').map(occurs))

function occurs(word: string): SQL | undefined {
  const isPart = sql`strpos(${haystack}, ${word}::text) > 0`
  if (word.length < SHORTEST_FORGIVEN) return isPart
  return or(isPart, sql`word_similarity(${word}::text, ${haystack}) >= ${LEAST_SIMILARITY}`)
}

/** 0 its name, 1 one of its aliases, 2 and 3 the beginning of them, 4 anything else. */
function closeness(phrases: readonly string[]): SQL {
  const any = (test: (phrase: SQL) => SQL) =>
    sql`(${or(...phrases.map((phrase) => test(sql`${phrase}::text`)))})`
  return sql`case
    when ${any((phrase) => eq(ownName, phrase))} then 0
    when ${any((phrase) => sql`${phrase} = any(${names})`)} then 1
    when ${any((phrase) => sql`starts_with(${ownName}, ${phrase})`)} then 2
    when ${any((phrase) => sql`strpos(${haystack}, ' | ' || ${phrase}) > 0`)} then 3
    else 4 end`
}

/** How alike the whole of what was typed is to the most similar of an exercise's names. */
function likeness(phrases: readonly string[]): SQL {
  const similarities = phrases.map((phrase) => sql`similarity(part, ${phrase}::text)`)
  return sql`(select max(greatest(${sql.join(similarities, sql`, `)})) from unnest(${names}) part)`
}
