import { describe, expect, it } from 'vitest'
import type { SetKind } from '@/lib/schemas/plan'
import { type Side, setLabel, setNumbers } from './set-numbers'

const WORDS = {
  kindLetters: { normal: '', warmup: 'W', drop: 'D', failure: 'F' },
  sideLetters: { left: 'L', right: 'R' },
}
const KINDS: Record<string, SetKind> = { W: 'warmup', D: 'drop', F: 'failure' }
const SIDES: Record<string, Side> = { L: 'left', R: 'right' }

/** `W`, `-`, `D` and `F` are kinds, `L` and `R` behind one is its side. */
function labelsOf(text: string): string {
  const sets = text.split(' ').map((letters) => ({
    kind: KINDS[letters.charAt(0)] ?? ('normal' as const),
    side: SIDES[letters.charAt(1)] ?? null,
  }))
  const numbers = setNumbers(sets)
  return sets.map((set, index) => setLabel(set, numbers[index] ?? null, WORDS)).join(' ')
}

describe('numbering the sets of an exercise', () => {
  it.each([
    ['counts working sets alone', 'W W - - -', 'W W 1 2 3'],
    ['counts drop sets and sets to failure, which show their letter', '- D - F -', '1 D 3 F 5'],
    ['gives left and right of one set one number', '-L -R -L -R', '1L 1R 2L 2R'],
    ['begins with either side', '-R -L -R -L', '1R 1L 2R 2L'],
    ['counts a side that has no other', '-L -L -R - -R', '1L 2L 2R 3 4R'],
    ['keeps warm-ups of a side out of pairs', '-L WR -R', '1L WR 2R'],
  ])('%s', (_, sets, labels) => {
    expect(labelsOf(sets)).toBe(labels)
  })
})
