import type { PlanSnapshot } from '@/lib/schemas/plan'
import { plannedSets } from './plan-sets'
import { type DoneExercise, pairExercises } from './routine-update/pair-exercises'
import { type Side, setNumbers } from './set-numbers'

type Done = Omit<DoneExercise, 'sets'> & {
  sets: readonly (DoneExercise['sets'][number] & { side: Side | null })[]
}

/** An exercise of the plan or of the workout, with its working sets on either side. */
interface Compared {
  exerciseId: string
  name: string
  planned: number
  done: number
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
      ...{ exerciseId, name, planned: 0, done: 0 },
      standIns: [],
    }
    compared.set(exerciseId, entry)
    return entry
  }
  const used = new Set<Done | null>()
  for (const { log, line, rounds, swappedFor, partlySwappedFor } of pairExercises(plan, done)
    .pairs) {
    const entry = entryOf(line)
    entry.planned += plannedSets(line, rounds).filter(({ kind }) => kind !== 'warmup').length
    for (const standIn of [swappedFor, partlySwappedFor])
      if (standIn) entry.standIns.push(standIn.name)
    for (const each of [log, swappedFor, partlySwappedFor]) {
      entry.done += countDone(each)
      used.add(each)
    }
  }
  for (const log of done.filter((each) => !used.has(each) && !each.deletedAt))
    entryOf(log).done += countDone(log)
  return [...compared.values()]
}

const countDone = (log: Done | null): number =>
  log === null || log.deletedAt
    ? 0
    : Math.max(0, ...setNumbers(log.sets.filter((set) => set.isCompleted)).map(Number))
