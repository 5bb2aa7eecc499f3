import type { DoneExercise as PlannedAgain } from '@/lib/domain/plan-of-workout'
import { plannedSets } from '@/lib/domain/plan-sets'
import type { PlannedExercise, PlanSnapshot } from '@/lib/schemas/plan'

/** An exercise of a finished workout with the sets that were not taken out. */
export interface DoneExercise extends Omit<PlannedAgain, 'sets'> {
  id: string
  position: number
  deletedAt: Date | null
  sets: readonly (PlannedAgain['sets'][number] & { isSlip: boolean })[]
}

export type PlanLine = PlanSnapshot['blocks'][number]['exercises'][number]

/** A line of the plan and what became of it; null where the workout never had it. */
export interface Pair<Log extends DoneExercise = DoneExercise> {
  key: string
  line: PlanLine
  block: number
  rounds: number
  log: Log | null
  /** What came in its place. */
  swappedFor: Log | null
  /** What came in the place of the sets that it had left, after some of them were done. */
  partlySwappedFor: Log | null
}

/** What the plan did not ask for. */
export interface Extra<Log extends DoneExercise = DoneExercise> {
  key: string
  log: Log
}

/** Sets that say what to do next time: done, and as they were meant. */
export const doneSets = (log: DoneExercise) =>
  log.sets.filter((set) => set.isCompleted && !set.isSlip)

/**
 * Lines of the same exercise are told apart by which of them they are, so that the plan, the routine
 * and the workout find each other whatever moved.
 */
export function keysOf(lines: readonly Pick<PlannedExercise, 'exerciseId'>[]): string[] {
  const times = new Map<string, number>()
  return lines.map(({ exerciseId }) => {
    const time = (times.get(exerciseId) ?? 0) + 1
    times.set(exerciseId, time)
    return `${exerciseId}:${time}`
  })
}

/** Finds what became of each line. An exercise without a done set is no wish of anybody's. */
export function pairExercises<Log extends DoneExercise>(
  plan: PlanSnapshot,
  done: readonly Log[],
): { pairs: Pair<Log>[]; extras: Extra<Log>[] } {
  const rest = done.toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
  const take = (isWanted: (log: Log) => boolean): Log | null => {
    const at = rest.findIndex(isWanted)
    return at < 0 ? null : (rest.splice(at, 1)[0] ?? null)
  }
  const lines = plan.blocks.flatMap(({ rounds, exercises }, block) =>
    exercises.map((line) => ({ line, block, rounds })),
  )
  const keys = keysOf(lines.map(({ line }) => line))
  const inPlace = lines.map((each, index) => ({
    ...each,
    key: keys[index] ?? '',
    log: take((log) => log.block === each.block && log.exerciseId === each.line.exerciseId),
  }))
  // One that came into another block, or out of its own, is still the line's.
  const found = inPlace.map((each) => ({
    ...each,
    log: each.log ?? take((log) => log.exerciseId === each.line.exerciseId),
  }))
  const counts = (log: Log) => log.deletedAt === null && doneSets(log).length > 0
  const added = rest.filter(counts)
  const addedKeys = keysOf([...lines.map(({ line }) => line), ...added]).slice(lines.length)
  const keyOf = new Map(added.map((log, index) => [log, addedKeys[index] ?? '']))
  const swapped = found.map((pair) => ({
    ...pair,
    swappedFor: pair.log?.deletedAt ? take((log) => counts(log) && log.block === pair.block) : null,
  }))
  // Only a swap puts an exercise into the block of one that stands alone.
  const substitutes = new Set<Log>()
  const pairs = swapped.map((pair) => {
    const isCut = pair.log !== null && pair.log.deletedAt === null && isLeftOpen(pair)
    const isIts = (log: Log) => counts(log) && !substitutes.has(log) && isAloneIn(log, pair)
    const partlySwappedFor = (isCut && rest.find(isIts)) || null
    if (partlySwappedFor) substitutes.add(partlySwappedFor)
    return { ...pair, partlySwappedFor }
  })
  const extras = rest.filter(counts).map((log) => ({ log, key: keyOf.get(log) ?? '' }))
  return { pairs, extras }
}

const isAloneIn = (log: DoneExercise, pair: Pick<Pair, 'block'>): boolean =>
  log.block === pair.block && log.blockKind === 'single'

/** Whether sets that were planned are gone from the exercise. */
const isLeftOpen = ({ log, line, rounds }: Pick<Pair, 'log' | 'line' | 'rounds'>): boolean =>
  (log?.sets.length ?? 0) < plannedSets(line, rounds).length
