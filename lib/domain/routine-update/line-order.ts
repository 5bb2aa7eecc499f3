import type { PlannedBlock, PlannedExercise } from '@/lib/schemas/plan'
import type { DoneExercise } from './pair-exercises'

/** A line on its way into the routine. */
export interface PlacedLine {
  key: string
  line: PlannedExercise
  /** What was done of it, or in its place; null where the workout does not have it. */
  log: DoneExercise | null
  /** The number of its block in the plan; null where the plan did not ask for it. */
  planBlock: number | null
}
export type PlacedBlock = Omit<PlannedBlock, 'exercises'> & { lines: PlacedLine[] }

/**
 * The lines in the order of the workout: partners within their block, blocks by their first line.
 * What the workout does not have keeps its place. Null where that changes nothing.
 */
export function inOrderOfWorkout(blocks: readonly PlacedBlock[]): PlacedBlock[] | null {
  const isPlaced = (line: PlacedLine) => line.log !== null
  const inside = blocks.map((block) => {
    const lines = sortInSlots(block.lines, ({ log }) => log?.position ?? null)
    return lines ? { ...block, lines } : block
  })
  const sorted = sortInSlots(inside, ({ lines }) =>
    lines.some(isPlaced)
      ? Math.min(...lines.flatMap(({ log }) => log?.position ?? Number.POSITIVE_INFINITY))
      : null,
  )
  const isSame = !sorted && inside.every((block, index) => block === blocks[index])
  return isSame ? null : (sorted ?? inside)
}

/** Sorts what has a rank into the places that ranked items hold; null where all stand right. */
function sortInSlots<T>(items: readonly T[], rankOf: (item: T) => number | null): T[] | null {
  const ranked = items.flatMap((item) => {
    const rank = rankOf(item)
    return rank === null ? [] : [{ item, rank }]
  })
  const sorted = ranked.toSorted((a, b) => a.rank - b.rank)
  if (sorted.every(({ item }, index) => item === ranked[index]?.item)) return null
  let next = 0
  return items.map((item) => (rankOf(item) === null ? item : (sorted[next++]?.item ?? item)))
}
