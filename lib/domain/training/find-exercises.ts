import { exerciseNameKey } from '@/lib/domain/exercise-name'

interface Named {
  name: string
  aliases: readonly string[]
}

/**
 * Exercises whose name or an alias has every word that was typed, or a word that begins with it: the
 * search of a phone without a network. Names come before aliases, names that begin so before others.
 */
export function findExercises<T extends Named>(exercises: readonly T[], query: string): T[] {
  const typed = query.trim().toLowerCase()
  const words = exerciseNameKey(query).split(' ').filter(Boolean)
  if (typed === '') return [...exercises]
  const rankOf = ({ name, aliases }: T): number | null => {
    const own = name.toLowerCase()
    if (own.startsWith(typed)) return 0
    if (own.includes(typed) || hasWords(own, words)) return 1
    return aliases.some((alias) => alias.toLowerCase().includes(typed) || hasWords(alias, words))
      ? 2
      : null
  }
  return exercises
    .flatMap((exercise) => {
      const rank = rankOf(exercise)
      return rank === null ? [] : [{ exercise, rank }]
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ exercise }) => exercise)
}

function hasWords(name: string, words: readonly string[]): boolean {
  const own = exerciseNameKey(name).split(' ')
  return words.length > 0 && words.every((word) => own.some((each) => each.startsWith(word)))
}
