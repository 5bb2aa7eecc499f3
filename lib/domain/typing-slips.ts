/** Shorter words resemble too many others to be forgiven a slip. */
const SHORTEST_FORGIVEN = 4
/** From this length on two slips are forgiven. */
const LONG = 8

const mostSlips = ({ length }: string): number =>
  length < SHORTEST_FORGIVEN ? 0 : length < LONG ? 1 : 2

/**
 * How many slips of the finger lie between what was typed and the beginning of a word: a letter too
 * many, one missing, a wrong one, or two that changed places. Null where there are too many.
 */
export function typingSlips(typed: string, word: string): number | null {
  const most = mostSlips(typed)
  if (most === 0 || word.length < typed.length - most) return null
  const to = word.slice(0, typed.length + most)
  let [before, row]: number[][] = [[], Array.from({ length: to.length + 1 }, (_, at) => at)]
  for (let at = 1; at <= typed.length; at++) {
    const next = [at]
    for (let column = 1; column <= to.length; column++) {
      const isSame = typed[at - 1] === to[column - 1]
      const isSwapped =
        at > 1 && column > 1 && typed[at - 1] === to[column - 2] && typed[at - 2] === to[column - 1]
      next[column] = Math.min(
        (next[column - 1] ?? 0) + 1,
        (row?.[column] ?? 0) + 1,
        (row?.[column - 1] ?? 0) + (isSame ? 0 : 1),
        isSwapped ? (before?.[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    ;[before, row] = [row ?? [], next]
  }
  const slips = Math.min(...(row ?? []))
  return slips <= most ? slips : null
}
