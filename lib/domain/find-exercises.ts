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
  const names = new Map<T, readonly KnownName[]>()
  const namesOf = (exercise: T) => {
    const known = names.get(exercise) ?? [exercise.name, ...exercise.aliases].map(readName)
    names.set(exercise, known)
    return known
  }
  return (query, muscle) => {
    const typed = [...new Set(exerciseWords(query))]
    const find = (match: Match) =>
      exercises.flatMap((exercise) => {
        const points = typed.length === 0 ? 0 : bestOf(namesOf(exercise), typed, match)
        return points === null ? [] : [{ exercise, points: points + standing(exercise, muscle) }]
      })
    const exact = find(matchExactly)
    const found = (exact.length > 0 ? exact : find(withSlips())).sort(
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

/** Names share most of their words, so each is compared once with what was typed. */
function withSlips(): Match {
  const known = new Map<string, number>()
  const slipsIn = (word: string, spelling: string): number => {
    const pair = `${word} ${spelling}`
    const slips =
      known.get(pair) ??
      (spelling.startsWith(word) ? 0 : (typingSlips(word, spelling) ?? Number.POSITIVE_INFINITY))
    known.set(pair, slips)
    return slips
  }
  return (name, typed) => {
    let all = 0
    for (const word of typed) {
      all += Math.min(...name.spellings.map((spelling) => slipsIn(word, spelling)))
      if (all === Number.POSITIVE_INFINITY) return null
    }
    return POINTS.slips / (1 + all)
  }
}

/** What speaks for an exercise whatever was typed. */
function standing(exercise: Findable, muscle: string | undefined): number {
  const { timesDone, popularity, primaryMuscles } = exercise
  const own = timesDone > 0 ? 40 + Math.min(40, 8 * Math.log2(timesDone)) : 0
  return own + popularity / 2 + (muscle && primaryMuscles.includes(muscle) ? MAIN_MUSCLE : 0)
}
