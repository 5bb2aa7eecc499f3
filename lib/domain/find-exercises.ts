import { exerciseWords } from './exercise-name'
import { typingSlips } from './typing-slips'

/** What the search knows of an exercise. */
export interface Findable {
  name: string
  aliases: readonly string[]
  primaryMuscles: readonly string[]
  isCustom: boolean
  /** How common it is among everybody, 0 to 100. */
  popularity: number
  /** How often this person has done it. */
  timesDone: number
}

interface Found<T> {
  exercises: T[]
  /** What was typed has slips in it, and these are the nearest. */
  isNearest: boolean
}

interface KnownName {
  words: readonly string[]
  /** The words, and neighbours written as one: "pull", "up" and "pullup". */
  spellings: readonly string[]
  isOwn: boolean
}

const POINTS = { ownName: 1000, alias: 100, wholeWords: 60, beginnings: 30, slips: 20 }
/** What an alias is behind a name for the same match. */
const ALIAS_BEHIND = 10
const MOST_JOINED = 3
/** The muscle that is asked for comes before those that only help. */
const MAIN_MUSCLE = 500

/**
 * The search for exercises, on the server and on a phone without a network: every word that was typed
 * is a word of the name or of one alias, or its beginning, in any order; slips are forgiven where
 * nothing matches without. Its own name comes first, then what this person does and what is common.
 */
export function exerciseFinder<T extends Findable>(
  exercises: readonly T[],
): (query: string, muscle?: string) => Found<T> {
  const known = exercises.map((exercise) => ({
    exercise,
    names: [exercise.name, ...exercise.aliases].map(readName),
  }))
  return (query, muscle) => {
    const typed = [...new Set(exerciseWords(query))]
    const find = (match: Match) =>
      known.flatMap(({ exercise, names }) => {
        const points = typed.length === 0 ? 0 : bestOf(names, typed, match)
        return points === null ? [] : [{ exercise, points: points + standing(exercise, muscle) }]
      })
    const exact = find(matchExactly)
    const found = (exact.length > 0 ? exact : find(matchWithSlips)).sort(
      (a, b) =>
        b.points - a.points ||
        Number(b.exercise.isCustom) - Number(a.exercise.isCustom) ||
        a.exercise.name.localeCompare(b.exercise.name, 'en'),
    )
    return {
      exercises: found.map(({ exercise }) => exercise),
      isNearest: exact.length === 0 && found.length > 0,
    }
  }
}

function readName(name: string, at: number): KnownName {
  const words = exerciseWords(name)
  const spellings = words.flatMap((_, from) =>
    Array.from({ length: MOST_JOINED }, (_, more) => words.slice(from, from + more + 1).join('')),
  )
  return { words: [...new Set(words)], spellings: [...new Set(spellings)], isOwn: at === 0 }
}

type Match = (name: KnownName, typed: readonly string[]) => number | null

/** The points of the name that matches best; null where none does. */
function bestOf(names: readonly KnownName[], typed: readonly string[], match: Match) {
  let best: number | null = null
  for (const name of names) {
    const points = match(name, typed)
    if (points === null) continue
    const whole = points - (name.isOwn ? 0 : ALIAS_BEHIND)
    if (best === null || whole > best) best = whole
  }
  return best
}

const matchExactly: Match = (name, typed) => {
  if (typed.every((word) => name.spellings.includes(word))) {
    const isAll = typed.length === name.words.length && typed.every((w) => name.words.includes(w))
    if (isAll) return name.isOwn ? POINTS.ownName : POINTS.alias
    return POINTS.wholeWords
  }
  const isBegun = typed.every((word) => name.spellings.some((each) => each.startsWith(word)))
  return isBegun ? POINTS.beginnings : null
}

const matchWithSlips: Match = (name, typed) => {
  let slips = 0
  for (const word of typed) slips += fewestSlips(word, name.spellings)
  return Number.isFinite(slips) ? POINTS.slips / (1 + slips) : null
}

const fewestSlips = (word: string, spellings: readonly string[]): number =>
  Math.min(
    ...spellings.map((each) =>
      each.startsWith(word) ? 0 : (typingSlips(word, each) ?? Number.POSITIVE_INFINITY),
    ),
  )

/** What speaks for an exercise whatever was typed. */
function standing(exercise: Findable, muscle: string | undefined): number {
  const { timesDone, popularity, primaryMuscles } = exercise
  const own = timesDone > 0 ? 40 + Math.min(40, 8 * Math.log2(timesDone)) : 0
  return own + popularity / 2 + (muscle && primaryMuscles.includes(muscle) ? MAIN_MUSCLE : 0)
}
