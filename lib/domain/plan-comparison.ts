import type { PlanSnapshot, Target } from '@/lib/schemas/plan'
import { isShortOfPlan } from './as-planned'
import { plannedSets } from './plan-sets'
import { type DoneExercise, pairExercises } from './routine-update/pair-exercises'
import { type Side, setNumbers } from './set-numbers'

type Done = Omit<DoneExercise, 'sets'> & {
  sets: readonly (DoneExercise['sets'][number] & { side: Side | null; target: Target | null })[]
}

/** An exercise of the plan or of the workout, with its working sets on either side. */
interface Compared {
  exerciseId: string
  name: string
  planned: number
  done: number
  /** Of those done, the sets of the exercise itself. */
  own: number
  /** How many of the sets that were planned were done, but fell short of it. */
  short: number
  /** What was done in its place, all of it or a part; its sets count as done. */
  standIns: string[]
}

/**
 * Working sets planned against working sets done, by exercise: those of the plan in its order,
 * then what was added. Warm-ups do not count, left and right of one set count once, and an exercise
 * swapped in counts for the one whose place it took.
 *
 * @param done every exercise of the workout, those taken out too
 */
export function comparePlan(plan: PlanSnapshot, done: readonly Done[]): Compared[] {
  const compared = new Map<string, Compared>()
  const entryOf = ({ exerciseId, name }: { exerciseId: string; name: string }) => {
    const entry = compared.get(exerciseId) ?? {
      ...{ exerciseId, name, planned: 0, done: 0, own: 0, short: 0 },
      standIns: [],
    }
    compared.set(exerciseId, entry)
    return entry
  }
  const used = new Set<Done | null>()
  for (const { log, line, rounds, swappedFor, partlySwappedFor } of pairExercises(plan, done)
    .pairs) {
    const entry = entryOf(line)
    const planned = plannedSets(line, rounds).filter(({ kind }) => kind !== 'warmup').length
    entry.planned += planned
    entry.short += countShort(log, planned)
    for (const standIn of [swappedFor, partlySwappedFor])
      if (standIn) entry.standIns.push(standIn.name)
    entry.own += countDone(log)
    for (const each of [log, swappedFor, partlySwappedFor]) {
      entry.done += countDone(each)
      used.add(each)
    }
  }
  for (const log of done.filter((each) => !used.has(each) && !each.deletedAt)) {
    const entry = entryOf(log)
    entry.done += countDone(log)
    entry.own += countDone(log)
  }
  return [...compared.values()]
}

/** The working sets that were done, each with its number; left and right of one set share it. */
function numberedDone(log: Done | null) {
  if (log === null || log.deletedAt) return []
  const done = log.sets.filter((set) => set.isCompleted)
  const numbers = setNumbers(done)
  return done.map((set, index) => ({ ...set, number: numbers[index] ?? 0 }))
}

const countDone = (log: Done | null): number =>
  Math.max(0, ...numberedDone(log).map(({ number }) => number))

/** A set beyond those that were planned has the target of the last one, but no plan to fall short of. */
function countShort(log: Done | null, planned: number): number {
  const short = numberedDone(log).filter(
    ({ number, target, ...set }) =>
      log && target && number > 0 && number <= planned && isShortOfPlan(set, target, log.tracking),
  )
  return new Set(short.map(({ number }) => number)).size
}
