import type { PlannedBlock } from '@/lib/schemas/plan'
import {
  presentExercises,
  presentSets,
  type Training,
  type TrainingExercise,
  type TrainingSet,
} from './training'

/** Blocks whose exercises take turns, a set of each in a round. */
const IN_TURNS: readonly PlannedBlock['kind'][] = [
  ...(['superset', 'circuit', 'interval', 'emom', 'amrap', 'for_time'] as const),
]

interface Turn {
  exercise: TrainingExercise
  set: TrainingSet
  /** Sets of one block and round are done without a rest between them; null stands alone. */
  round: string | null
}

/** The sets of a workout in the order they are done: one exercise after another, partners in turns. */
function turnsOf(training: Training): Turn[] {
  const groups: TrainingExercise[][] = []
  for (const exercise of presentExercises(training)) {
    const group = groups.at(-1)
    const isPartner = group?.[0]?.block === exercise.block && IN_TURNS.includes(exercise.blockKind)
    if (group && isPartner) group.push(exercise)
    else groups.push([exercise])
  }
  return groups.flatMap((group) => (group.length === 1 ? alone(group) : inTurns(group)))
}

const alone = (group: readonly TrainingExercise[]): Turn[] =>
  group.flatMap((exercise) => presentSets(exercise).map((set) => ({ exercise, set, round: null })))

/** Warm-ups come first, since nobody takes turns with those. */
function inTurns(group: readonly TrainingExercise[]): Turn[] {
  const warmUps = alone(group).filter(({ set }) => set.kind === 'warmup')
  const columns = group.map((exercise) => ({
    exercise,
    sets: presentSets(exercise).filter((set) => set.kind !== 'warmup'),
  }))
  const rounds = Math.max(0, ...columns.map(({ sets }) => sets.length))
  const turns = Array.from({ length: rounds }, (_, index) =>
    columns.flatMap(({ exercise, sets }) => {
      const set = sets[index]
      return set ? [{ exercise, set, round: `${exercise.block}:${index}` }] : []
    }),
  )
  return [...warmUps, ...turns.flat()]
}

/** The set to do next; null when all are done. */
export const nextSetId = (training: Training): string | null =>
  turnsOf(training).find(({ set }) => !set.isCompleted)?.set.id ?? null

/** The rest that began with a set: what it is to last, and since when. */
export interface Rest {
  setId: string
  since: string
  seconds: number
}

/**
 * The rest after the set that was done last; null where none is due: between the partners of a
 * round, after the last set of all, or where it is set to nothing.
 *
 * @param ownSeconds the person's usual rest, where neither the plan nor the exercise says one
 */
export function restAfter(training: Training, ownSeconds: number): Rest | null {
  const turns = turnsOf(training)
  const done = turns.filter(({ set }) => set.isCompleted && set.performedAt !== null)
  const last = done
    .toSorted((a, b) => ((a.set.performedAt ?? '') < (b.set.performedAt ?? '') ? -1 : 1))
    .at(-1)
  if (!last?.set.performedAt || done.length === turns.length) return null
  const next = turns.find(({ set }) => !set.isCompleted)
  if (last.round !== null && next?.round === last.round) return null
  const facts = training.facts[last.exercise.exerciseId]
  const seconds = last.exercise.restSeconds ?? facts?.restSeconds ?? ownSeconds
  return seconds > 0 ? { setId: last.set.id, since: last.set.performedAt, seconds } : null
}
