import type { SetKind } from '@/lib/schemas/plan'

export const SIDES = ['left', 'right'] as const
export type Side = (typeof SIDES)[number]

interface Numbered {
  kind: SetKind
  side: Side | null
}

/**
 * The number that each set of an exercise is called by, null for warm-ups. Left and right done one
 * after the other are one set in two rows, so they share a number.
 */
export function setNumbers(sets: readonly Numbered[]): (number | null)[] {
  let count = 0
  let open: Side | null = null
  return sets.map(({ kind, side }) => {
    if (kind === 'warmup') {
      open = null
      return null
    }
    const isOtherSide = open !== null && side !== null && side !== open
    if (!isOtherSide) count += 1
    open = isOtherSide ? null : side
    return count
  })
}

/** What stands before a set: `W`, `3`, `D`, `1L`. */
export const setLabel = (
  { kind, side }: Numbered,
  number: number | null,
  words: { kindLetters: Record<SetKind, string>; sideLetters: Record<Side, string> },
): string => `${words.kindLetters[kind] || number}${side ? words.sideLetters[side] : ''}`
