import type { PlanSnapshot, SetKind } from '@/lib/schemas/plan'
import { plannedSets } from './plan-sets'
import { type Side, setNumbers } from './set-numbers'

interface Done {
  exerciseId: string
  name: string
  sets: readonly { kind: SetKind; side: Side | null; isCompleted: boolean }[]
}

/** An exercise of the plan or of the workout, with its working sets on either side. */
interface Compared {
  exerciseId: string
  name: string
  planned: number
  done: number
}

/**
 * Working sets planned against working sets done, by exercise: those of the plan in its order,
 * then what was added. Warm-ups do not count, and left and right of one set count once.
 */
export function comparePlan(plan: PlanSnapshot, exercises: readonly Done[]): Compared[] {
  const compared = new Map<string, Compared>()
  const entryOf = ({ exerciseId, name }: { exerciseId: string; name: string }) => {
    const entry = compared.get(exerciseId) ?? { exerciseId, name, planned: 0, done: 0 }
    compared.set(exerciseId, entry)
    return entry
  }
  const isWorking = (set: { kind: string }) => set.kind !== 'warmup'
  for (const block of plan.blocks) {
    for (const line of block.exercises)
      entryOf(line).planned += plannedSets(line, block.rounds).filter(isWorking).length
  }
  for (const exercise of exercises)
    entryOf(exercise).done += Math.max(
      0,
      ...setNumbers(exercise.sets.filter((set) => set.isCompleted)).map(Number),
    )
  return [...compared.values()]
}
